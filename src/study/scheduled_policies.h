// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "base/toml_table.h"
#include "study/policy.h"

namespace commonweal::study {

/// A policy of a scenario: which, how much of it, and when.
struct ScheduledPolicy {
  std::string policy;                        ///< id
  std::optional<base::FinancialYear> start;  ///< nothing: the scenario's first year
  std::optional<base::FinancialYear> stop;   ///< the first year without it; nothing: it goes on
  double ramp = 1;                           ///< years until it is in full force, at least 1
  double intensity = 1;                      ///< how much of it, above 0 and at most 1
  base::Position position;
};

/// Reads what stands under `policies` in a scenario: a list of ids, or of tables with policy, start, ramp, intensity
/// and stop; nothing if the key is left out. Faults: those of base::TomlTable, and "unknown-policy", "no-library",
/// "bad-ramp", "intensity-out-of-range".
std::optional<std::vector<ScheduledPolicy>> read_scheduled(base::TomlTable& scenario,
                                                           const std::vector<Policy>& library,
                                                           base::Diagnostics& diagnostics);

/// The model's constants as a scenario's policies set them, from `first` to `last`: their levers' intensity, start,
/// ramp and end, and what else a policy sets. Empty after a fault, so that none is half applied. `settings` are the
/// scenario's other ones. Faults: "policy-outside-years", "policy-ends-before-it-starts", "overlapping-spells",
/// "two-spells", "policies-disagree", "set-beside-policy".
std::vector<Setting> settings_of(const std::vector<ScheduledPolicy>& policies, const std::vector<Policy>& library,
                                 base::FinancialYear first, base::FinancialYear last,
                                 const std::vector<Setting>& settings, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
