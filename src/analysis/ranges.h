// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"

namespace commonweal::analysis {

/// Gives `graph` the ranges of its crossings and of its care share, from the graphs of its bounds, which must be of the
/// same years. Does nothing without bounds.
void add_range(GraphOfDoom& graph, const std::vector<GraphOfDoom>& bounds);

/// Gives `gap` its range before action, from the gaps of its bounds, which must be of the same years. Does nothing
/// without bounds.
void add_range(Gap& gap, const std::vector<Gap>& bounds);

}  // namespace commonweal::analysis
