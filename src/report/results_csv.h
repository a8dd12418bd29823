// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "ensemble/draws.h"
#include "ensemble/ensemble.h"

namespace commonweal::report {

/// What files and readers call a scenario. Their order is that of the study's scenarios, so that a ScenarioId counts in
/// it.
struct ScenarioName {
  std::string id, name;
};

/// results.csv: every yearly figure kept, one a line, in full precision. The statistic of the run with every number at
/// its centre is "value", without an error; an unknown figure has an empty value. Where futures were drawn, there
/// follow what they say of each figure that has a spread, with its Monte Carlo error: "mean", "standard deviation",
/// "p10", "p25", "p50", "p75", "p90"; the chances of each event, "chance in the year" and "chance by the year"; and, in
/// the scenario "x against y", the paired differences.
std::string results_csv(const ensemble::Ensemble& ensemble, const ensemble::Draws& draws,
                        std::span<const ScenarioName> scenarios);

}  // namespace commonweal::report
