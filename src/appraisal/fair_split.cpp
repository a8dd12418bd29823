// SPDX-License-Identifier: Apache-2.0
#include "appraisal/fair_split.h"

#include <algorithm>

#include "appraisal/shapley.h"

namespace commonweal::appraisal {

std::vector<double> fair_split(std::span<const double> gains, double cost) {
  return shapley(gains.size(), [&](Coalition together) {
    double gained = 0;
    for (std::size_t agency = 0; agency < gains.size(); ++agency) {
      if (((together >> agency) & 1U) != 0) gained += gains[agency];
    }
    return together == 0 ? 0.0 : std::max(0.0, gained - cost);
  });
}

}  // namespace commonweal::appraisal
