// SPDX-License-Identifier: Apache-2.0
#include "analysis/crossing.h"

#include <algorithm>
#include <cmath>

namespace commonweal::analysis {

std::optional<Crossing> first_crossing(const std::vector<double>& figures, base::FinancialYear first,
                                       double threshold) {
  const auto reached = std::ranges::find_if(figures, [&](double figure) { return figure >= threshold; });
  if (reached == figures.end()) return std::nullopt;

  const auto year = reached - figures.begin();
  Crossing crossing{.years_from_base = static_cast<double>(year), .year = first + static_cast<int>(year)};
  if (year == 0) return crossing;

  const double before = *(reached - 1);
  if (std::isfinite(before) && std::isfinite(*reached)) {
    crossing.years_from_base -= (*reached - threshold) / (*reached - before);
  }
  return crossing;
}

}  // namespace commonweal::analysis
