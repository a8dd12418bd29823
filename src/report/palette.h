// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/markup.h"

namespace commonweal::report {

/// A colour of the page by the name it has in the style sheet, on light and on dark ground, and the system colour
/// that stands for it where the reader forces colours.
struct Colour {
  std::string_view name;
  std::string_view light, dark, forced;
};

/// Every colour used. Chart colours follow the Government Analysis Function's palette.
std::span<const Colour> colours();

/// How an area is filled. Care has solid blues, strongest first; other services have greys and hatchings, so that
/// neighbours differ without colour; parts of a whole have a colour each and a hatching each.
enum class Fill {
  care_1,
  care_2,
  care_3,
  other_1,
  other_2,
  other_3,
  other_4,
  other_5,
  other_6,
  other_7,
  other_8,
  part_1,
  part_2,
  part_3,
  part_4,
};

/// The class that the style sheet knows the fill by: "fill-care-1".
std::string_view fill_class(Fill fill);

/// Fill of service `position` when the first `care_services` are care. More services than fills: fills return.
Fill service_fill(std::size_t position, std::size_t care_services);

/// Class of the line at `position` in a chart: colour and dashes. "line-1" to "line-10", then again.
std::string line_class(std::size_t position);

/// The rules for fills and lines.
std::string fill_and_line_style();

/// Colours as custom properties, with the dark and the forced-colours set; and the rules for fills and lines.
std::string palette_style();

/// The hatchings that `palette_style` refers to: one hidden drawing, to stand in the page once.
Markup pattern_definitions();

/// Contrast of two colours "#rrggbb" as WCAG 2.2 counts it: 1 to 21.
double contrast(std::string_view one, std::string_view other);

}  // namespace commonweal::report
