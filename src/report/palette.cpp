// SPDX-License-Identifier: Apache-2.0
#include "report/palette.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace commonweal::report {
namespace {

constexpr std::array<Colour, 22> all_colours = {{
    {"paper", "#ffffff", "#14181c", "Canvas"},          {"ink", "#0b0c0c", "#f3f2f1", "CanvasText"},
    {"muted", "#505a5f", "#b6bcc2", "CanvasText"},      {"rule", "#b1b4b6", "#4a5157", "GrayText"},
    {"grid", "#dfe1e3", "#30363c", "GrayText"},         {"panel", "#f3f2f1", "#1f252b", "Canvas"},
    {"link", "#1a65a6", "#7fb9ee", "LinkText"},         {"focus", "#ffdd00", "#ffdd00", "Highlight"},
    {"warn", "#a8242c", "#ff9d97", "CanvasText"},       {"care-1", "#12436d", "#9accf5", "CanvasText"},
    {"care-2", "#2073bc", "#5a9fdc", "Highlight"},      {"care-3", "#6bace6", "#3d76ab", "GrayText"},
    {"other-light", "#dcdfe2", "#3a4148", "Canvas"},    {"other-mid", "#b9bfc5", "#545c64", "GrayText"},
    {"other-line", "#8a9299", "#8a9299", "CanvasText"}, {"series-1", "#12436d", "#6bace6", "CanvasText"},
    {"series-2", "#28a197", "#3fc1b6", "CanvasText"},   {"series-3", "#801650", "#e58bbb", "CanvasText"},
    {"series-4", "#f46a25", "#ff9a66", "CanvasText"},   {"series-5", "#3d3d3d", "#d0d0d0", "CanvasText"},
    {"series-6", "#a285d1", "#b9a1e0", "CanvasText"},   {"halo", "#ffffff", "#14181c", "Canvas"},
}};

/// A fill: one colour, or a hatching of lines in one colour over another.
struct FillRule {
  Fill fill;
  std::string_view name;    ///< class and, for a hatching, id of the pattern
  std::string_view ground;  ///< colour
  std::string_view lines;   ///< colour of the hatching; empty: none
  std::string_view path;    ///< the hatching within a square of 8
};

constexpr std::string_view rising = "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6";
constexpr std::string_view falling = "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2";
constexpr std::string_view level = "M0,4 L8,4";
constexpr std::string_view upright = "M4,0 L4,8";
constexpr std::string_view dots = "M1.5,2 h1.6 M5.5,6 h1.6";
constexpr std::string_view grid = "M0,4 L8,4 M4,0 L4,8";

constexpr std::array<FillRule, 15> fill_rules = {{
    {Fill::care_1, "fill-care-1", "care-1", "", ""},
    {Fill::care_2, "fill-care-2", "care-2", "", ""},
    {Fill::care_3, "fill-care-3", "care-3", "", ""},
    {Fill::other_1, "fill-other-1", "other-light", "", ""},
    {Fill::other_2, "fill-other-2", "other-mid", "other-line", rising},
    {Fill::other_3, "fill-other-3", "other-mid", "", ""},
    {Fill::other_4, "fill-other-4", "other-light", "other-line", dots},
    {Fill::other_5, "fill-other-5", "other-light", "other-line", falling},
    {Fill::other_6, "fill-other-6", "other-mid", "other-line", level},
    {Fill::other_7, "fill-other-7", "other-mid", "other-line", upright},
    {Fill::other_8, "fill-other-8", "other-light", "other-line", grid},
    {Fill::part_1, "fill-part-1", "series-1", "", ""},
    {Fill::part_2, "fill-part-2", "series-2", "paper", rising},
    {Fill::part_3, "fill-part-3", "series-3", "", ""},
    {Fill::part_4, "fill-part-4", "paper", "series-4", falling},
}};

/// One for each line of a chart; with more than six lines colours return, dashes do not.
constexpr std::array<std::string_view, 10> dashes = {"none", "9 4",  "3 3",     "14 4 3 4",     "6 2",
                                                     "2 5",  "16 5", "1.5 2.5", "10 3 2 3 2 3", "5 6"};
constexpr std::size_t line_colours = 6;

std::string properties(std::string_view Colour::* ground) {
  std::string text;
  for (const Colour& colour : all_colours) text += fmt::format("--{}:{};", colour.name, colour.*ground);
  return text;
}

double channel(std::string_view colour, std::size_t position) {
  int value = 0;
  std::from_chars(colour.data() + position, colour.data() + position + 2, value, 16);
  const double part = value / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

}  // namespace

std::span<const Colour> colours() {
  return all_colours;
}

std::string_view fill_class(Fill fill) {
  const auto rule =
      std::find_if(fill_rules.begin(), fill_rules.end(), [&](const FillRule& one) { return one.fill == fill; });
  return rule->name;
}

Fill service_fill(std::size_t position, std::size_t care_services) {
  constexpr std::array care = {Fill::care_1, Fill::care_2, Fill::care_3};
  constexpr std::array other = {Fill::other_1, Fill::other_3, Fill::other_5, Fill::other_7,
                                Fill::other_4, Fill::other_2, Fill::other_8, Fill::other_6};
  if (position < care_services) return care[position % care.size()];
  return other[(position - care_services) % other.size()];
}

std::string line_class(std::size_t position) {
  return fmt::format("line line-{}", position % dashes.size() + 1);
}

std::string fill_and_line_style() {
  std::string text;
  for (const FillRule& rule : fill_rules) {
    const std::string paint =
        rule.lines.empty() ? fmt::format("var(--{})", rule.ground) : fmt::format("url(#{})", rule.name);
    text += fmt::format(".{}{{fill:{}}}\n", rule.name, paint);
  }
  for (std::size_t line = 0; line < dashes.size(); ++line) {
    text += fmt::format(".line-{0}{{stroke:var(--series-{1});color:var(--series-{1});stroke-dasharray:{2}}}\n",
                        line + 1, line % line_colours + 1, dashes[line]);
  }
  return text;
}

std::string palette_style() {
  std::string text = fmt::format(":root{{color-scheme:light dark;{}}}\n", properties(&Colour::light));
  text += fmt::format("@media (prefers-color-scheme: dark){{:root{{{}}}}}\n", properties(&Colour::dark));
  // Paper is white: the light set comes back for print, whatever the screen shows.
  text += fmt::format("@media print{{:root{{color-scheme:light;{}}}}}\n", properties(&Colour::light));
  text += fmt::format("@media (forced-colors: active){{:root{{{}}}}}\n", properties(&Colour::forced));
  return text + fill_and_line_style();
}

Markup pattern_definitions() {
  Markup patterns;
  for (const FillRule& rule : fill_rules) {
    if (rule.lines.empty()) continue;
    const Markup ground =
        empty_element("rect", {{"width", "8"}, {"height", "8"}, {"style", fmt::format("fill:var(--{})", rule.ground)}});
    const Markup hatching = empty_element(
        "path", {{"d", rule.path}, {"style", fmt::format("stroke:var(--{});stroke-width:1.6;fill:none", rule.lines)}});
    patterns +=
        element("pattern", {{"id", rule.name}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}},
                ground + hatching);
  }
  return element(
      "svg", {{"class", "patterns"}, {"width", "0"}, {"height", "0"}, {"aria-hidden", "true"}, {"focusable", "false"}},
      element("defs", patterns));
}

double contrast(std::string_view one, std::string_view other) {
  const double first = luminance(one), second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace commonweal::report
