// SPDX-License-Identifier: Apache-2.0
#include "report/workbook.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <map>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/files.h"
#include "base/text.h"
#include "report/tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t note_row = 1;
constexpr lxw_row_t head_row = 2;

/// Midnight at the start of 2000: a fixed date, so that the same findings give the same bytes.
constexpr time_t fixed_date = 946684800;

std::string figure_pattern(int digits) {
  if (digits == Table::as_published) return "General";
  return digits == 0 ? "#,##0" : "#,##0." + std::string(static_cast<std::size_t>(digits), '0');
}

/// A workbook being written, with the few formats it uses.
class WorkbookWriter {
 public:
  explicit WorkbookWriter(const std::string& path) : workbook_(workbook_new(path.c_str())) {
    title_ = workbook_add_format(workbook_);
    format_set_bold(title_);
    format_set_font_size(title_, 15);
    words_ = wrapping_format();
    head_ = wrapping_format();
    format_set_bold(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_BOTTOM);
    link_ = wrapping_format();
    format_set_underline(link_, LXW_UNDERLINE_SINGLE);
    format_set_font_color(link_, 0x1A65A6);
  }

  lxw_worksheet* add_sheet(const std::string& name) { return workbook_add_worksheet(workbook_, name.c_str()); }
  lxw_workbook* workbook() { return workbook_; }
  lxw_format* title() { return title_; }
  lxw_format* words() { return words_; }
  lxw_format* head() { return head_; }
  lxw_format* link() { return link_; }

  /// The format of figures with so many digits.
  lxw_format* figure(int digits) {
    lxw_format*& format = figures_[digits];
    if (format == nullptr) {
      format = workbook_add_format(workbook_);
      const std::string pattern = figure_pattern(digits);
      format_set_num_format(format, pattern.c_str());
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    return format;
  }

  /// The sign for an unknown figure, where figures stand.
  lxw_format* unknown() {
    if (unknown_ == nullptr) {
      unknown_ = wrapping_format();
      format_set_align(unknown_, LXW_ALIGN_RIGHT);
    }
    return unknown_;
  }

 private:
  lxw_format* wrapping_format() {
    lxw_format* format = workbook_add_format(workbook_);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  lxw_workbook* workbook_;  // libxlsxwriter frees it, with all it owns, in workbook_close
  lxw_format* title_ = nullptr;
  lxw_format* words_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* link_ = nullptr;
  lxw_format* unknown_ = nullptr;
  std::map<int, lxw_format*> figures_;
};

void write_title(WorkbookWriter& writer, lxw_worksheet* sheet, const std::string& title) {
  worksheet_write_string(sheet, title_row, 0, title.c_str(), writer.title());
}

/// Wide enough for the words, narrow enough for a screen: longer words are wrapped.
double column_width(const Table& table, std::size_t column) {
  if (table.columns[column].kind == Table::Kind::figure) return 16;
  std::size_t longest = 10;
  for (const std::vector<Cell>& row : table.rows) {
    longest = std::max(longest, base::character_count(cell_text(row[column], table.columns[column])));
  }
  return std::min(55.0, static_cast<double>(longest) + 3);
}

void write_cell(WorkbookWriter& writer, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell,
                const Table::Column& about) {
  const double* value = std::get_if<double>(&cell);
  if (value != nullptr && std::isfinite(*value)) {
    worksheet_write_number(sheet, row, column, *value, writer.figure(about.digits));
    return;
  }
  // An empty cell would leave a reader of the screen in doubt: "none" is said in words.
  std::string text = cell_text(cell, about);
  if (text.empty()) text = "none";
  worksheet_write_string(sheet, row, column, text.c_str(), value == nullptr ? writer.words() : writer.unknown());
}

/// Marks the cells as a table by name, so that a screen reader can say the heading of each column.
void mark_up(WorkbookWriter& writer, lxw_worksheet* sheet, const Table& table, std::size_t number) {
  std::vector<std::string> headers;
  for (const Table::Column& column : table.columns) headers.push_back(column.header);
  std::vector<lxw_table_column> columns(headers.size(), lxw_table_column{});
  std::vector<lxw_table_column*> pointers;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    columns[column].header = headers[column].data();
    columns[column].header_format = writer.head();
    pointers.push_back(&columns[column]);
  }
  pointers.push_back(nullptr);

  std::string name = fmt::format("table_{}", number);
  lxw_table_options options = {};
  options.name = name.data();
  options.no_autofilter = LXW_TRUE;
  options.no_banded_rows = LXW_TRUE;
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 1;
  options.columns = pointers.data();
  worksheet_add_table(sheet, head_row, 0, head_row + static_cast<lxw_row_t>(table.rows.size()),
                      static_cast<lxw_col_t>(table.columns.size() - 1), &options);
}

void write_table(WorkbookWriter& writer, lxw_worksheet* sheet, const Table& table, std::size_t number) {
  write_title(writer, sheet, table.title);
  const std::string note =
      fmt::format("This sheet has one table.{}", has_unknown(table) ? " [x]: not known or not published." : "");
  worksheet_write_string(sheet, note_row, 0, note.c_str(), nullptr);
  mark_up(writer, sheet, table, number);
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto position = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, position, position, column_width(table, column), nullptr);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      write_cell(writer, sheet, head_row + 1 + static_cast<lxw_row_t>(row), position, table.rows[row][column],
                 table.columns[column]);
    }
  }
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

