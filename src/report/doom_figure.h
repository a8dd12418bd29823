// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/figure.h"
#include "report/scale.h"

namespace commonweal::report {

/// What the bars are made of: every service, or care and the rest where there is little room.
enum class Detail { services, care_and_rest };

/// The Graph of Doom of one scenario. `at_least`: what its axis must hold, so that several compare (GBP million).
Figure doom_figure(const analysis::GraphOfDoom& graph, Extent at_least, Detail detail);

/// What the axis of one such graph must hold, GBP million.
Extent doom_extent(const analysis::GraphOfDoom& graph);

/// The last year of a graph; its first where it has none.
base::FinancialYear last_year(const analysis::GraphOfDoom& graph);

}  // namespace commonweal::report
