// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "report/markup.h"

/// The few shapes that our charts are made of. Colour and weight come from the page's style sheet, by class.
namespace commonweal::report::svg {

enum class Anchor { start, middle, end };

Markup rectangle(std::string_view style_class, double x, double y, double width, double height);
Markup line(std::string_view style_class, double x1, double y1, double x2, double y2);
Markup circle(std::string_view style_class, double x, double y, double radius);

/// Words with their baseline at `y`.
Markup words(std::string_view style_class, double x, double y, Anchor anchor, const Markup& content);

/// A line through the points; it is broken where a point's y is NaN.
Markup path(std::string_view style_class, const std::vector<std::pair<double, double>>& points);

}  // namespace commonweal::report::svg
