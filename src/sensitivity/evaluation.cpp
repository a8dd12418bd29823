// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/evaluation.h"

namespace commonweal::sensitivity {

std::vector<std::vector<std::size_t>> groups_of(const Plan& plan) {
  if (!plan.groups.empty()) return plan.groups;
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t input = 0; input < plan.inputs.size(); ++input) groups.push_back({input});
  return groups;
}

}  // namespace commonweal::sensitivity
