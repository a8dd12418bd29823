// SPDX-License-Identifier: Apache-2.0
#include "report/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include "report/labels.h"
#include "report/svg.h"

namespace commonweal::report {
namespace {

std::size_t year_count(const StackedBars& bars) {
  std::size_t years = bars.line.size();
  for (const StackedBars::Layer& layer : bars.layers) years = std::max(years, layer.values.size());
  return years;
}

double figure(const std::vector<double>& values, std::size_t year) {
  return year < values.size() && std::isfinite(values[year]) ? values[year] : 0;
}

/// Foot and head of one layer in one year, as figures.
struct Piece {
  double foot, head;
};

/// The pieces of one year's bar, layer by layer.
std::vector<Piece> pieces_of(const StackedBars& bars, std::size_t year) {
  std::vector<Piece> pieces;
  double above = 0, below = 0;
  for (const StackedBars::Layer& layer : bars.layers) {
    const double value = figure(layer.values, year);
    double& edge = value < 0 ? below : above;
    pieces.push_back({edge, edge + value});
    edge += value;
  }
  return pieces;
}

Markup draw_bars(const StackedBars& bars, const Plot& plot) {
  const double gap = std::min(4.0, plot.band() * 0.16);
  Markup drawn;
  for (std::size_t year = 0; year < plot.years; ++year) {
    const std::vector<Piece> pieces = pieces_of(bars, year);
    const double x = plot.left + static_cast<double>(year) * plot.band() + gap / 2;
    for (std::size_t layer = 0; layer < pieces.size(); ++layer) {
      const double foot = plot.value.at(pieces[layer].foot), head = plot.value.at(pieces[layer].head);
      const double height = std::abs(foot - head);
      if (height < 0.05) continue;
      drawn += svg::rectangle(std::string("bar ") + std::string(fill_class(bars.layers[layer].fill)), x,
                              std::min(foot, head), plot.band() - gap, height);
    }
  }
  return drawn;
}

Markup draw_line(const StackedBars& bars, const Plot& plot) {
  if (bars.line.empty()) return {};
  std::vector<std::pair<double, double>> points;
  for (std::size_t year = 0; year < bars.line.size(); ++year) {
    points.emplace_back(plot.centre(year), plot.value.at(bars.line[year]));
  }
  // One year alone would be a point: it is drawn as wide as its bar.
  if (points.size() == 1) points = {{plot.left, points[0].second}, {plot.right(), points[0].second}};
  return svg::path("money-halo", points) + svg::path("money", points);
}

/// The range of the line, as a pale area with an edge.
Markup draw_range(const StackedBars& bars, const Plot& plot) {
  const std::size_t years = std::min(bars.line_low.size(), bars.line_high.size());
  std::vector<std::pair<double, double>> edge;
  for (std::size_t year = 0; year < years; ++year)
    edge.emplace_back(plot.centre(year), plot.value.at(figure(bars.line_low, year)));
  for (std::size_t year = years; year-- > 0;)
    edge.emplace_back(plot.centre(year), plot.value.at(figure(bars.line_high, year)));
  return edge.empty() ? Markup() : svg::path("band", edge);
}

/// Names beside the last bar. A layer that is nothing in the last year has no place there and is named last.
std::vector<SideName> side_names(const StackedBars& bars, const Plot& plot) {
  std::vector<SideName> names;
  const std::vector<Piece> pieces = pieces_of(bars, plot.years - 1);
  for (std::size_t layer = 0; layer < pieces.size(); ++layer) {
    const double middle = (pieces[layer].foot + pieces[layer].head) / 2;
    names.push_back({plot.right() + 2, plot.value.at(middle), "name", "leader", bars.layers[layer].name});
  }
  if (!bars.line.empty()) {
    const double end = plot.value.at(figure(bars.line, plot.years - 1));
    names.push_back({plot.right() + 2, end, "name strong", "leader", bars.line_name});
  }
  return names;
}

std::vector<KeyEntry> key_of(const StackedBars& bars) {
  std::vector<KeyEntry> entries;
  if (!bars.line.empty()) entries.push_back({KeyEntry::Shape::line, "money", bars.line_name});
  if (!bars.line_low.empty()) entries.push_back({KeyEntry::Shape::area, "band", "Its range"});
  for (auto layer = bars.layers.rbegin(); layer != bars.layers.rend(); ++layer) {
    entries.push_back({KeyEntry::Shape::area, std::string(fill_class(layer->fill)), layer->name});
  }
  return entries;
}

std::vector<std::string> names_of(const StackedBars& bars) {
  std::vector<std::string> names;
  for (const StackedBars::Layer& layer : bars.layers) names.push_back(layer.name);
  if (!bars.line.empty()) names.push_back(bars.line_name);
  return names;
}

}  // namespace

Extent extent_of(const StackedBars& bars) {
  Extent extent = bars.at_least;
  for (std::size_t year = 0; year < year_count(bars); ++year) {
    for (const Piece& piece : pieces_of(bars, year)) {
      extent.include(piece.foot);
      extent.include(piece.head);
    }
  }
  extent.include(bars.line);
  extent.include(bars.line_low);
  extent.include(bars.line_high);
  return extent;
}

Markup draw(const StackedBars& bars, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id) {
  const std::size_t years = std::max<std::size_t>(year_count(bars), 1);
  const double room = canvas.direct ? side_room(canvas, names_of(bars)) : 0;
  const Plot plot =
      make_plot(canvas, bars.first, years, extent_of(bars), std::max(bars.mark_lines, bars.marks.size()), room);
  const DrawnMarks marks = draw_marks(plot, canvas, bars.marks);
  Markup content = draw_axes(plot, canvas, bars.unit) + draw_bars(bars, plot) + draw_range(bars, plot) + marks.rules +
                   draw_line(bars, plot) + marks.words;
  double height = canvas.height;
  if (canvas.direct) {
    content += draw_side_names(plot, canvas, side_names(bars, plot));
  } else {
    content += draw_key(canvas, height, key_of(bars));
    height += key_height(canvas, key_of(bars));
  }
  return drawing(canvas, height, style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