void write_cover(WorkbookWriter& writer, lxw_worksheet* sheet, const Cover& cover) {
  write_title(writer, sheet, cover.title);
  lxw_row_t row = title_row + 1;
  for (const std::string& line : cover.lines) worksheet_write_string(sheet, row++, 0, line.c_str(), writer.words());
  worksheet_set_column(sheet, 0, 0, 90, nullptr);
}

void write_contents(WorkbookWriter& writer, lxw_worksheet* sheet, const std::vector<Table>& tables,
                    const std::vector<std::string>& names) {
  Table contents{"Contents", "Contents", {{"Sheet"}, {"What it shows"}}, {}, {}};
  for (std::size_t table = 0; table < tables.size(); ++table)
    contents.rows.push_back({names[table], tables[table].title});
  write_table(writer, sheet, contents, 1);
  for (std::size_t table = 0; table < tables.size(); ++table) {
    const lxw_row_t row = head_row + 1 + static_cast<lxw_row_t>(table);
    worksheet_write_url_opt(sheet, row, 0, fmt::format("internal:'{}'!A1", names[table]).c_str(), writer.link(),
                            names[table].c_str(), nullptr);
  }
}

Table notes_table() {
  Table notes{"Notes", "Notes", {{"Word or sign"}, {"Meaning"}}, {}, {}};
  notes.rows = {
      {"[x]", "A figure that is not known or not published."},
      {"Cash", "Money of each year, not corrected for inflation, unless a heading says otherwise."},
      {"Financial year", "1 April to 31 March; 2012-13 begins on 1 April 2012. People are counted at mid-year."},
      {"Money for services", "Funding less levies, debt and other commitments that stand below the line."},
      {"Gap before action", "Cost of services at the base level, and of what stands below the line, less funding."},
      {"Fitted", "A number was chosen so that the figure agrees: no evidence for the model."},
      {"Predicted", "The figure follows from the rest; nothing was chosen to make it agree."},
      {"Base", "The base year’s own account: it must agree, or the start is wrong."},
      {"Given", "A published figure carried in and shown; nothing is tested."}};
  return notes;
}

void set_properties(WorkbookWriter& writer, const Cover& cover) {
  std::string title = cover.title, author = "Commonweal", subject = cover.question;
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.author = author.data();
  properties.subject = subject.data();
  properties.created = fixed_date;
  workbook_set_properties(writer.workbook(), &properties);
  workbook_set_custom_property_string(writer.workbook(), "Language", "en-GB");
}

}  // namespace

std::optional<std::string> write_workbook(const std::filesystem::path& path, const analysis::Findings& findings,
                                          const Manifest& manifest) {
  Cover cover{findings.title, findings.question, {}};
  if (!findings.question.empty()) cover.lines.push_back("Question: " + findings.question);
  cover.lines.push_back("Answer: " + findings.headline.sentence);
  cover.lines.push_back(
      "The tables of the report, one to a sheet. The sheet Contents lists them; the sheet Notes explains words and "
      "signs.");
  cover.lines.push_back(fmt::format("Study {}, Commonweal {}.", findings.study_id, manifest.version));
  cover.lines.push_back("To make this again: " + manifest.command);
  return write_workbook(path, cover, all_tables(findings));
}

std::optional<std::string> write_workbook(const std::filesystem::path& path, const Cover& cover,
                                          const std::vector<Table>& tables) {
  // Tried first, because libxlsxwriter itself says on the terminal when it cannot create its file.
  errno = 0;
  if (!std::ofstream(path, std::ios::binary)) return base::reason({errno, std::generic_category()});

  std::vector<std::string> taken = {"Cover", "Contents", "Notes"};
  std::vector<std::string> names;
  for (const Table& table : tables) names.push_back(sheet_name(table.name, taken));

  WorkbookWriter writer(path.string());
  set_properties(writer, cover);
  write_cover(writer, writer.add_sheet("Cover"), cover);
  write_contents(writer, writer.add_sheet("Contents"), tables, names);
  write_table(writer, writer.add_sheet("Notes"), notes_table(), 2);
  for (std::size_t table = 0; table < tables.size(); ++table) {
    write_table(writer, writer.add_sheet(names[table]), tables[table], table + 3);
  }
  const lxw_error fault = workbook_close(writer.workbook());
  if (fault == LXW_NO_ERROR) return std::nullopt;
  return std::string(lxw_strerror(fault));
}

}  // namespace commonweal::report
