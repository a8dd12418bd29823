// SPDX-License-Identifier: Apache-2.0
#include "report/fan_chart.h"

#include <cmath>

#include "report/svg.h"

namespace commonweal::report {
namespace {

using Points = std::vector<std::pair<double, double>>;

Points points_of(const std::vector<double>& values, const Plot& plot) {
  Points points;
  for (std::size_t year = 0; year < values.size(); ++year) {
    points.emplace_back(plot.centre(year), plot.value.at(values[year]));
  }
  return points;
}

/// The area between two edges, in years in which both are known.
Markup draw_band(const std::string& style_class, const std::vector<double>& low, const std::vector<double>& high,
                 const Plot& plot) {
  Points edge;
  for (std::size_t year = 0; year < low.size(); ++year) {
    if (std::isfinite(low[year])) edge.emplace_back(plot.centre(year), plot.value.at(low[year]));
  }
  for (std::size_t year = high.size(); year-- > 0;) {
    if (std::isfinite(high[year])) edge.emplace_back(plot.centre(year), plot.value.at(high[year]));
  }
  return edge.empty() ? Markup() : svg::path(style_class, edge);
}

std::vector<KeyEntry> key_of(const FanChart& fan) {
  std::vector<KeyEntry> key = {{KeyEntry::Shape::line, "fan-median", "Median of all futures"},
                               {KeyEntry::Shape::area, "fan-inner", "Half of all futures"},
                               {KeyEntry::Shape::area, "fan-outer", "8 of 10 futures"}};
  if (!fan.paths.empty()) key.push_back({KeyEntry::Shape::line, "fan-path", "A few real futures"});
  if (!fan.central.empty()) key.push_back({KeyEntry::Shape::line, "fan-central", "Every number at its centre"});
  return key;
}

}  // namespace

Extent extent_of(const FanChart& fan) {
  Extent extent = fan.at_least;
  for (const auto* values : {&fan.outer_low, &fan.outer_high, &fan.central}) extent.include(*values);
  for (const std::vector<double>& path : fan.paths) extent.include(path);
  return extent;
}

Markup draw(const FanChart& fan, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id) {
  const Plot plot = make_plot(canvas, fan.first, std::max<std::size_t>(1, fan.median.size()), extent_of(fan), 0, 0);
  Markup content = draw_band("fan-outer", fan.outer_low, fan.outer_high, plot) +
                   draw_band("fan-inner", fan.inner_low, fan.inner_high, plot) + draw_axes(plot, canvas, fan.unit);
  for (const std::vector<double>& path : fan.paths) content += svg::path("fan-path", points_of(path, plot));
  if (!fan.central.empty()) content += svg::path("fan-central", points_of(fan.central, plot));
  const Points median = points_of(fan.median, plot);
  content += svg::path("line-halo", median) + svg::path("fan-median", median);

  // Bands lie within one another, so names beside them would only crowd: a key says what they are, on every sheet.
  const std::vector<KeyEntry> key = key_of(fan);
  content += draw_key(canvas, canvas.height, key);
  return drawing(canvas, canvas.height + key_height(canvas, key), style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
