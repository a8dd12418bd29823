// SPDX-License-Identifier: Apache-2.0
#include "analysis/band_depth.h"

#include <algorithm>

namespace commonweal::analysis {

namespace {

/// In how many pairs of all paths the figure lies between the two, itself being one of them: those with one path at or
/// below and another at or above.
double pairs_around(const std::vector<double>& sorted, double figure) {
  const auto count = static_cast<double>(sorted.size());
  const auto below = static_cast<double>(std::ranges::lower_bound(sorted, figure) - sorted.begin());
  const double above = count - static_cast<double>(std::ranges::upper_bound(sorted, figure) - sorted.begin());
  // All pairs but those wholly below or wholly above.
  return count * (count - 1) / 2 - below * (below - 1) / 2 - above * (above - 1) / 2;
}

}  // namespace

std::vector<double> band_depths(const std::vector<std::vector<double>>& paths) {
  std::vector<double> depths(paths.size(), 0);
  if (paths.size() < 2) return depths;
  const auto count = static_cast<double>(paths.size());
  const std::size_t years = paths.front().size();
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<double> sorted;
    for (const std::vector<double>& path : paths) sorted.push_back(path[year]);
    std::ranges::sort(sorted);
    for (std::size_t path = 0; path < paths.size(); ++path) {
      depths[path] += pairs_around(sorted, paths[path][year]) / (count * (count - 1) / 2) / static_cast<double>(years);
    }
  }
  return depths;
}

}  // namespace commonweal::analysis
