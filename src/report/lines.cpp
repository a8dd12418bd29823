// SPDX-License-Identifier: Apache-2.0
#include "report/lines.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/labels.h"
#include "report/palette.h"
#include "report/svg.h"

namespace commonweal::report {
namespace {

std::size_t year_count(const LineChart& chart) {
  std::size_t years = 1;
  for (const LineChart::Line& line : chart.lines) years = std::max(years, line.values.size());
  return years;
}

Extent extent_of(const LineChart& chart) {
  Extent extent = chart.at_least;
  for (const LineChart::Line& line : chart.lines) {
    extent.include(line.values);
    extent.include(line.low);
    extent.include(line.high);
  }
  for (const LineChart::Threshold& threshold : chart.thresholds) extent.include(threshold.value);
  return extent;
}

/// Where words may stand beside a level rule, as the corner at their left foot.
struct Spot {
  double x, y;
};

/// The height of a line at `x`, by a straight line between yearly figures; NaN outside them.
double height_at(const LineChart::Line& line, const Plot& plot, double x) {
  const double year = (x - plot.left) / plot.band() - 0.5;
  if (year < 0 || year > static_cast<double>(line.values.size()) - 1) return std::nan("");
  const auto before = static_cast<std::size_t>(year);
  const std::size_t after = std::min(before + 1, line.values.size() - 1);
  const double value = std::lerp(line.values[before], line.values[after], year - static_cast<double>(before));
  return plot.value.at(value);
}

/// How much of all lines runs through words of this width at `spot`, counted at some points along the words.
int lines_under(const LineChart& chart, const Plot& plot, const Canvas& canvas, Spot spot, double width) {
  constexpr int points = 9;
  int under = 0;
  for (const LineChart::Line& line : chart.lines) {
    for (int point = 0; point < points; ++point) {
      const double y = height_at(line, plot, spot.x + width * point / (points - 1));
      if (y > spot.y - canvas.letter * 1.2 && y < spot.y + canvas.letter * 0.5) ++under;
    }
  }
  return under;
}

/// The best of the places at either end, above or below the rule: that where least of the lines runs through the words.
Spot best_spot(const LineChart& chart, const Plot& plot, const Canvas& canvas, const LineChart::Threshold& threshold) {
  const double width = text_width(threshold.words, canvas.letter);
  const double rule = plot.value.at(threshold.value);
  const double above = rule - canvas.letter * 0.4, below = rule + canvas.letter * 1.15;
  const double left = plot.left + 6, right = plot.right() - width - 6;
  Spot best{left, above};
  int fewest = lines_under(chart, plot, canvas, best, width);
  for (const Spot spot : {Spot{right, below}, Spot{left, below}, Spot{right, above}}) {
    const int under = lines_under(chart, plot, canvas, spot, width);
    if (under < fewest) {
      best = spot;
      fewest = under;
    }
  }
  return best;
}

Markup draw_rules(const LineChart& chart, const Plot& plot) {
  Markup drawn;
  for (const LineChart::Threshold& threshold : chart.thresholds) {
    const double y = plot.value.at(threshold.value);
    drawn += svg::line("threshold", plot.left, y, plot.right(), y);
  }
  return drawn;
}

Markup draw_rule_words(const LineChart& chart, const Plot& plot, const Canvas& canvas) {
  Markup drawn;
  for (const LineChart::Threshold& threshold : chart.thresholds) {
    const Spot spot = best_spot(chart, plot, canvas, threshold);
    drawn += svg::words("threshold-words", spot.x, spot.y, svg::Anchor::start, threshold.words);
  }
  return drawn;
}

/// The ranges of lines as pale areas that lie behind everything else.
Markup draw_ranges(const LineChart& chart, const Plot& plot) {
  Markup drawn;
  for (std::size_t line = 0; line < chart.lines.size(); ++line) {
    const auto& [name, values, low, high] = chart.lines[line];
    std::vector<std::pair<double, double>> edge;
    for (std::size_t year = 0; year < low.size(); ++year) {
      if (std::isfinite(low[year])) edge.emplace_back(plot.centre(year), plot.value.at(low[year]));
    }
    for (std::size_t back = std::min(low.size(), high.size()); back-- > 0;) {
      const double top = std::isfinite(high[back]) ? plot.value.at(high[back]) : plot.top;
      if (std::isfinite(low[back])) edge.emplace_back(plot.centre(back), top);
    }
    if (!edge.empty()) drawn += svg::path("range " + line_class(line), edge);
  }
  return drawn;
}

Markup draw_lines(const LineChart& chart, const Plot& plot) {
  Markup drawn;
  for (std::size_t line = 0; line < chart.lines.size(); ++line) {
    std::vector<std::pair<double, double>> points;
    for (std::size_t year = 0; year < chart.lines[line].values.size(); ++year) {
      points.emplace_back(plot.centre(year), plot.value.at(chart.lines[line].values[year]));
    }
    drawn += svg::path("line-halo", points) + svg::path(line_class(line), points);
  }
  return drawn;
}

/// Names beside the last known figure of each line; a line without any figure has no name to give.
std::vector<SideName> side_names(const LineChart& chart, const Plot& plot) {
  std::vector<SideName> names;
  for (std::size_t line = 0; line < chart.lines.size(); ++line) {
    const std::vector<double>& values = chart.lines[line].values;
    const auto last = std::find_if(values.rbegin(), values.rend(), [](double value) { return std::isfinite(value); });
    if (last == values.rend()) continue;
    const auto year = static_cast<std::size_t>(values.rend() - last) - 1;
    names.push_back(
        {plot.centre(year) + 4, plot.value.at(*last), "name", "leader " + line_class(line), chart.lines[line].name});
  }
  return names;
}

}  // namespace

Markup draw(const LineChart& chart, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id) {
  std::vector<std::string> names;
  std::vector<KeyEntry> key;
  for (std::size_t line = 0; line < chart.lines.size(); ++line) {
    names.push_back(chart.lines[line].name);
    key.push_back({KeyEntry::Shape::line, line_class(line), chart.lines[line].name});
  }
  const double room = canvas.direct ? side_room(canvas, names) : 0;
  const Plot plot = make_plot(canvas, chart.first, year_count(chart), extent_of(chart), 0, room);
  Markup content = draw_ranges(chart, plot) + draw_axes(plot, canvas, chart.unit) + draw_rules(chart, plot) +
                   draw_lines(chart, plot) + draw_rule_words(chart, plot, canvas);
  double height = canvas.height;
  if (canvas.direct) {
    content += draw_side_names(plot, canvas, side_names(chart, plot));
  } else {
    content += draw_key(canvas, height, key);
    height += key_height(canvas, key);
  }
  return drawing(canvas, height, style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
