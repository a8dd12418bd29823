// SPDX-License-Identifier: Apache-2.0
#include "study/bounds.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::study {
namespace {

using Scenarios = base::IdVector<ScenarioId, Scenario>;

std::string span_of(const Scenario& scenario) {
  return fmt::format("from {} to {}", scenario.first.text(), scenario.last.text());
}

// A range is drawn year by year about the scenario it belongs to, so both must be of one place and the same years.
void check_pair(const Scenario& bound, const Scenario& bounded, base::Diagnostics& diagnostics) {
  const auto report = [&](const std::string& message, const std::string& hint) {
    diagnostics.error("bad-bound", bound.bound_of_position, message, hint);
  };
  if (!bounded.bound_of.empty()) {
    report(fmt::format("scenario '{}' is a bound of '{}', which is a bound itself", bound.id, bounded.id),
           fmt::format("'{}' is a bound of '{}'", bounded.id, bounded.bound_of));
  }
  if (bound.place != bounded.place) {
    report(fmt::format("scenario '{}' is for place '{}', but '{}', whose bound it is, is for '{}'", bound.id,
                       bound.place, bounded.id, bounded.place),
           "give both the same place");
  }
  if (bound.first != bounded.first || bound.last != bounded.last) {
    report(fmt::format("scenario '{}' runs {}, but '{}', whose bound it is, runs {}", bound.id, span_of(bound),
                       bounded.id, span_of(bounded)),
           "give both the same years");
  }
}

void check_bound(const Scenario& bound, const Scenarios& scenarios, base::Diagnostics& diagnostics) {
  if (bound.bound_of == bound.id) {
    diagnostics.error("bad-bound", bound.bound_of_position, fmt::format("scenario '{}' is a bound of itself", bound.id),
                      "leave out 'bound_of' if it stands for itself");
    return;
  }
  const auto bounded = std::find_if(scenarios.begin(), scenarios.end(),
                                    [&](const Scenario& scenario) { return scenario.id == bound.bound_of; });
  if (bounded != scenarios.end()) return check_pair(bound, *bounded, diagnostics);

  std::vector<std::string> others;
  for (const Scenario& scenario : scenarios) {
    if (scenario.id != bound.id && scenario.bound_of.empty()) others.push_back(scenario.id);
  }
  diagnostics.error("unknown-scenario", bound.bound_of_position,
                    fmt::format("'{}' is not one of the study's scenarios", bound.bound_of),
                    others.empty()
                        ? "there is no other scenario that stands for itself"
                        : base::suggestion(bound.bound_of, others, "they are: " + base::joined(others, ", ")));
}

}  // namespace

void check_bounds(const Scenarios& scenarios, base::Diagnostics& diagnostics) {
  for (const Scenario& scenario : scenarios) {
    if (!scenario.bound_of.empty()) check_bound(scenario, scenarios, diagnostics);
  }
  if (scenarios.empty()) return;
  const Scenario& headline = *scenarios.begin();
  if (headline.bound_of.empty()) return;
  diagnostics.error("bad-bound", headline.bound_of_position,
                    fmt::format("the first scenario, '{}', is a bound", headline.id),
                    "the first is the headline: begin with one that stands for itself");
}

}  // namespace commonweal::study
