// SPDX-License-Identifier: Apache-2.0
#include "returns/office_open.h"

#include <cstdlib>
#include <map>
#include <string>

#include <pugixml.hpp>

#include "base/text.h"
#include "returns/workbook_file.h"

namespace commonweal::returns {

namespace {

/// Parses a part of the workbook; false if it is missing or no XML.
bool parse(const Archive& archive, const std::string& name, pugi::xml_document& document) {
  const auto content = archive.content(name);
  return content && document.load_buffer(content->data(), content->size());
}

/// All the text below a node: a string may be cut into runs of one look each. Phonetic hints are none of it.
std::string text_below(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "t") text += child.child_value();
    if (name == "r") text += text_below(child);
  }
  return text;
}

std::vector<std::string> shared_strings(const Archive& archive) {
  std::vector<std::string> strings;
  pugi::xml_document document;
  if (!parse(archive, "xl/sharedStrings.xml", document)) return strings;
  for (const pugi::xml_node item : document.child("sst").children("si")) strings.push_back(text_below(item));
  return strings;
}

/// "C8" as column 2; nothing if it is no such name.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (; letters < reference.size() && letters < 3 && reference[letters] >= 'A' && reference[letters] <= 'Z';
       ++letters) {
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

std::string value_of(const pugi::xml_node& cell, const std::vector<std::string>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return text_below(cell.child("is"));
  const std::string value = cell.child_value("v");
  if (type == "s") {
    const auto position = static_cast<std::size_t>(std::strtoull(value.c_str(), nullptr, 10));
    return position < strings.size() ? strings[position] : "";
  }
  if (type == "e") return value;  // "#DIV/0!": no number, and will be told as such
  const auto number = base::parse_number(value);
  return number ? base::shortest(*number) : value;
}

/// Reads all rows; false if they are more than any return has. Cells left out before one that is there count too.
bool read_rows(const pugi::xml_node& data, const std::vector<std::string>& strings, Sheet& sheet) {
  std::size_t cells = 0;
  for (const pugi::xml_node row : data.children("row")) {
    const auto number = row.attribute("r").as_ullong(sheet.rows.size() + 1);
    if (number < 1 || number > 1'048'576) continue;
    if (sheet.rows.size() < number) sheet.rows.resize(number);
    std::vector<std::string>& values = sheet.rows[number - 1];
    for (const pugi::xml_node cell : row.children("c")) {
      const std::size_t column = column_of(cell.attribute("r").value()).value_or(values.size());
      cells += column < values.size() ? 1 : column + 1 - values.size();
      if (cells > most_cells) return false;
      if (values.size() <= column) values.resize(column + 1);
      values[column] = value_of(cell, strings);
    }
  }
  return true;
}

/// Where each sheet's part is, by the id that the list of sheets uses.
std::map<std::string, std::string> targets(const Archive& archive) {
  std::map<std::string, std::string> found;
  pugi::xml_document document;
  if (!parse(archive, "xl/_rels/workbook.xml.rels", document)) return found;
  for (const pugi::xml_node relation : document.child("Relationships").children("Relationship")) {
    const std::string target = relation.attribute("Target").value();
    found[relation.attribute("Id").value()] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return found;
}

}  // namespace

std::vector<Sheet> read_office_open(const base::SourceText& file, base::Diagnostics& diagnostics) {
  std::vector<Sheet> sheets;
  const Archive archive(file.text());
  pugi::xml_document workbook;
  if (!parse(archive, "xl/workbook.xml", workbook)) {
    report_unreadable(file.path(), "its list of sheets is damaged", diagnostics);
    return sheets;
  }
  const std::vector<std::string> strings = shared_strings(archive);
  const std::map<std::string, std::string> parts = targets(archive);
  for (const pugi::xml_node listed : workbook.child("workbook").child("sheets").children("sheet")) {
    Sheet sheet{file.path(), listed.attribute("name").value(), {}};
    const auto part = parts.find(listed.attribute("r:id").value());
    pugi::xml_document document;
    if (part == parts.end() || !parse(archive, part->second, document)) {
      report_unreadable(file.path(), "its sheet '" + sheet.name + "' is damaged or missing", diagnostics);
      continue;
    }
    if (!read_rows(document.child("worksheet").child("sheetData"), strings, sheet)) {
      report_too_large(file.path(), sheet.name, diagnostics);
      continue;
    }
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace commonweal::returns
