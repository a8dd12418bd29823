// SPDX-License-Identifier: Apache-2.0
#include "returns/open_document.h"

#include <algorithm>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "base/text.h"
#include "returns/workbook_file.h"

namespace commonweal::returns {

namespace {

/// A cell or row is written once, with how often it stands there: empty ones at the end as often as a sheet is large.
/// More often than a sheet may have cells is more than any return has.
constexpr std::size_t most_repeats = most_cells + 1;

void append_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    if (std::string_view(child.name()) == "text:s") text += ' ';
    append_text(child, text);
  }
}

std::string value_of(const pugi::xml_node& cell) {
  const std::string_view type = cell.attribute("office:value-type").value();
  if (type == "float" || type == "percentage" || type == "currency") {
    const auto number = base::parse_number(cell.attribute("office:value").value());
    if (number) return base::shortest(*number);
  }
  std::string text;
  for (const pugi::xml_node paragraph : cell.children("text:p")) {
    if (!text.empty()) text += ' ';
    append_text(paragraph, text);
  }
  return text;
}

std::size_t repeats(const pugi::xml_node& node, const char* attribute) {
  return std::min<std::size_t>(node.attribute(attribute).as_ullong(1), most_repeats);
}

/// A row without the empty cells at its end; nothing if it is longer than `most_cells`.
std::optional<std::vector<std::string>> read_row(const pugi::xml_node& row) {
  std::vector<std::string> values;
  std::size_t empty = 0;  // not yet written: they may be the row's end
  for (const pugi::xml_node cell : row.children()) {
    const std::string_view name = cell.name();
    if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
    const std::string value = value_of(cell);
    const std::size_t count = repeats(cell, "table:number-columns-repeated");
    if (value.empty()) {
      empty += count;
      continue;
    }
    if (values.size() + empty + count > most_cells) return std::nullopt;
    values.resize(values.size() + empty);
    empty = 0;
    values.insert(values.end(), count, value);
  }
  return values;
}

/// Reads the rows of a sheet or of a group in it; false if they have more than `most_cells`. Empty rows count as one
/// cell, but for those at the end.
bool read_rows(const pugi::xml_node& parent, Sheet& sheet, std::size_t& cells, std::size_t& empty) {
  for (const pugi::xml_node row : parent.children()) {
    const std::string_view name = row.name();
    if (name == "table:table-row-group" || name == "table:table-header-rows" || name == "table:table-rows") {
      if (!read_rows(row, sheet, cells, empty)) return false;
    }
    if (name != "table:table-row") continue;
    const auto values = read_row(row);
    if (!values) return false;
    const std::size_t count = repeats(row, "table:number-rows-repeated");
    if (values->empty()) {
      empty += count;
      continue;
    }
    cells += empty + count * values->size();
    if (cells > most_cells) return false;
    sheet.rows.resize(sheet.rows.size() + empty);
    empty = 0;
    sheet.rows.insert(sheet.rows.end(), count, *values);
  }
  return true;
}

}  // namespace

std::vector<Sheet> read_open_document(const base::SourceText& file, base::Diagnostics& diagnostics) {
  std::vector<Sheet> sheets;
  const Archive archive(file.text());
  const auto content = archive.content("content.xml");
  pugi::xml_document document;
  if (!content || !document.load_buffer(content->data(), content->size())) {
    report_unreadable(file.path(), "its content is damaged", diagnostics);
    return sheets;
  }
  const pugi::xml_node spreadsheet =
      document.child("office:document-content").child("office:body").child("office:spreadsheet");
  for (const pugi::xml_node table : spreadsheet.children("table:table")) {
    Sheet sheet{file.path(), table.attribute("table:name").value(), {}};
    std::size_t cells = 0, empty = 0;
    if (!read_rows(table, sheet, cells, empty)) {
      report_too_large(file.path(), sheet.name, diagnostics);
      continue;
    }
    sheets.push_back(std::move(sheet));
  }
  if (sheets.empty() && !spreadsheet.child("table:table"))
    report_unreadable(file.path(), "it holds no spreadsheet", diagnostics);
  return sheets;
}

}  // namespace commonweal::returns
