// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

using Cell = CsvTable::Cell;

/// One line of the table as it stands in the file; with quoted line breaks it may be several lines of text.
struct Record {
  std::vector<Cell> cells;
  bool is_sound = true;  ///< false: a fault in it was reported
};

/// Cuts text into records and cells. Knows quotes, commas and line ends, not what the cells mean.
class Scanner {
 public:
  Scanner(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {
    if (source.text().starts_with("\xEF\xBB\xBF")) offset_ = 3;
  }

  bool at_end() const { return offset_ >= text().size(); }

  Record record() {
    Record result;
    for (bool more = true; more;) {
      result.cells.push_back(peek() == '"' ? quoted_cell(result) : plain_cell(result));
      more = peek() == ',';
      if (more) ++offset_;
    }
    if (peek() == '\r') ++offset_;
    if (peek() == '\n') ++offset_;
    return result;
  }

 private:
  std::string_view text() const { return source_.text(); }
  char peek() const { return at_end() ? '\0' : text()[offset_]; }

  bool at_cell_end() const {
    return at_end() || peek() == ',' || peek() == '\n' || text().substr(offset_, 2) == "\r\n";
  }

  Span span_from(std::size_t start) const {
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(offset_ - start)};
  }

  void report(Record& record, std::string_view name, Span span, std::string message, std::string hint) {
    diagnostics_.error(name, source_.at(span), std::move(message), std::move(hint));
    record.is_sound = false;
  }

  Cell plain_cell(Record& record) {
    const std::size_t start = offset_;
    while (!at_cell_end()) ++offset_;
    const Span span = span_from(start);
    if (const auto quote = source_.text(span).find('"'); quote != std::string_view::npos) {
      report(record, "stray-quote", {static_cast<std::uint32_t>(start + quote), 1}, "a quote stands inside a field",
             "put the whole field in quotes and double those inside it");
    }
    return {std::string(source_.text(span)), span};
  }

  Cell quoted_cell(Record& record) {
    const std::size_t start = offset_++;
    std::string content;
    for (; !at_end(); ++offset_) {
      if (peek() != '"') {
        content += peek();
      } else if (text().substr(offset_, 2) == "\"\"") {
        content += '"';
        ++offset_;
      } else {
        break;
      }
    }
    if (at_end()) {
      report(record, "unclosed-quote", {static_cast<std::uint32_t>(start), 1}, "the quote opened here is never closed",
             "the rest of the file was taken for one field");
      return {std::move(content), span_from(start)};
    }
    const std::size_t after = ++offset_;
    while (!at_cell_end()) ++offset_;
    if (offset_ > after) {
      report(record, "stray-quote", span_from(after), "text follows the quote that closes a field",
             "double each quote inside a quoted field");
    }
    return {std::move(content), span_from(start)};
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
};

bool is_blank(const Record& record) {
  return record.cells.size() == 1 && record.cells[0].span.length == 0;
}

constexpr std::size_t missing = static_cast<std::size_t>(-1);

/// For each column of `table` its place in the header of the text, or `missing`.
std::vector<std::size_t> places_of_columns(const CsvTable& table, const std::vector<Cell>& header,
                                           Diagnostics& diagnostics) {
  const std::vector<std::string>& columns = table.header;
  std::vector<std::size_t> places(columns.size(), missing);
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name(trimmed(header[i].text));
    const auto column = std::find(columns.begin(), columns.end(), name);
    if (column == columns.end()) {
      diagnostics.error("unknown-column", table.at(header[i]), fmt::format("'{}' is not a column of this table", name),
                        suggestion(name, columns));
    } else if (auto& place = places[static_cast<std::size_t>(column - columns.begin())]; place != missing) {
      diagnostics.error("duplicate-column", table.at(header[i]), fmt::format("there are two columns '{}'", name));
    } else {
      place = i;
    }
  }
  return places;
}

