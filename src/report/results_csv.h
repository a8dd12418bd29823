// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "ensemble/ensemble.h"

namespace commonweal::report {

/// What files and readers call a scenario. Their order is that of the study's scenarios, so that a ScenarioId counts in
/// it.
struct ScenarioName {
  std::string id, name;
};

/// results.csv: every yearly figure kept, one a line, in full precision. The statistic is "value" and there is no
/// error, as each scenario has one run; an unknown figure has an empty value.
std::string results_csv(const ensemble::Ensemble& ensemble, std::span<const ScenarioName> scenarios);

}  // namespace commonweal::report
