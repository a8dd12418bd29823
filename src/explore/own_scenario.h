// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "study/study.h"

namespace commonweal::explore {

/// The id of the scenario that the page changes. All other scenarios of a study are left as their author wrote them.
inline constexpr const char* own_id = "yours";

/// A policy as a person has chosen it.
struct ChosenPolicy {
  std::string policy;  ///< id
  std::optional<base::FinancialYear> start, stop;
  double ramp = 1, intensity = 1;
  std::string reason;  ///< may be empty
};

/// A constant as a person has set it.
struct ChosenValue {
  std::string constant;  ///< "grant growth[general grant]"
  double value = 0;
  std::string reason;  ///< may be empty
};

/// What a person has chosen: the scenario that it begins from, and what is different.
struct OwnScenario {
  std::string like;  ///< id of the scenario that it extends
  std::vector<ChosenPolicy> policies;
  std::vector<ChosenValue> values;
};

/// The scenario `like` with nothing changed: it does what that one does.
OwnScenario begun_like(const study::Scenario& like);

/// What stands in the study's own scenario; the headline with nothing changed if it has none.
OwnScenario own_scenario(const study::Study& study);

/// As a part of a study's file.
std::string toml(const OwnScenario& own);

}  // namespace commonweal::explore
