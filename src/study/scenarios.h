// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/toml_table.h"
#include "study/study.h"

namespace commonweal::study {

/// Years as a study or a scenario gives them; nothing where it does not, or where they cannot be read.
struct Years {
  std::optional<base::FinancialYear> first, last;
};

/// Reports years that end before they begin: "bad-years".
void check_years(const Years& years, const base::Position& position, base::Diagnostics& diagnostics);

/// Reads the [[scenario]] tables of a study. What a scenario leaves out of place, years, policies and settings is that
/// of the scenario it extends, and then the study's: its [settings], its `years`, the first of its `places`. Faults:
/// those of base::TomlTable, of `read_settings`, `check_bounds`, `read_scheduled` and `settings_of`, and "no-scenario",
/// "duplicate-scenario", "unknown-place", "unknown-scenario", "bad-years".
base::IdVector<ScenarioId, Scenario> read_scenarios(base::TomlTable& study, const Years& years,
                                                    const std::vector<std::string>& places,
                                                    const std::vector<Policy>& library, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
