// SPDX-License-Identifier: Apache-2.0
#include "report/plot.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/labels.h"
#include "report/svg.h"

namespace commonweal::report {
namespace {

constexpr double side_gap = 14;      ///< between plot and the names beside it; leaders cross it
constexpr double widest_name = 200;  ///< longer names are broken into lines
constexpr double line_spacing = 1.25;

/// Every how many years the axis names one: as many as fit without touching.
std::size_t year_step(const Plot& plot, const Canvas& canvas) {
  const double room = text_width("2012-13", canvas.letter) + 14;
  for (const std::size_t step : {1, 2, 5, 10, 20}) {
    if (plot.band() * static_cast<double>(step) >= room) return step;
  }
  return 50;
}

double mark_height(const Canvas& canvas) {
  return canvas.letter * 1.5;
}

double words_width(const Canvas& canvas, const Mark& mark) {
  return text_width(mark.words, canvas.letter) * 1.05;
}

/// Words stand after their rule; before it where they would leave the sheet.
bool stands_before(const Plot& plot, const Canvas& canvas, const Mark& mark) {
  const double x = plot.centre(mark.year);
  return x + 6 + words_width(canvas, mark) > canvas.width && x - 6 - words_width(canvas, mark) >= 0;
}

}  // namespace

Plot make_plot(const Canvas& canvas, base::FinancialYear first, std::size_t years, Extent extent, std::size_t marks,
               double right) {
  Plot plot;
  plot.first = first;
  plot.years = years;
  plot.ticks = nice_ticks(extent, canvas.height > 400 ? 7 : 6);
  const double step = plot.ticks[1] - plot.ticks[0];
  double low = plot.ticks.front();
  if (plot.ticks.size() > 2 && extent.low - low > step / 2) {  // a dip below zero needs no whole step of paper
    plot.ticks.erase(plot.ticks.begin());
    low = extent.low;
  }
  const int digits = digits_for_step(step);
  const double figures = std::max(text_width(base::grouped(plot.ticks.front(), digits), canvas.letter),
                                  text_width(base::grouped(plot.ticks.back(), digits), canvas.letter));
  plot.left = figures + 10;
  plot.top = canvas.letter * 2 + static_cast<double>(marks) * mark_height(canvas);
  // Half a year's name may stick out at the right of the last year.
  plot.width = canvas.width - plot.left - std::max(right, text_width("2012-13", canvas.letter) / 2);
  plot.height = canvas.height - plot.top - canvas.letter * 2;
  plot.value = {low, plot.ticks.back(), plot.bottom(), plot.top};
  return plot;
}

Markup draw_axes(const Plot& plot, const Canvas& canvas, const std::string& unit) {
  Markup axes = svg::words("axis", 0, canvas.letter, svg::Anchor::start, unit);
  const int digits = digits_for_step(plot.ticks[1] - plot.ticks[0]);
  for (const double tick : plot.ticks) {
    const double y = plot.value.at(tick);
    axes += svg::line(tick == 0 ? "zero" : "grid", plot.left, y, plot.right(), y);
    axes += svg::words("axis", plot.left - 8, y + canvas.letter * 0.35, svg::Anchor::end, base::grouped(tick, digits));
  }
  const double baseline = plot.bottom() + canvas.letter * 1.5;
  const std::size_t step = year_step(plot, canvas);
  const double half = text_width("2012-13", canvas.letter) / 2;
  for (std::size_t year = 0; year < plot.years; year += step) {
    const double x = plot.centre(year);
    axes += svg::line("tick", x, plot.bottom(), x, plot.bottom() + 5);
    const double shown = std::min(std::max(x, half), canvas.width - half);
    axes += svg::words("axis", shown, baseline, svg::Anchor::middle, (plot.first + static_cast<int>(year)).text());
  }
  return axes;
}

DrawnMarks draw_marks(const Plot& plot, const Canvas& canvas, std::vector<Mark> marks) {
  // Words that stand before their rule go on the upper lines, the others in the order of their years: so no rule runs
  // through the words of another, where there is room at all.
  std::stable_sort(marks.begin(), marks.end(), [&](const Mark& one, const Mark& other) {
    const bool before = stands_before(plot, canvas, one), other_before = stands_before(plot, canvas, other);
    return before != other_before ? before : one.year < other.year;
  });
  DrawnMarks drawn;
  double y = canvas.letter * 2.4;
  for (const Mark& mark : marks) {
    const double x = plot.centre(mark.year);
    const double foot = plot.value.at(mark.figure);
    drawn.rules += svg::line("mark-halo", x, y - canvas.letter, x, foot);
    drawn.rules += svg::line("mark", x, y - canvas.letter, x, foot);
    drawn.words += svg::circle("dot", x, foot, canvas.letter * 0.33);
    const double latest_start = std::max(0.0, canvas.width - words_width(canvas, mark));
    drawn.words += stands_before(plot, canvas, mark)
                       ? svg::words("mark-words", x - 6, y, svg::Anchor::end, mark.words)
                       : svg::words("mark-words", std::min(x + 6, latest_start), y, svg::Anchor::start, mark.words);
    y += mark_height(canvas);
  }
  return drawn;
}

double key_height(const Canvas& canvas, const std::vector<KeyEntry>& entries) {
  return entries.empty() ? 0 : static_cast<double>(entries.size()) * canvas.letter * 1.55 + 10;
}

Markup draw_key(const Canvas& canvas, double top, const std::vector<KeyEntry>& entries) {
  Markup key;
  double y = top + canvas.letter * 1.2;
  for (const KeyEntry& entry : entries) {
    const double middle = y - canvas.letter * 0.35;
    if (entry.shape == KeyEntry::Shape::area) {
      key += svg::rectangle("swatch " + entry.style_class, 4.5, middle - 6.5, 26, 13);
    } else {
      key += svg::line(entry.style_class, 2, middle, 33, middle);
    }
    key += svg::words("name", 42, y, svg::Anchor::start, entry.name);
    y += canvas.letter * 1.55;
  }
  return key;
}

double side_room(const Canvas& canvas, const std::vector<std::string>& names) {
  double widest = 0;
  for (const std::string& name : names) {
    for (const std::string& line : wrapped(name, widest_name, canvas.letter)) {
      widest = std::max(widest, text_width(line, canvas.letter));
    }
  }
  return side_gap + widest * 1.04 + 4;
}

Markup draw_side_names(const Plot& plot, const Canvas& canvas, const std::vector<SideName>& names) {
  std::vector<std::vector<std::string>> lines;
  std::vector<double> centres, heights;
  for (const SideName& side : names) {
    lines.push_back(wrapped(side.name, widest_name, canvas.letter));
    centres.push_back(side.y);
    heights.push_back(static_cast<double>(lines.back().size()) * canvas.letter * line_spacing + 3);
  }
  push_apart(centres, heights, plot.top - canvas.letter, plot.bottom() + canvas.letter * 0.3);

  Markup drawn;
  for (std::size_t name = 0; name < names.size(); ++name) {
    const double count = static_cast<double>(lines[name].size());
    double baseline = centres[name] - (count - 1) / 2 * canvas.letter * line_spacing + canvas.letter * 0.35;
    const double end = plot.right() + side_gap - 3;
    if (std::abs(centres[name] - names[name].y) > 3 || end - names[name].x > side_gap) {
      drawn += svg::line(names[name].leader_class, names[name].x, names[name].y, end, centres[name]);
    }
    for (const std::string& line : lines[name]) {
      drawn += svg::words(names[name].style_class, plot.right() + side_gap, baseline, svg::Anchor::start, line);
      baseline += canvas.letter * line_spacing;
    }
  }
  return drawn;
}

Markup drawing(const Canvas& canvas, double height, const std::string& style_class, const std::string& title_id,
               const std::string& summary_id, const Markup& content) {
  return element("svg",
                 {{"class", "chart " + style_class},
                  {"role", "img"},
                  {"aria-labelledby", title_id + " " + summary_id},
                  {"width", canvas.width},
                  {"height", height},
                  {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", canvas.width, height)},
                  {"font-size", canvas.letter}},
                 content);
}

}  // namespace commonweal::report
