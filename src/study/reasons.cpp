// SPDX-License-Identifier: Apache-2.0
#include "study/reasons.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/toml_table.h"
#include "study/element_name.h"

namespace commonweal::study {

std::vector<Reason> read_reasons(const base::TomlValue* table, const std::vector<ScheduledPolicy>& policies,
                                 const std::vector<Setting>& settings, base::Diagnostics& diagnostics) {
  std::vector<Reason> reasons;
  if (table == nullptr) return reasons;
  std::vector<std::string> known;
  for (const ScheduledPolicy& policy : policies) known.push_back(policy.policy);
  for (const Setting& setting : settings) known.push_back(text({setting.variable, setting.element}));
  for (const auto& [key, position, value] : table->members) {
    if (value.kind != base::TomlValue::Kind::text) {
      base::report_wrong_type(key, value, base::name(base::TomlValue::Kind::text), diagnostics);
      continue;
    }
    if (std::ranges::find(known, key) == known.end()) {
      diagnostics.error("unknown-reason", position,
                        fmt::format("the scenario has a reason for '{}', which it neither does nor sets", key),
                        base::suggestion(key, known));
    }
    reasons.push_back({key, value.text, position});
  }
  return reasons;
}

}  // namespace commonweal::study
