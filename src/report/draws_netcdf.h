// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/diagnostics.h"
#include "ensemble/block.h"
#include "study/study.h"

namespace commonweal::report {

/// A NetCDF-4 file of all draws, for other programs: a variable (draw, scenario, year) for each output and a variable
/// (draw) for each input, with units, and coordinates draw, scenario and year (in which a financial year begins). NaN
/// where a future could not be computed or a scenario has no such year. It appears under its name whole or not at all.
class NetcdfFile {
 public:
  explicit NetcdfFile(std::filesystem::path path);
  ~NetcdfFile();
  NetcdfFile(const NetcdfFile&) = delete;
  NetcdfFile& operator=(const NetcdfFile&) = delete;

  /// Writes it beside its place from `figures`, the table of that name (ensemble/draw_tables.h). False and
  /// "unwritable-file" on failure.
  bool write(const ensemble::DrawTask& task, const study::Study& study, const std::filesystem::path& figures,
             base::Diagnostics& diagnostics);

  /// Puts it in its place; false and "unwritable-file" on failure.
  bool commit(base::Diagnostics& diagnostics);

 private:
  void report(const std::string& why, base::Diagnostics& diagnostics) const;

  std::filesystem::path path_, beside_;
};

}  // namespace commonweal::report
