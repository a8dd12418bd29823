// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/toml_table.h"

namespace commonweal::experiments {

/// What a trial found, as its file says it.
struct Result {
  base::PlacedText policy;  ///< id of the policy that was tried
  base::PlacedText rules;   ///< hash of the rules under which it was
  base::PlacedNumber effect;
  std::optional<double> standard_error;  ///< either this
  std::optional<double> low, high;       ///< or the ends of a range of 95 of 100, as studies print it
  double people = 0;                     ///< who were followed to the end
  std::string first, last;               ///< days: "2014-04-01"
  std::string source, url, assured_by;
  base::Position position;
  std::string hash;  ///< SHA-256 of the file
};

/// Reads a result (TOML). Nothing after a fault: those of base::TomlTable, and "not-positive", "error-or-range",
/// "bad-range", "bad-day", "ends-before-it-begins".
std::optional<Result> read_result(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::experiments
