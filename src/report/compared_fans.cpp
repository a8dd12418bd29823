// SPDX-License-Identifier: Apache-2.0
#include "report/compared_fans.h"

#include "report/sections.h"
#include "report/uncertainty_figures.h"

namespace commonweal::report {

Markup compared_fans(const std::vector<const analysis::Fan*>& fans,
                     Figure (*figure)(const analysis::Fan& fan, double draws, Extent at_least),
                     const analysis::Findings& findings) {
  std::vector<Extent> extents;
  for (const analysis::Fan* fan : fans) extents.push_back(extent_of(fan_chart(*fan)));
  const Extent shared = shared_extent(extents);
  const auto draws = static_cast<double>(findings.uncertainty.draws);
  const Canvas canvas = fans.size() == 1 ? Canvas::wide() : Canvas::small();
  Markup figures;
  for (const analysis::Fan* fan : fans) figures += figure_markup(figure(*fan, draws, shared), canvas, findings.sources);
  if (fans.size() < 2) return figures;
  return element("div", {{"class", "side-by-side"}}, figures) + (shared.is_empty() ? scales_differ() : Markup());
}

}  // namespace commonweal::report
