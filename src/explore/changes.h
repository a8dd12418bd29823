// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/diagnostics.h"
#include "explore/own_scenario.h"
#include "study/study.h"

namespace commonweal::explore {

/// The range that a person gives an uncertain constant in place of the register's.
struct ChosenRange {
  std::string constant;
  std::optional<double> low, central, high;  ///< all, or none: the register's own
};

/// What a person's changes make of a study's own scenario, and of the ranges of what is uncertain.
struct Changed {
  OwnScenario own;
  std::vector<ChosenRange> ranges;
};

/// The changes of a request, each an object, one after another:
///
/// - {policy, intensity?, start?, stop?, ramp?, reason?}: does it, or does it otherwise; a year is "2013-14", null for
///   none; what is not named stays as it is
/// - {policy, remove: true}
/// - {constant, value, reason?}; {constant, remove: true}
/// - {constant, low, central, high}: the range; {constant, range: null}: that of the register again
/// - {like: scenario}: begins anew like another scenario
///
/// Faults: "bad-request", "bad-year", "unknown-scenario". Whether names and values are right is for who reads the text.
Changed changed(const study::Study& study, const nlohmann::ordered_json& changes, base::Diagnostics& diagnostics);

}  // namespace commonweal::explore
