// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "base/toml_table.h"

namespace commonweal::study {

/// What a study says of the measurements that it is held against: its [calibration] table. Which inputs may move, from
/// where, and how many members there are is said by [uncertainty].
struct CalibrationWish {
  std::filesystem::path observations;            ///< a table of what was measured
  std::string scenario;                          ///< id of the one that stands for what happened
  std::optional<base::FinancialYear> fitted_to;  ///< what was measured later is kept back; nothing: nothing is
  base::Position position, scenario_position;
};

/// Reads the [calibration] table of a study that lies in the folder `beside`; nothing if it has none. Faults: those of
/// base::TomlTable.
std::optional<CalibrationWish> read_calibration(base::TomlTable& study, const std::filesystem::path& beside,
                                                base::Diagnostics& diagnostics);

}  // namespace commonweal::study
