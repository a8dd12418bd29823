// SPDX-License-Identifier: Apache-2.0
#include "report/svg.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

namespace commonweal::report::svg {

Markup rectangle(std::string_view style_class, double x, double y, double width, double height) {
  return empty_element("rect", {{"class", style_class}, {"x", x}, {"y", y}, {"width", width}, {"height", height}});
}

Markup line(std::string_view style_class, double x1, double y1, double x2, double y2) {
  return empty_element("line", {{"class", style_class}, {"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}});
}

Markup circle(std::string_view style_class, double x, double y, double radius) {
  return empty_element("circle", {{"class", style_class}, {"cx", x}, {"cy", y}, {"r", radius}});
}

Markup words(std::string_view style_class, double x, double y, Anchor anchor, const Markup& content) {
  constexpr std::string_view anchors[] = {"start", "middle", "end"};
  return element("text",
                 {{"class", style_class}, {"x", x}, {"y", y}, {"text-anchor", anchors[static_cast<int>(anchor)]}},
                 content);
}

Markup path(std::string_view style_class, const std::vector<std::pair<double, double>>& points) {
  std::string data;
  bool drawing = false;
  for (const auto& [x, y] : points) {
    const bool known = std::isfinite(y);
    if (known) data += fmt::format("{}{:.1f},{:.1f} ", drawing ? 'L' : 'M', x, y);
    drawing = known;
  }
  if (!data.empty()) data.pop_back();
  return empty_element("path", {{"class", style_class}, {"d", data}});
}

}  // namespace commonweal::report::svg
