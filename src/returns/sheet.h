// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"

/// The government's returns: what councils spent, as the workbooks that publish it have it.
namespace commonweal::returns {

/// One sheet of a workbook, or a table of values between commas: texts in rows and columns, numbers as their shortest
/// text. Rows differ in length; an empty cell is an empty text.
struct Sheet {
  std::string path;  ///< of the file
  std::string name;  ///< "RS LA Data 2015-16"; empty for a file that is one table
  std::vector<std::vector<std::string>> rows;

  /// The text of a cell, without white space at its ends; empty beyond the last.
  std::string text(std::size_t row, std::size_t column) const;

  /// Where a cell stands, as a spreadsheet names it: "returns.xlsx, sheet '(1)', cell C8".
  base::Position at(std::size_t row, std::size_t column) const;
};

/// More cells than any return has: what asks for more is no return.
inline constexpr std::size_t most_cells = 2'000'000;

/// Reads every sheet of a workbook (.xlsx, .xls, .ods) or a table (.csv), told by what the file holds, not by its name.
/// Faults: those of reading files; "unreadable-workbook" with the reason (damaged, cut short, locked by a password, or
/// of another kind).
std::vector<Sheet> read_sheets(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
