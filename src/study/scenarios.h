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

/// Reads the [[scenario]] tables of a study. What a scenario leaves out is the study's: its `years` and the first of
/// its `places`. Faults: those of base::TomlTable, and "no-scenario", "duplicate-scenario", "unknown-place",
/// "bad-years", "bad-setting", "duplicate-setting", and those of `check_bounds`.
base::IdVector<ScenarioId, Scenario> read_scenarios(base::TomlTable& study, const Years& years,
                                                    const std::vector<std::string>& places,
                                                    base::Diagnostics& diagnostics);

}  // namespace commonweal::study
