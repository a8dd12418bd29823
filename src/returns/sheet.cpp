// SPDX-License-Identifier: Apache-2.0
#include "returns/sheet.h"

#include <fmt/format.h>

#include "base/csv.h"
#include "base/files.h"
#include "base/spreadsheet.h"
#include "base/text.h"
#include "returns/office_open.h"
#include "returns/old_workbook.h"
#include "returns/open_document.h"
#include "returns/workbook_file.h"

namespace commonweal::returns {

namespace {

std::vector<Sheet> read_table(base::SharedSource source, base::Diagnostics& diagnostics) {
  Sheet sheet{source->path(), "", {}};
  const base::CsvTable table =
      base::parse_csv_of_any_columns(std::move(source), "a return begins with the names of its lines", diagnostics);
  sheet.rows.push_back(table.header);
  for (const auto& row : table.rows) {
    std::vector<std::string>& cells = sheet.rows.emplace_back();
    for (const base::CsvTable::Cell& cell : row) cells.push_back(cell.text);
  }
  return {std::move(sheet)};
}

}  // namespace

std::string Sheet::text(std::size_t row, std::size_t column) const {
  if (row >= rows.size() || column >= rows[row].size()) return "";
  return std::string(base::trimmed(rows[row][column]));
}

base::Position Sheet::at(std::size_t row, std::size_t column) const {
  const std::string cell = fmt::format("{}{}", base::column_name(column), row + 1);
  return base::Position::file(name.empty() ? fmt::format("{}, cell {}", path, cell)
                                           : fmt::format("{}, sheet '{}', cell {}", path, name, cell));
}

std::vector<Sheet> read_sheets(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  base::Diagnostics faults;
  const base::SharedSource source = base::read_text(path, faults);
  std::vector<Sheet> sheets;
  if (!faults.has_errors()) {
    switch (kind_of(source->text())) {
      case FileKind::table: sheets = read_table(source, faults); break;
      case FileKind::office_open: sheets = read_office_open(*source, faults); break;
      case FileKind::open_document: sheets = read_open_document(*source, faults); break;
      case FileKind::old_workbook: sheets = read_old_workbook(*source, faults); break;
      case FileKind::locked: report_unreadable(path.string(), "it is locked by a password", faults); break;
      case FileKind::other:
        report_unreadable(path.string(), "it is neither a table of values between commas nor a workbook", faults);
        break;
    }
  }
  diagnostics.add(faults);
  if (faults.has_errors()) return {};
  return sheets;
}

}  // namespace commonweal::returns
