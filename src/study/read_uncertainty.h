// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/toml_table.h"
#include "study/study.h"
#include "study/uncertainty.h"

namespace commonweal::study {

/// Reads the [uncertainty] table of a study that lies in the folder `beside`; nothing if it has none. Faults: those of
/// base::TomlTable, and "bad-draws", "bad-seed", "bad-name", "duplicate-input", "bad-correlation", "bad-shock",
/// "bad-event", "duplicate-event", "unknown-scenario", "bad-pool", "bad-years", "bad-sensitivity",
/// "bad-discovery".
std::optional<Uncertainty> read_uncertainty(base::TomlTable& study, const std::filesystem::path& beside,
                                            const base::IdVector<ScenarioId, Scenario>& scenarios,
                                            base::Diagnostics& diagnostics);

/// Reports a number of draws or a seed that cannot be: "bad-draws", "bad-seed". `what` was seen where.
bool check_draws(double draws, const base::Position& position, base::Diagnostics& diagnostics);
bool check_seed(double seed, const base::Position& position, base::Diagnostics& diagnostics);

/// What a figure is compared with, and how.
struct Limit {
  Comparison comparison = Comparison::above;
  double number = 0;
};

/// Every limit that a table gives, by the keys above, at_least, below and at_most; where one is wanted, any other
/// number of them is for the caller to report.
std::vector<Limit> read_limits(base::TomlTable& table);

/// Years of a list; reports what is none: "bad-year".
std::vector<base::FinancialYear> read_years(const std::vector<base::PlacedText>& texts, base::Diagnostics& diagnostics);

bool is_whole_between(double number, std::uint64_t least, std::uint64_t most);

}  // namespace commonweal::study
