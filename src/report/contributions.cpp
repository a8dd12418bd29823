// SPDX-License-Identifier: Apache-2.0
#include "report/contributions.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/labels.h"
#include "report/palette.h"
#include "report/scale.h"
#include "report/svg.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

/// The column of one cause: room at the left for bars and figures below zero, then the line of zero, then room at the
/// right.
struct CauseColumn {
  double zero;  ///< where zero stands on the sheet
};

/// Where things stand on the sheet.
struct CausesLayout {
  double names;  ///< width of the column of names; 0: names stand above their bars
  std::array<CauseColumn, Contributions::causes> columns;
  double per_unit;  ///< width of a bar for one unit; the same in all columns
  double row_height;
  double totals;  ///< right edge of the totals
  double head;    ///< where the first row begins
};

double names_width(const Contributions& contributions, const Canvas& canvas) {
  double widest = 0;
  for (const Contributions::Row& row : contributions.rows)
    widest = std::max(widest, text_width(row.name, canvas.letter));
  return widest * 1.06 + 14;
}

/// What the bars of one cause reach.
Extent extent_of(const Contributions& contributions, std::size_t cause) {
  Extent extent;
  for (const Contributions::Row& row : contributions.rows) extent.include(row.parts[cause]);
  return extent;
}

/// Columns take their width from their bars, all on one scale, and from the figures beside them.
CausesLayout layout_for(const Contributions& contributions, const Canvas& canvas) {
  const bool names_beside = canvas.width > 600;
  CausesLayout layout;
  layout.names = names_beside ? names_width(contributions, canvas) : 0;
  layout.row_height = canvas.letter * (names_beside ? 2.1 : 3.9);
  layout.head = canvas.letter * (names_beside ? 4 : 3.4);
  layout.totals = canvas.width;

  double longest = text_width("+000", canvas.letter), reach = 0, sides = 0;
  for (std::size_t cause = 0; cause < Contributions::causes; ++cause) {
    for (const Contributions::Row& row : contributions.rows) {
      longest = std::max(longest, text_width(signed_figure(row.parts[cause], contributions.digits), canvas.letter));
    }
    const Extent extent = extent_of(contributions, cause);
    reach += extent.high - extent.low;
    sides += extent.low < 0 ? 2 : 1;
  }
  const double figures = longest + 12;
  const double total_room =
      names_beside ? text_width(contributions.total_name, canvas.letter) * 1.1 + figures * 0.6 : 0;
  const double bars = canvas.width - layout.names - total_room - sides * figures;
  layout.per_unit = reach > 0 ? std::max(bars, 30.0) / reach : 0;

  double x = layout.names;
  for (std::size_t cause = 0; cause < Contributions::causes; ++cause) {
    const Extent extent = extent_of(contributions, cause);
    if (extent.low < 0) x += figures - extent.low * layout.per_unit;
    layout.columns[cause].zero = x + 2;
    x += extent.high * layout.per_unit + figures;
  }
  return layout;
}

Markup draw_part(double value, std::size_t cause, double middle, const Contributions& contributions,
                 const Canvas& canvas, const CausesLayout& layout) {
  constexpr std::array fills = {Fill::part_1, Fill::part_2, Fill::part_3};
  const double zero = layout.columns[cause].zero;
  if (!std::isfinite(value))
    return svg::words("figure", zero + 6, middle + canvas.letter * 0.35, svg::Anchor::start, "[x]");
  const double end = zero + value * layout.per_unit;
  const double thick = canvas.letter * 1.1;
  Markup drawn = svg::rectangle(std::string("bar ") + std::string(fill_class(fills[cause])), std::min(zero, end),
                                middle - thick / 2, std::abs(end - zero), thick);
  const std::string figure = signed_figure(value, contributions.digits);
  const bool backwards = value < 0;
  drawn += svg::words("figure", backwards ? end - 5 : end + 5, middle + canvas.letter * 0.35,
                      backwards ? svg::Anchor::end : svg::Anchor::start, figure);
  return drawn;
}

Markup draw_row(const Contributions::Row& row, double top, const Contributions& contributions, const Canvas& canvas,
                const CausesLayout& layout) {
  const char* weight = row.strong ? "name strong" : "name";
  const std::string total = signed_figure(row.total, contributions.digits);
  Markup drawn;
  double middle = top + layout.row_height / 2;
  double name_line = middle + canvas.letter * 0.35;
  if (layout.names == 0) {
    name_line = top + canvas.letter * 1.4;
    middle = top + canvas.letter * 2.6;
    drawn += svg::words(weight, 0, name_line, svg::Anchor::start, row.name);
  } else {
    drawn += svg::words(weight, layout.names - 12, name_line, svg::Anchor::end, row.name);
  }
  for (std::size_t cause = 0; cause < Contributions::causes; ++cause) {
    drawn += draw_part(row.parts[cause], cause, middle, contributions, canvas, layout);
    const double zero = layout.columns[cause].zero;
    drawn += svg::line("zero", zero, middle - canvas.letter * 1.05, zero, middle + canvas.letter * 1.05);
  }
  drawn += svg::words("figure strong", layout.totals, name_line, svg::Anchor::end, total);
  return drawn;
}

}  // namespace

Markup draw(const Contributions& contributions, const Canvas& canvas, const std::string& style_class,
            const std::string& title_id, const std::string& summary_id) {
  const CausesLayout layout = layout_for(contributions, canvas);
  const double height = layout.head + layout.row_height * static_cast<double>(contributions.rows.size()) + 6;

  Markup content = svg::words("axis", 0, canvas.letter, svg::Anchor::start, contributions.unit);
  const double heading = layout.head - canvas.letter * 0.7;
  for (std::size_t cause = 0; cause < Contributions::causes; ++cause) {
    content += svg::words("name strong", layout.columns[cause].zero, heading, svg::Anchor::start,
                          contributions.cause_names[cause]);
  }
  content += svg::words("name strong", layout.totals, heading, svg::Anchor::end, contributions.total_name);

  double top = layout.head;
  bool below_rule = false;
  for (const Contributions::Row& row : contributions.rows) {
    if (row.strong && !below_rule) content += svg::line("zero", 0, top, canvas.width, top);
    below_rule = row.strong;
    content += draw_row(row, top, contributions, canvas, layout);
    top += layout.row_height;
  }
  return drawing(canvas, height, style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
