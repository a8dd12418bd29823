// SPDX-License-Identifier: Apache-2.0
#include "audit/write_book.h"

#include <cerrno>
#include <cmath>
#include <fstream>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/files.h"

namespace commonweal::audit {

namespace {

/// Midnight at the start of 2000: a fixed date, so that the same book gives the same bytes.
constexpr time_t fixed_date = 946684800;

/// Dark blue on light yellow for what may be changed, dark grey for what the engine gave: both well above 4.5 to 1.
constexpr lxw_color_t input_ink = 0x12436D, input_ground = 0xFFF8DC, engine_ink = 0x505050;

/// The formats of a workbook being written.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {
    title_ = workbook_add_format(workbook);
    format_set_bold(title_);
    format_set_font_size(title_, 15);
    words_ = workbook_add_format(workbook);
    format_set_text_wrap(words_);
    format_set_align(words_, LXW_ALIGN_VERTICAL_TOP);
  }

  lxw_format* title() { return title_; }
  lxw_format* words() { return words_; }

  lxw_format* figure(Cell::Kind kind, int digits) {
    lxw_format*& format = figures_[{kind, digits}];
    if (format != nullptr) return format;
    format = workbook_add_format(workbook_);
    const std::string pattern = digits == 0 ? "#,##0" : "#,##0." + std::string(static_cast<std::size_t>(digits), '0');
    format_set_num_format(format, pattern.c_str());
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (kind == Cell::Kind::input) {
      format_set_font_color(format, input_ink);
      format_set_bg_color(format, input_ground);
    } else if (kind == Cell::Kind::engine) {
      format_set_font_color(format, engine_ink);
      format_set_italic(format);
    }
    return format;
  }

 private:
  lxw_workbook* workbook_;  // owns them all
  lxw_format *title_ = nullptr, *words_ = nullptr;
  std::map<std::pair<Cell::Kind, int>, lxw_format*> figures_;
};

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, Formats& formats,
                Shown shown) {
  switch (cell.kind) {
    case Cell::Kind::empty: return;
    case Cell::Kind::words:
      worksheet_write_string(sheet, row, column, cell.text.c_str(), row == 0 ? formats.title() : formats.words());
      return;
    case Cell::Kind::input:
    case Cell::Kind::engine:
      worksheet_write_number(sheet, row, column, cell.value, formats.figure(cell.kind, cell.digits));
      return;
    case Cell::Kind::formula:
      worksheet_write_formula_num(sheet, row, column, ("=" + cell.text).c_str(), formats.figure(cell.kind, cell.digits),
                                  shown == Shown::engines_number ? cell.value : 0);
      return;
  }
}

void write_sheet(lxw_worksheet* sheet, const Sheet& from, Formats& formats, Shown shown) {
  worksheet_write_string(sheet, 0, 0, from.title().c_str(), formats.title());
  for (std::size_t column = 0; column < from.widths().size(); ++column) {
    const auto position = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, position, position, from.widths()[column], nullptr);
  }
  for (std::size_t row = 0; row < from.rows(); ++row) {
    for (std::size_t column = 0; column < from.row(row).size(); ++column) {
      write_cell(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), from.row(row)[column], formats,
                 shown);
    }
  }
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

}  // namespace

std::optional<std::string> write_book(const Book& book, const std::filesystem::path& path, Shown shown) {
  // Tried first, because libxlsxwriter itself says on the terminal when it cannot create its file.
  errno = 0;
  if (!std::ofstream(path, std::ios::binary)) return base::reason({errno, std::generic_category()});
  const std::string name = path.string();
  lxw_workbook* workbook = workbook_new(name.c_str());
  std::string title = book.title, author = "Commonweal";
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = fixed_date;
  workbook_set_properties(workbook, &properties);
  workbook_set_custom_property_string(workbook, "Language", "en-GB");

  Formats formats(workbook);
  for (const Sheet& sheet : book.sheets) {
    write_sheet(workbook_add_worksheet(workbook, sheet.name().c_str()), sheet, formats, shown);
  }
  const lxw_error fault = workbook_close(workbook);  // frees it, with all it owns
  if (fault == LXW_NO_ERROR) return std::nullopt;
  return std::string(lxw_strerror(fault));
}

void write(const Book& book, const base::NewFolder& folder, base::Diagnostics& diagnostics) {
  if (folder.path().empty()) return;  // its beginning failed, which was reported then
  const auto fault = write_book(book, folder.path() / "audit.xlsx");
  if (!fault) return;
  diagnostics.error("unwritable-file", base::Position::file("audit.xlsx"),
                    fmt::format("'audit.xlsx' cannot be written: {}", *fault));
}

}  // namespace commonweal::audit
