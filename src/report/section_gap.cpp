// SPDX-License-Identifier: Apache-2.0
#include "report/gap_figure.h"
#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {

Markup gap_section(const analysis::Findings& findings) {
  Extent extent;  // of all but the first, which are drawn side by side
  bool first = true;
  for (const analysis::Gap& gap : findings.gaps) {
    if (!is_own(findings, gap.scenario_id)) continue;
    if (!first) extent.include(gap.before_action);
    first = false;
  }
  Markup large, small;
  for (const analysis::Gap& gap : findings.gaps) {
    if (gap.before_action.empty() || !is_own(findings, gap.scenario_id)) continue;
    Figure figure = gap_figure(gap, large.empty() ? Extent() : extent);
    if (large.empty()) {
      figure.assumed = assumption_mark(findings);
      large = figure_markup(figure, Canvas::wide(), findings.sources);
    } else {
      small += figure_markup(figure, Canvas::small(), findings.sources);
    }
  }
  if (large.empty()) return {};
  if (!small.empty()) large += element("div", {{"class", "side-by-side"}}, small);
  return section("gap", "The gap, and what closes it", large);
}

}  // namespace commonweal::report
