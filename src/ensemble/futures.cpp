// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>

#include "ensemble/ensemble.h"

/// How the figures of an ensemble are looked up; how they come about is told in run.cpp.
namespace commonweal::ensemble {

const Future& Ensemble::of(study::ScenarioId scenario) const {
  const auto found = std::ranges::find(futures, scenario, &Future::scenario);
  assert(found != futures.end() && "every scenario of a study has been run");
  return *found;
}

std::vector<double> Ensemble::series(const Future& future, std::string_view variable, std::string_view element) const {
  const auto found = std::ranges::find_if(
      outputs, [&](const Output& output) { return output.variable == variable && output.element == element; });
  if (found == outputs.end()) return {};
  const auto start = future.values.begin() + (found - outputs.begin()) * static_cast<std::ptrdiff_t>(future.years);
  return {start, start + static_cast<std::ptrdiff_t>(future.years)};
}

std::vector<std::string> Ensemble::elements(std::string_view variable) const {
  std::vector<std::string> found;
  for (const Output& output : outputs) {
    if (output.variable == variable) found.push_back(output.element);
  }
  return found;
}

}  // namespace commonweal::ensemble
