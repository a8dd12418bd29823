// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "program/inputs.h"
#include "program/program.h"

namespace commonweal::study {

/// Many runs of one model that differ in the values of constants.
struct Variation {
  base::SharedSource source;                      ///< the table; nothing if there is none
  std::vector<std::vector<std::uint32_t>> slots;  ///< of each column: all get the value
  std::vector<std::vector<double>> rows;          ///< [run][column]
  std::vector<std::uint32_t> lines;               ///< [run]: the line of the table that it stands in

  /// `inputs` with the values of a run.
  program::Inputs inputs_of(std::size_t run, program::Inputs inputs) const;
};

/// Reads a table (CSV) whose columns name constants, or one element of one, "growth[older people]", and whose rows are
/// runs. Faults: those of the table and of names; "duplicate-column", "not-a-constant", "empty-cell", "bad-number",
/// "table-without-rows".
Variation read_variation(const std::filesystem::path& path, const program::Program& program,
                         base::Diagnostics& diagnostics);

/// The slots that `names` ask for, a variable or an element each, in the order asked. Faults: "bad-output" for a name
/// that is none, those of names (binding.h), an element that has no value.
std::vector<std::uint32_t> outputs_named(const program::Program& program, const std::vector<std::string>& names,
                                         base::Diagnostics& diagnostics);

}  // namespace commonweal::study
