// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "base/toml_table.h"
#include "program/program.h"
#include "study/draw_design.h"
#include "study/study.h"
#include "study/uncertainty.h"

namespace commonweal::study {

/// A screening of fewer walks knows no deviation; one of more than this costs more than shares of variance do.
inline constexpr std::uint64_t least_trajectories = 2, most_trajectories = 10'000;

/// Fewer rows say nothing that could be relied on; more have to be kept in memory, all at once.
inline constexpr std::uint64_t least_rows = 64, most_rows = 16'384;

/// Reads [uncertainty.sensitivity]; nothing if there is none. Faults: those of base::TomlTable, "bad-year", and
/// "bad-sensitivity" for a year that the headline scenario has not, or a number of trajectories or rows that cannot be.
std::optional<SensitivityWish> read_sensitivity(base::TomlTable& uncertainty,
                                                const base::IdVector<ScenarioId, Scenario>& scenarios,
                                                base::Diagnostics& diagnostics);

/// Binds what the study asks, or what goes without asking: the gap of the headline scenario's last year, where the
/// model has one. Faults: those of names (binding.h); "bad-sensitivity" for more inputs than a design of rows can have.
SensitivityDesign bind_sensitivity(const Study& study, const program::Program& program, std::size_t inputs,
                                   base::Diagnostics& diagnostics);

/// Constants of a design that are correlated with each other, directly or through others, and each of the others by
/// itself: in rising order, by their first member.
std::vector<std::vector<std::size_t>> correlated_groups(const DrawDesign& design);

}  // namespace commonweal::study
