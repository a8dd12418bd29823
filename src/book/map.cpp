// SPDX-License-Identifier: Apache-2.0
#include "book/map.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "book/sector_links.h"
#include "report/markup.h"
#include "report/svg.h"

namespace commonweal::book {

namespace {

using report::Markup;
namespace svg = report::svg;

struct Point {
  double x = 0, y = 0;
};

Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}

Point operator*(double factor, Point a) {
  return {factor * a.x, factor * a.y};
}

/// Places around an ellipse, the first at the top, clockwise. Neighbours on a side stand equally far below one another,
/// so that names have room; an ellipse walked at an even pace would crowd them at top and bottom.
struct Ring {
  Point centre;
  double half_width = 0, half_height = 0;
  std::size_t count = 1;

  Point at(std::size_t position) const {
    if (position == 0) return {centre.x, centre.y - half_height};
    const std::size_t on_right = count / 2;
    const bool is_right = position <= on_right;
    const std::size_t from_top = is_right ? position : count - position;
    const std::size_t on_side = is_right ? on_right : count - 1 - on_right;
    constexpr double highest = -0.7, lowest = 1;
    const double step = on_side > 1 ? static_cast<double>(from_top - 1) / static_cast<double>(on_side - 1) : 0.5;
    const double down = highest + (lowest - highest) * step;
    const double out = std::sqrt(1 - 0.8 * down * down);
    return {centre.x + (is_right ? 1 : -1) * half_width * out, centre.y + half_height * down};
  }

