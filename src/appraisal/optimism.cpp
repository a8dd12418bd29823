// SPDX-License-Identifier: Apache-2.0
#include "appraisal/optimism.h"

#include <algorithm>
#include <cassert>

namespace commonweal::appraisal {

const OptimismCorrection& correction_of(const std::vector<OptimismCorrection>& table, std::string_view grade) {
  assert(!table.empty());
  const auto found = std::ranges::find(table, grade, &OptimismCorrection::grade);
  return found == table.end() ? table.back() : *found;
}

double corrected_costs(double costs, const OptimismCorrection& correction) {
  return costs > 0 ? costs * (1 + correction.costs) : costs;
}

double corrected_benefits(double benefits, const OptimismCorrection& correction) {
  return benefits > 0 ? benefits * (1 - correction.benefits) : benefits;
}

}  // namespace commonweal::appraisal
