// SPDX-License-Identifier: Apache-2.0
#include "report/picture.h"

#include <fmt/format.h>

#include "report/doom_figure.h"
#include "report/labels.h"
#include "report/palette.h"
#include "report/style.h"
#include "report/svg.h"

namespace commonweal::report {
namespace {

constexpr double margin = 24;
constexpr double head_height = 74, foot_height = 58;

/// Programs that draw pictures often know no custom properties: each colour stands in full wherever it is used.
std::string with_plain_colours(std::string text) {
  for (const Colour& colour : colours()) {
    const std::string property = fmt::format("var(--{})", colour.name);
    for (std::size_t at = text.find(property); at != std::string::npos; at = text.find(property, at)) {
      text.replace(at, property.size(), colour.light);
    }
  }
  return text;
}

/// Lines of small words below one another.
Markup lines_of_words(const std::string& text, double top, const Canvas& canvas) {
  Markup drawn;
  double y = top;
  for (const std::string& line : wrapped(text, canvas.width, canvas.letter)) {
    drawn += svg::words("axis", margin, y, svg::Anchor::start, line);
    y += canvas.letter * 1.4;
  }
  return drawn;
}

Markup style() {
  return element("style",
                 Markup::verbatim(fill_and_line_style() + std::string(chart_style()) + ".title{font-weight:bold}\n"));
}

}  // namespace

std::string picture(const analysis::Findings& findings) {
  if (findings.graphs.empty()) return "";
  const analysis::GraphOfDoom& graph = findings.graphs.front();
  const Figure figure = doom_figure(graph, {}, Detail::services);
  const Canvas canvas = Canvas::wide();
  const double width = canvas.width + 2 * margin, height = canvas.height + head_height + foot_height + margin;

  Markup content = element("title", {{"id", "picture-title"}}, figure.title) +
                   element("desc", {{"id", "picture-summary"}}, figure.summary) + style() + pattern_definitions();
  content += empty_element("rect", {{"width", width}, {"height", height}, {"fill", "var(--paper)"}});
  content += element("text", {{"class", "title"}, {"x", margin}, {"y", 36.0}, {"font-size", 24.0}}, figure.title);
  content += svg::words("axis", margin, 60, svg::Anchor::start,
                        fmt::format("{}. Modelled, not a forecast: {}.", graph.place, graph.scenario_name));
  content += element("g", {{"transform", fmt::format("translate({} {})", margin, head_height)}},
                     figure.draw(canvas, "picture", "picture-title", "picture-summary"));
  content += lines_of_words(
      "Bars: what each service would cost at the base level of service. Line: money for services, that is, funding "
      "less levies, debt and other commitments.",
      head_height + canvas.height + 24, canvas);
  const Markup whole = element("svg",
                               {{"xmlns", "http://www.w3.org/2000/svg"},
                                {"role", "img"},
                                {"aria-labelledby", "picture-title picture-summary"},
                                {"width", width},
                                {"height", height},
                                {"viewBox", fmt::format("0 0 {} {}", width, height)},
                                {"font-family", "Arial, Helvetica, Liberation Sans, sans-serif"},
                                {"font-size", canvas.letter}},
                               content);
  return with_plain_colours(whole.text()) + "\n";
}

}  // namespace commonweal::report