  /// Which side of the ring a place is on: -1 left, 0 near the middle, 1 right.
  int side(std::size_t position) const {
    const double offset = (at(position).x - centre.x) / half_width;
    return offset < -0.2 ? -1 : offset > 0.2 ? 1 : 0;
  }
};

// The drawing, in pixels of its own.
constexpr double width = 960, ring_height = 620, box_width = 192, box_height = 40;
constexpr double cell_width = 320, cell_height = 256;
constexpr std::size_t cells_a_row = 3;

constexpr std::string_view style = R"(
text { font: 15px system-ui, sans-serif; fill: #1a1a1a; }
.note { font-size: 13px; fill: #505a5f; }
.title { font-weight: 600; }
.small { font-size: 12px; }
.ground { fill: #ffffff; }
.box { fill: #f3f2f1; stroke: #505a5f; }
.link { fill: none; stroke: #7a8a99; stroke-opacity: 0.55; }
.tip { fill: #7a8a99; }
.dot { fill: #b1b4b6; }
.on { fill: #12436d; }
.loop { fill: none; stroke: #12436d; stroke-width: 2; }
.loop-tip { fill: #12436d; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f0f0; }
  .note { fill: #b8c0c6; }
  .ground { fill: #16191c; }
  .box { fill: #2a2f34; stroke: #a0a8b0; }
  .link { stroke: #8fa0b0; }
  .tip { fill: #8fa0b0; }
  .dot { fill: #5a6268; }
  .on { fill: #7fb3e6; }
  .loop { stroke: #7fb3e6; }
  .loop-tip { fill: #7fb3e6; }
}
)";

/// How far from its middle a line in a direction leaves a box.
double reach_of_box(Point towards) {
  const double x = std::abs(towards.x), y = std::abs(towards.y);
  const double sideways = x > 0 ? box_width / 2 / x : box_width, upright = y > 0 ? box_height / 2 / y : box_width;
  return std::min(sideways, upright);
}

/// An arrow from one point to another, bent to its left so that the arrow back is another line. It stops at the edge of
/// a box around its end, or `gap` short.
struct Arrow {
  Point from, to;
  double bend = 0.14;
  bool ends_at_box = true;
  double gap = 4, thickness = 1.5;
  std::string_view line_class = "link", tip_class = "tip";
};

/// A unit vector from `a` to `b`.
Point direction(Point a, Point b) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  return length > 0 ? Point{(b.x - a.x) / length, (b.y - a.y) / length} : Point{1, 0};
}

Markup draw(const Arrow& arrow) {
  const Point along = arrow.to + -1.0 * arrow.from;
  const Point control = 0.5 * (arrow.from + arrow.to) + arrow.bend * Point{along.y, -along.x};
  const Point into = direction(control, arrow.to);
  const Point tip = arrow.to + -(arrow.gap + (arrow.ends_at_box ? reach_of_box(into) : 0)) * into;
  const double length = 5 + 1.6 * arrow.thickness, half = 2.5 + arrow.thickness;
  const Point base = tip + -length * into;
  const Point across{-into.y, into.x};
  const Point left = base + half * across, right = base + -half * across;
  const std::string data = fmt::format("M{:.1f},{:.1f} Q{:.1f},{:.1f} {:.1f},{:.1f}", arrow.from.x, arrow.from.y,
                                       control.x, control.y, base.x, base.y);
  return report::empty_element(
             "path",
             {{"class", arrow.line_class}, {"d", data}, {"stroke-width", fmt::format("{:.1f}", arrow.thickness)}}) +
         report::empty_element("path", {{"class", arrow.tip_class},
                                        {"d", fmt::format("M{:.1f},{:.1f} L{:.1f},{:.1f} L{:.1f},{:.1f} Z", tip.x,
                                                          tip.y, left.x, left.y, right.x, right.y)}});
}

/// A name of more than `most` letters in two lines.
std::vector<std::string> in_lines(const std::string& name, std::size_t most) {
  const std::size_t blank = name.find(' ', name.size() / 3);
  if (name.size() <= most || blank == std::string::npos) return {name};
  return {name.substr(0, blank), name.substr(blank + 1)};
}

Markup draw_sectors(const SectorMap& map, const Ring& ring) {
  Markup drawing;
  for (const SectorLink& link : map.links) {
    Arrow arrow{ring.at(link.from), ring.at(link.to)};
    arrow.thickness = 1 + std::log2(static_cast<double>(link.count));
    drawing += draw(arrow);
  }
  for (std::size_t position = 0; position < map.names.size(); ++position) {
    const Point middle = ring.at(position);
    drawing += report::empty_element("rect", {{"class", "box"},
                                              {"x", middle.x - box_width / 2},
                                              {"y", middle.y - box_height / 2},
                                              {"width", box_width},
                                              {"height", box_height},
                                              {"rx", 6.0}});
    const std::vector<std::string> lines = in_lines(map.names[position], 21);
    double y = middle.y + 5 - 9 * static_cast<double>(lines.size() - 1);
    for (const std::string& line : lines) {
      drawing += svg::words("title", middle.x, y, svg::Anchor::middle, line);
      y += 18;
    }
  }
  return drawing;
}

/// A loop inside one sector: a small circle at its dot, away from the middle.
Markup draw_turn(const Ring& ring, std::size_t position) {
  const Point dot = ring.at(position);
  const Point out = dot + 12.0 * direction(dot, ring.centre);
  return svg::circle("loop", out.x, out.y, 11);
}

/// A name beside its dot, away from the middle of the ring; a long one in two lines.
Markup draw_name(const Ring& ring, std::size_t position, const std::string& name) {
  constexpr svg::Anchor anchors[] = {svg::Anchor::end, svg::Anchor::middle, svg::Anchor::start};
  constexpr double line_height = 14;
  const int side = ring.side(position);
  const Point dot = ring.at(position);
  const std::vector<std::string> lines = in_lines(name, 14);
  const double more = line_height * static_cast<double>(lines.size() - 1);
  double y = dot.y + (side != 0 ? 4 - more / 2 : dot.y < ring.centre.y ? -10 - more : 20);
  Markup drawing;
  for (const std::string& line : lines) {
    drawing += svg::words("small", dot.x + 9 * side, y, anchors[side + 1], line);
    y += line_height;
  }
  return drawing;
}

Markup draw_loop(const SectorMap& map, const SectorLoop& loop, Point corner) {
  const Ring ring{corner + Point{cell_width / 2 + 12, 136}, 52, 84, map.names.size()};
  Markup drawing = svg::words("title", corner.x + cell_width / 2, corner.y + 22, svg::Anchor::middle, loop.name);
  if (loop.sectors.size() == 1) drawing += draw_turn(ring, loop.sectors.front());
  for (std::size_t step = 0; loop.sectors.size() > 1 && step < loop.sectors.size(); ++step) {
    const std::size_t next = loop.sectors[(step + 1) % loop.sectors.size()];
    drawing += draw({ring.at(loop.sectors[step]), ring.at(next), 0.14, false, 6, 2, "loop", "loop-tip"});
  }
  for (std::size_t position = 0; position < map.names.size(); ++position) {
    const bool is_on = std::ranges::find(loop.sectors, position) != loop.sectors.end();
    const Point dot = ring.at(position);
    drawing += svg::circle(is_on ? "on" : "dot", dot.x, dot.y, is_on ? 5 : 3);
    if (is_on) drawing += draw_name(ring, position, map.names[position]);
  }
  return drawing;
}

}  // namespace

std::string map(const syntax::Document& document, const model::Model& model) {
  const SectorMap seen = sector_map(document, model);
  const std::size_t rows = (seen.loops.size() + cells_a_row - 1) / cells_a_row;
  const double height = ring_height + 40 + static_cast<double>(rows) * cell_height;

  Markup drawing = report::element("title", "The sectors of the model and its loops");
  drawing += report::element("style", Markup::verbatim(style));
  drawing += svg::rectangle("ground", 0, 0, width, height);
  const Ring ring{
      {width / 2, ring_height / 2}, width / 2 - box_width / 2 - 16, ring_height / 2 - 50, seen.names.size()};
  drawing += draw_sectors(seen, ring);
  drawing += svg::words("note", width / 2, ring_height + 6, svg::Anchor::middle,
                        "An arrow: equations at its head use what stands at its tail; the broader, the more of them.");
  if (!seen.loops.empty()) {
    drawing += svg::words("note", width / 2, ring_height + 28, svg::Anchor::middle,
                          "Below, each loop that can be switched off, by the shortest way that it goes.");
  }
  for (std::size_t loop = 0; loop < seen.loops.size(); ++loop) {
    const Point corner{static_cast<double>(loop % cells_a_row) * cell_width,
                       ring_height + 40 + static_cast<double>(loop / cells_a_row) * cell_height};
    drawing += draw_loop(seen, seen.loops[loop], corner);
  }
  const Markup whole = report::element(
      "svg",
      {{"xmlns", "http://www.w3.org/2000/svg"}, {"viewBox", fmt::format("0 0 {} {}", width, height)}, {"role", "img"}},
      drawing);
  return whole.text() + "\n";
}

}  // namespace commonweal::book
