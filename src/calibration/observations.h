// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"

/// What was seen of the world, to hold a model against.
namespace commonweal::calibration {

/// A yearly figure as somebody measured it. Figures of one series were measured in one way: surveys by post and by
/// telephone do not belong together.
struct Observation {
  std::string id;      ///< trust.2018
  std::string series;  ///< "trust in the council, by telephone"
  std::string variable, element;
  base::FinancialYear year;  ///< whose yearly figure of the model stands beside it
  double value = 0;
  std::string unit;
  double error = 0;        ///< standard error of the measurement, above 0
  double discrepancy = 0;  ///< how far a model that is right otherwise may be off (standard deviation), 0 or more
  std::string source, note;
  base::Position position;
};

/// Reads observations (CSV: id, series, variable, element, year, value, unit, error, discrepancy, source, note).
/// Faults: those of the table; "duplicate-id", "bad-error".
std::vector<Observation> read_observations(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::calibration
