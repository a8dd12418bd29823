// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/findings.h"
#include "report/manifest.h"
#include "report/table.h"

namespace commonweal::report {

/// Writes results.xlsx: a cover, contents and notes, then one table a sheet, by the rules for accessible spreadsheets
/// (title in A1, one marked-up table, no merged or empty cells, no filters, no frozen panes). The same bytes each time.
/// Gives the reason if the file cannot be written.
std::optional<std::string> write_workbook(const std::filesystem::path& path, const analysis::Findings& findings,
                                          const Manifest& manifest);

/// What stands on the cover of a workbook.
struct Cover {
  std::string title, question;
  std::vector<std::string> lines;  ///< below the title
};

/// The same for any tables.
std::optional<std::string> write_workbook(const std::filesystem::path& path, const Cover& cover,
                                          const std::vector<Table>& tables);

/// A name for a sheet's tab like `wanted`, that spreadsheet programs accept and that is not yet in `taken`, to which it
/// is added: at most 31 characters, none of []:*?/\ and no apostrophe at either end.
std::string sheet_name(const std::string& wanted, std::vector<std::string>& taken);

}  // namespace commonweal::report
