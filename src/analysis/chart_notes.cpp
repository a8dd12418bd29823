// SPDX-License-Identifier: Apache-2.0
#include "analysis/chart_notes.h"

#include <fmt/format.h>

#include "analysis/assumptions.h"
#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

std::vector<std::string> chart_notes(const place::Place& place) {
  std::vector<place::Observation> beside_population = place.observations;
  std::erase_if(beside_population,
                [](const place::Observation& observation) { return observation.variable == vocabulary::population; });
  std::vector<std::string> assumed;
  for (const Assumption& assumption : assumed_figures(beside_population)) assumed.push_back(assumption.what);
  if (assumed.empty()) return {};
  return {fmt::format("Assumed, with the reason in the list of assumptions: {}.", base::joined(assumed, "; "))};
}

}  // namespace commonweal::analysis