/// As above; nothing (and diagnostics) unless every column is there.
std::optional<std::vector<std::size_t>> match_header(const CsvTable& table, const std::vector<Cell>& header,
                                                     Diagnostics& diagnostics) {
  Diagnostics faults;
  const std::vector<std::size_t> places = places_of_columns(table, header, faults);
  const std::string hint = "the columns are: " + joined(table.header, ", ");
  const std::size_t missing_count = static_cast<std::size_t>(std::count(places.begin(), places.end(), missing));
  if (missing_count == places.size()) {  // no use in going through the columns of another kind of table
    diagnostics.error("wrong-table", table.source->at({header[0].span.offset, 0}),
                      "none of the columns that belong here is there", hint);
    return std::nullopt;
  }
  for (const Diagnostic& fault : faults.all()) diagnostics.error(fault.name, fault.position, fault.message, fault.hint);
  if (missing_count == 0) return places;

  std::vector<std::string> names;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == missing) names.push_back("'" + table.header[i] + "'");
  }
  const Position header_line = table.source->at_line(table.at(header[0]).line);
  diagnostics.error("missing-column", header_line, fmt::format("there is no column {}", joined(names, ", ")), hint);
  return std::nullopt;
}

/// The rest of a table whose header has been read; the cells of each row come in the order of `places`. Nothing of rows
/// if there are no places.
void read_rows(Scanner& scanner, std::size_t fields, const std::vector<std::size_t>& places, CsvTable& table,
               Diagnostics& diagnostics) {
  while (!scanner.at_end()) {
    Record record = scanner.record();
    if (is_blank(record) || !record.is_sound) continue;
    if (record.cells.size() != fields) {
      diagnostics.error("ragged-row", table.source->at({record.cells[0].span.offset, 0}),
                        fmt::format("this row has {} fields, the header {}", record.cells.size(), fields),
                        record.cells.size() > fields ? "put a field that holds a comma in quotes" : "");
      continue;
    }
    if (places.empty()) continue;
    std::vector<Cell>& row = table.rows.emplace_back();
    for (const std::size_t place : places) row.push_back(std::move(record.cells[place]));
  }
}

/// The first line that is not blank; nothing, and a diagnostic, if there is none or the text cannot be read.
std::optional<Record> read_header(Scanner& scanner, const CsvTable& table, const std::string& hint,
                                  Diagnostics& diagnostics) {
  if (const auto fault = first_fault_of_utf8(table.source->text())) {
    diagnostics.error("not-utf-8", table.source->at({static_cast<std::uint32_t>(*fault), 1}),
                      "the file is not UTF-8 text", "save it again with the encoding UTF-8");
    return std::nullopt;
  }
  while (!scanner.at_end()) {
    Record header = scanner.record();
    if (!is_blank(header)) return header;
  }
  diagnostics.error("empty-table", Position::file(table.source->path()), "the table is empty", hint);
  return std::nullopt;
}

}  // namespace

CsvTable parse_csv(SharedSource source, const std::vector<std::string>& columns, Diagnostics& diagnostics) {
  CsvTable table{std::move(source), columns, {}, {}};
  Scanner scanner(*table.source, diagnostics);
  const auto header = read_header(scanner, table, "its first line must be: " + joined(columns, ","), diagnostics);
  if (!header) return table;
  const auto places = match_header(table, header->cells, diagnostics);
  read_rows(scanner, header->cells.size(), places.value_or(std::vector<std::size_t>()), table, diagnostics);
  return table;
}

CsvTable parse_csv_of_any_columns(SharedSource source, const std::string& header_hint, Diagnostics& diagnostics) {
  CsvTable table{std::move(source), {}, {}, {}};
  Scanner scanner(*table.source, diagnostics);
  auto header = read_header(scanner, table, header_hint, diagnostics);
  if (!header) return table;
  std::vector<std::size_t> places;
  for (const Cell& cell : header->cells) {
    table.header.emplace_back(trimmed(cell.text));
    places.push_back(places.size());
  }
  table.header_cells = std::move(header->cells);
  read_rows(scanner, places.size(), places, table, diagnostics);
  return table;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  // One empty field alone would be a blank line, which is no row.
  if (fields.size() == 1 && fields[0].empty()) return "\"\"\r\n";
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_field(fields[i]);
  }
  return line + "\r\n";
}

}  // namespace commonweal::base
