// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/toml.h"
#include "study/scheduled_policies.h"
#include "study/setting.h"

namespace commonweal::study {

/// Why something was chosen in a scenario, in the words of who chose it.
struct Reason {
  std::string of;  ///< a policy of the scenario, by its id, or a constant that it sets: "grant growth[general grant]"
  std::string words;
  base::Position position;
};

/// Reads what stands under [scenario.reasons]; `table` nullptr: none. Faults: "wrong-type", and "unknown-reason" for
/// what the scenario neither does nor sets itself.
std::vector<Reason> read_reasons(const base::TomlValue* table, const std::vector<ScheduledPolicy>& policies,
                                 const std::vector<Setting>& settings, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
