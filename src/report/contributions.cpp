// SPDX-License-Identifier: Apache-2.0
#include "report/contributions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/labels.h"
#include "report/palette.h"
#include "report/scale.h"
#include "report/svg.h"

namespace commonweal::report {
namespace {

/// "+12.3" or "-4.5"; a figure that rounds to nothing has no sign.
std::string signed_figure(double value, int digits) {
  if (!std::isfinite(value)) return "[x]";
  const std::string text = base::grouped(value, digits);
  const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return value > 0 && !is_zero ? "+" + text : text;
}

/// Where things stand on the sheet.
struct Layout {
  double names;         ///< width of the column of names; 0: names stand above their bars
  double column;        ///< width of each cause's column
  double row_height;
  double totals;        ///< right edge of the totals
  double head;          ///< where the first row begins
};

Layout layout_for(const Contributions& contributions, const Canvas& canvas) {
  const double total_room = text_width(contributions.total_name, canvas.letter) * 1.08 + 12;
  if (!canvas.direct) return {0, canvas.width / Contributions::causes, canvas.letter * 3.9, canvas.width, canvas.letter * 3.4};
  double names = 0;
  for (const Contributions::Row& row : contributions.rows) names = std::max(names, text_width(row.name, canvas.letter) * 1.06);
  names += 14;
  const double column = (canvas.width - names - total_room) / Contributions::causes;
  return {names, column, canvas.letter * 2.1, canvas.width, canvas.letter * 4};
}

/// The common scale of all columns: bars and the figures beside them within the column.
Scale bar_scale(const Contributions& contributions, const Canvas& canvas, const Layout& layout) {
  Extent extent;
  std::size_t longest = 4;
  for (const Contributions::Row& row : contributions.rows) {
    for (const double part : row.parts) {
      extent.include(part);
      longest = std::max(longest, signed_figure(part, contributions.digits).size());
    }
  }
  if (!(extent.high > extent.low)) extent.high = 1;
  const double figures = text_width(std::string(longest, '0'), canvas.letter) + 12;
  const double from = extent.low < 0 ? figures : 4;
  return {extent.low, extent.high, from, layout.column - figures};
}

Markup draw_part(double value, std::size_t cause, double left, double middle, const Contributions& contributions,
                 const Canvas& canvas, const Scale& scale) {
  constexpr std::array fills = {Fill::part_1, Fill::part_2, Fill::part_3};
  const double zero = left + scale.at(0);
  if (!std::isfinite(value)) return svg::words("figure", zero + 6, middle + canvas.letter * 0.35, svg::Anchor::start, "[x]");
  const double end = left + scale.at(value);
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
                const Layout& layout, const Scale& scale) {
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
    const double left = layout.names + static_cast<double>(cause) * layout.column;
    drawn += draw_part(row.parts[cause], cause, left, middle, contributions, canvas, scale);
  }
  drawn += svg::words("figure strong", layout.totals, name_line, svg::Anchor::end, total);
  return drawn;
}

}  // namespace

Markup draw(const Contributions& contributions, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id) {
  const Layout layout = layout_for(contributions, canvas);
  const Scale scale = bar_scale(contributions, canvas, layout);
  const double height = layout.head + layout.row_height * static_cast<double>(contributions.rows.size()) + 6;

  Markup content = svg::words("axis", 0, canvas.letter, svg::Anchor::start, contributions.unit);
  const double heading = layout.head - canvas.letter * 0.7;
  for (std::size_t cause = 0; cause < Contributions::causes; ++cause) {
    const double zero = layout.names + static_cast<double>(cause) * layout.column + scale.at(0);
    content += svg::words("name strong", zero, heading, svg::Anchor::start, contributions.cause_names[cause]);
    content += svg::line("zero", zero, layout.head, zero, height - 4);
  }
  content += svg::words("name strong", layout.totals, layout.names == 0 ? canvas.letter : heading, svg::Anchor::end,
                        contributions.total_name);

  double top = layout.head;
  for (const Contributions::Row& row : contributions.rows) {
    if (row.strong) content += svg::line("grid", 0, top, canvas.width, top);
    content += draw_row(row, top, contributions, canvas, layout, scale);
    top += layout.row_height;
  }
  return drawing(canvas, height, style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
