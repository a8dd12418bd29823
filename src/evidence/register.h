// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

/// The evidence register: value, range, grade and source of every constant of the model.
namespace commonweal::evidence {

enum class Status { sourced, assumption };

/// "sourced", "assumption": as the register has it.
std::string_view name(Status status);

struct Entry {
  std::string id;
  std::string variable;             ///< the model's name for it
  std::string element;              ///< empty: all elements, or a scalar
  double central = 0;               ///< NaN if it could not be read
  std::optional<double> low, high;  ///< absent for a figure that has no range (a switch, a date)
  std::string distribution;         ///< triangular, normal, ...; empty: none
  std::string unit;
  std::string grade;  ///< one of grade.h
  Status status = Status::assumption;
  std::string source;  ///< what was read; empty only for assumptions
  std::string url;
  std::string note;         ///< for an assumption: the reason
  base::Position position;  ///< the row; then its cells
  base::Position variable_position, central_position, low_position, high_position, unit_position;
};

struct Register {
  std::vector<Entry> entries;
  std::string hash;  ///< SHA-256 of the file; empty: there is none, or it could not be read

  bool is_read() const { return !hash.empty(); }

  /// The row for `variable`[`element`], or for the variable as a whole; nullptr if there is none.
  const Entry* find(const std::string& variable, const std::string& element) const;
};

/// Reads a register (CSV: id, variable, element, central, low, high, distribution, unit, grade, status, source, url,
/// note). Faults: unknown or missing column, unreadable number, a range that excludes its centre, a grade that is none,
/// a distribution that nothing can be drawn from, a sourced row without source, the same variable and element twice.
Register read(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// The register as text: `dump evidence`.
std::string dump(const Register& evidence);

}  // namespace commonweal::evidence
