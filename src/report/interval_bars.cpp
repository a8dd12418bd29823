// SPDX-License-Identifier: Apache-2.0
#include "report/interval_bars.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/labels.h"
#include "report/scale.h"
#include "report/svg.h"
#include "report/table.h"

namespace commonweal::report {
namespace {

bool has_range(const IntervalBars::Row& row) {
  return std::isfinite(row.low) && std::isfinite(row.high);
}

/// "12.3 (11.0 to 14.1)".
std::string words_of(const IntervalBars::Row& row, int digits) {
  if (!std::isfinite(row.value)) return std::string(unknown_sign);
  const std::string value = base::grouped(row.value, digits);
  if (!has_range(row)) return value;
  return fmt::format("{} ({} to {})", value, base::grouped(row.low, digits), base::grouped(row.high, digits));
}

/// Where things stand on the sheet.
struct BarsLayout {
  double names = 0;  ///< width of the column of names; 0: names stand above their bars
  Scale scale;
  double figures = 0;  ///< right edge of the figures, which are as wide as the widest of them
  double row_height = 0, head = 0;
};

BarsLayout layout_for(const IntervalBars& bars, const Canvas& canvas) {
  double names = 0, figures = 0;
  Extent extent;
  for (const IntervalBars::Row& row : bars.rows) {
    names = std::max(names, text_width(row.name, canvas.letter) * 1.06 + 14);
    figures = std::max(figures, text_width(words_of(row, bars.digits), canvas.letter) + 14);
    extent.include(row.value);
    extent.include(row.low);
    extent.include(row.high);
  }
  if (extent.low == extent.high) extent.high = 1;
  const bool names_beside = canvas.width > 600 && names < 0.45 * canvas.width;
  BarsLayout layout;
  layout.names = names_beside ? names : 0;
  layout.scale = {extent.low, extent.high, layout.names + 4, std::max(canvas.width - figures, layout.names + 60)};
  layout.figures = canvas.width;
  layout.row_height = canvas.letter * (names_beside ? 2.0 : 3.6);
  layout.head = canvas.letter * 2;
  return layout;
}

Markup draw_row(const IntervalBars::Row& row, double top, const IntervalBars& bars, const Canvas& canvas,
                const BarsLayout& layout) {
  const double thick = canvas.letter * 1.1, drop = canvas.letter * 0.35;
  const double middle = layout.names > 0 ? top + layout.row_height / 2 : top + canvas.letter * 2.5;
  Markup drawn = layout.names > 0 ? svg::words("name", layout.names - 10, middle + drop, svg::Anchor::end, row.name)
                                  : svg::words("name", 0, top + canvas.letter * 1.4, svg::Anchor::start, row.name);
  const double zero = layout.scale.at(0);
  if (std::isfinite(row.value)) {
    const double end = layout.scale.at(row.value);
    drawn += svg::rectangle(fmt::format("bar {}", fill_class(row.fill)), std::min(zero, end), middle - thick / 2,
                            std::abs(end - zero), thick);
  }
  drawn += svg::line("zero", zero, middle - thick, zero, middle + thick);
  if (has_range(row)) {
    const double low = layout.scale.at(row.low), high = layout.scale.at(row.high), cap = thick * 0.3;
    drawn += svg::line("interval-halo", low, middle, high, middle);
    drawn += svg::line("interval", low, middle, high, middle);
    for (const double end : {low, high}) drawn += svg::line("interval", end, middle - cap, end, middle + cap);
  }
  return drawn + svg::words("figure", layout.figures, middle + drop, svg::Anchor::end, words_of(row, bars.digits));
}

}  // namespace

int digits_for(double size, int significant) {
  if (!std::isfinite(size) || size == 0) return 0;
  const double before_the_point = std::floor(std::log10(std::abs(size))) + 1;
  return static_cast<int>(std::clamp(significant - before_the_point, 0.0, 6.0));
}

Markup draw(const IntervalBars& bars, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id) {
  const BarsLayout layout = layout_for(bars, canvas);
  Markup content = svg::words("axis", 0, canvas.letter, svg::Anchor::start, bars.unit);
  double top = layout.head;
  for (const IntervalBars::Row& row : bars.rows) {
    content += draw_row(row, top, bars, canvas, layout);
    top += layout.row_height;
  }
  if (bars.key.empty()) return drawing(canvas, top + 6, style_class, title_id, summary_id, content);
  content += draw_key(canvas, top + 6, bars.key);
  return drawing(canvas, top + 6 + key_height(canvas, bars.key), style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
