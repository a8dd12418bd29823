// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace commonweal::analysis {

/// How deep each of several paths lies among the others: the share of all pairs of paths between which it runs, taken
/// over the years (modified band depth: Lopez-Pintado and Romo 2009, On the concept of depth for functional data). The
/// most typical path is the deepest. Paths are of one length, their figures finite.
std::vector<double> band_depths(const std::vector<std::vector<double>>& paths);

}  // namespace commonweal::analysis
