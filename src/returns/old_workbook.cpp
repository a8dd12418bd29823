// SPDX-License-Identifier: Apache-2.0
#include "returns/old_workbook.h"

#include <string>

#include <freexl.h>

#include "base/text.h"
#include "returns/compound_file.h"
#include "returns/workbook_file.h"

namespace commonweal::returns {

namespace {

/// An open workbook, closed with its scope.
struct Workbook {
  const void* handle = nullptr;
  ~Workbook() {
    if (handle != nullptr) freexl_close(handle);
  }
};

std::string text_of(const FreeXL_CellValue& cell) {
  switch (cell.type) {
    case FREEXL_CELL_INT: return std::to_string(cell.value.int_value);
    case FREEXL_CELL_DOUBLE: return base::shortest(cell.value.double_value);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME: return cell.value.text_value == nullptr ? "" : cell.value.text_value;
    default: return "";
  }
}

enum class Outcome { read, damaged, too_large };

/// Reads the sheet that is selected.
Outcome read_selected(const void* handle, Sheet& sheet) {
  unsigned int rows = 0;
  unsigned short columns = 0;
  if (freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK) return Outcome::damaged;
  if (std::size_t{rows} * columns > most_cells) return Outcome::too_large;
  for (unsigned int row = 0; row < rows; ++row) {
    std::vector<std::string>& values = sheet.rows.emplace_back();
    for (unsigned short column = 0; column < columns; ++column) {
      FreeXL_CellValue cell;
      if (freexl_get_cell_value(handle, row, column, &cell) != FREEXL_OK) return Outcome::damaged;
      values.push_back(text_of(cell));
    }
  }
  return Outcome::read;
}

}  // namespace

std::vector<Sheet> read_old_workbook(const base::SourceText& file, base::Diagnostics& diagnostics) {
  std::vector<Sheet> sheets;
  if (!has_sound_directory(file.text())) {
    report_unreadable(file.path(), "it is damaged or cut short", diagnostics);
    return sheets;
  }
  Workbook workbook;
  const int opened = freexl_open(file.path().c_str(), &workbook.handle);
  if (opened != FREEXL_OK) {
    report_unreadable(file.path(),
                      opened == FREEXL_BIFF_OBFUSCATED ? "it is locked by a password" : "it is damaged or cut short",
                      diagnostics);
    return sheets;
  }
  unsigned int count = 0;
  freexl_get_info(workbook.handle, FREEXL_BIFF_SHEET_COUNT, &count);
  for (unsigned short number = 0; number < count; ++number) {
    const char* name = nullptr;
    freexl_get_worksheet_name(workbook.handle, number, &name);
    Sheet sheet{file.path(), name == nullptr ? "" : name, {}};
    const bool is_there = freexl_select_active_worksheet(workbook.handle, number) == FREEXL_OK;
    const Outcome outcome = is_there ? read_selected(workbook.handle, sheet) : Outcome::damaged;
    if (outcome == Outcome::damaged)
      report_unreadable(file.path(), "its sheet '" + sheet.name + "' is damaged", diagnostics);
    if (outcome == Outcome::too_large) report_too_large(file.path(), sheet.name, diagnostics);
    if (outcome != Outcome::read) continue;
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace commonweal::returns
