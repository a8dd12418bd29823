// SPDX-License-Identifier: Apache-2.0
#include "report/waterfall.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/labels.h"
#include "report/palette.h"
#include "report/scale.h"
#include "report/svg.h"
#include "report/wording.h"

namespace commonweal::report {

namespace {

/// One bar on the sheet.
struct Bar {
  std::string name, figure;
  double from = 0, to = 0;
  Fill fill = Fill::other_1;
  const Waterfall::Step* step = nullptr;  ///< nothing: the whole
};

std::vector<Bar> bars_of(const Waterfall& waterfall) {
  std::vector<Bar> bars;
  double reached = 0;
  for (const Waterfall::Step& step : waterfall.steps) {
    bars.push_back({step.name, signed_figure(step.size, waterfall.digits), reached, reached + step.size,
                    step.size > 0 ? Fill::part_2 : Fill::part_1, &step});
    reached += step.size;
  }
  bars.push_back({waterfall.whole, signed_figure(reached, waterfall.digits), 0, reached, Fill::other_1, nullptr});
  return bars;
}

/// What a bar and the range of its end reach.
Extent extent_of(const std::vector<Bar>& bars) {
  Extent extent;
  for (const Bar& bar : bars) {
    extent.include(bar.from);
    extent.include(bar.to);
    if (bar.step == nullptr) continue;
    extent.include(bar.from + bar.step->low);
    extent.include(bar.from + bar.step->high);
  }
  return extent;
}

/// Where things stand on the sheet.
struct StepsLayout {
  double names;  ///< width of the column of names; 0: names stand above their bars
  double row_height, head;
  Scale scale;
};

StepsLayout layout_for(const std::vector<Bar>& bars, const Canvas& canvas) {
  double names = 0, figures = 0;
  for (const Bar& bar : bars) {
    names = std::max(names, text_width(bar.name, canvas.letter) * 1.06 + 14);
    figures = std::max(figures, text_width(bar.figure, canvas.letter) * 1.1 + 12);
  }
  const bool names_beside = canvas.width > 600;
  const Extent extent = extent_of(bars);
  const double left = (names_beside ? names : 0) + (extent.low < 0 ? figures : 2);
  const double high = extent.is_empty() ? extent.low + 1 : extent.high;
  return {names_beside ? names : 0, canvas.letter * (names_beside ? 2.1 : 3.4), canvas.letter * 2,
          Scale{extent.low, high, left, canvas.width - figures}};
}

Markup draw_bar(const Bar& bar, double top, const Canvas& canvas, const StepsLayout& layout) {
  const bool names_beside = layout.names > 0;
  const double middle = top + (names_beside ? layout.row_height / 2 : canvas.letter * 2.4);
  const double thick = canvas.letter * 1.1, from = layout.scale.at(bar.from), to = layout.scale.at(bar.to);
  Markup drawn = names_beside
                     ? svg::words("name", layout.names - 12, middle + canvas.letter * 0.35, svg::Anchor::end, bar.name)
                     : svg::words("name", 0, top + canvas.letter * 1.3, svg::Anchor::start, bar.name);
  drawn += svg::rectangle("bar " + std::string(fill_class(bar.fill)), std::min(from, to), middle - thick / 2,
                          std::abs(to - from), thick);
  double right = std::max(from, to), left = std::min(from, to);
  if (bar.step != nullptr && std::isfinite(bar.step->low)) {
    const double low = layout.scale.at(bar.from + bar.step->low), high = layout.scale.at(bar.from + bar.step->high);
    drawn += svg::line("interval-halo", low, middle, high, middle) + svg::line("interval", low, middle, high, middle);
    right = std::max(right, high);
    left = std::min(left, low);
  }
  const bool backwards = bar.to < bar.from && left > layout.scale.from + 1;
  const bool has_room = left - text_width(bar.figure, canvas.letter) > layout.names + 8;
  drawn += backwards && has_room
               ? svg::words("figure", left - 5, middle + canvas.letter * 0.35, svg::Anchor::end, bar.figure)
               : svg::words("figure", right + 5, middle + canvas.letter * 0.35, svg::Anchor::start, bar.figure);
  return drawn;
}

}  // namespace

Markup draw(const Waterfall& waterfall, const Canvas& canvas, const std::string& style_class,
            const std::string& title_id, const std::string& summary_id) {
  const std::vector<Bar> bars = bars_of(waterfall);
  const StepsLayout layout = layout_for(bars, canvas);
  const double height = layout.head + layout.row_height * static_cast<double>(bars.size()) + 6;

  Markup content = svg::words("axis", 0, canvas.letter, svg::Anchor::start, waterfall.unit);
  const double zero = layout.scale.at(0);
  content += svg::line("zero", zero, layout.head, zero, height - 6);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double top = layout.head + layout.row_height * static_cast<double>(i);
    // From the end of a bar a thin line leads to the beginning of the next.
    if (i + 1 < bars.size()) {
      const double at = layout.scale.at(bars[i].to);
      content += svg::line("tick", at, top + layout.row_height * 0.5, at, top + layout.row_height * 1.5);
    }
    content += draw_bar(bars[i], top, canvas, layout);
  }
  return drawing(canvas, height, style_class, title_id, summary_id, content);
}

}  // namespace commonweal::report
