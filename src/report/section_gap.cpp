// SPDX-License-Identifier: Apache-2.0
#include "report/gap_figure.h"
#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {

Markup gap_section(const analysis::Findings& findings) {
  std::vector<const analysis::Gap*> shown;
  std::vector<Extent> extents;
  for (const analysis::Gap& gap : findings.gaps) {
    if (gap.before_action.empty() || !is_main(findings.headline, gap.scenario_id)) continue;
    shown.push_back(&gap);
    extents.push_back(gap_extent(gap));
  }
  if (shown.empty()) return {};
  const Extent shared = shared_extent(extents);
  Markup figures;
  for (const analysis::Gap* gap : shown) {
    Figure figure = gap_figure(*gap, shared);
    if (gap == shown.front()) figure.assumed = assumption_mark(findings);
    figures += figure_markup(figure, shown.size() == 1 ? Canvas::wide() : Canvas::small(), findings.sources);
  }
  Markup content = shown.size() == 1 ? figures : element("div", {{"class", "side-by-side"}}, figures);
  if (shown.size() > 1 && shared.is_empty()) content += scales_differ();
  content += table_markup(final_gaps_table(findings.headline), findings.sources);
  return section("gap", "The gap, and what closes it", content);
}

}  // namespace commonweal::report
