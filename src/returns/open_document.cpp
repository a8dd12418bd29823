// SPDX-License-Identifier: Apache-2.0
#include "returns/open_document.h"

#include <algorithm>
#include <string>

#include <pugixml.hpp>

#include "base/text.h"
#include "returns/workbook_file.h"

namespace commonweal::returns {

namespace {

/// Empty cells and rows at the end are written once, with how often they stand there: as often as a sheet is large.
constexpr std::size_t most_repeats = 2'000;

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

std::vector<std::string> read_row(const pugi::xml_node& row) {
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
    values.resize(values.size() + empty);
    empty = 0;
    values.insert(values.end(), count, value);
  }
  return values;
}

void read_rows(const pugi::xml_node& parent, Sheet& sheet, std::size_t& cells) {
  for (const pugi::xml_node row : parent.children()) {
    const std::string_view name = row.name();
    if (name == "table:table-row-group" || name == "table:table-header-rows") read_rows(row, sheet, cells);
    if (name != "table:table-row") continue;
    const std::vector<std::string> values = read_row(row);
    const std::size_t count = repeats(row, "table:number-rows-repeated");
    cells += count * values.size();
    if (cells > most_cells) return;
    sheet.rows.insert(sheet.rows.end(), count, values);
  }
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
    std::size_t cells = 0;
    read_rows(table, sheet, cells);
    sheets.push_back(std::move(sheet));
  }
  if (sheets.empty()) report_unreadable(file.path(), "it holds no spreadsheet", diagnostics);
  return sheets;
}

}  // namespace commonweal::returns
