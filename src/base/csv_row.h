// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/csv.h"
#include "base/financial_year.h"
#include "base/text.h"

namespace commonweal::base {

/// The word that stands for `value` in `words`.
template <typename Value, std::size_t count>
std::string_view word_of(Value value, const std::array<std::pair<std::string_view, Value>, count>& words) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return "";
}

/// Reads one row of a table cell by cell: each function reports what is wrong with its cell and gives something
/// harmless then. Columns must be columns of the table. White space around a cell's text does not count.
///
/// Faults: "empty-cell", "bad-number", "bad-year", "unknown-word".
class CsvRow {
 public:
  /// `table` must outlive the reader.
  CsvRow(const CsvTable& table, std::size_t row, Diagnostics& diagnostics)
      : table_(table), cells_(table.rows[row]), diagnostics_(diagnostics) {}

  /// The row as a whole.
  Position position() const;

  /// One of its cells.
  Position position(std::string_view column) const;

  /// A text that may be empty.
  std::string optional_text(std::string_view column) const;

  /// A text that must be there.
  std::string text(std::string_view column) const;

  /// A number, written with digits and a decimal point; nothing if the cell is empty or cannot be read.
  std::optional<double> optional_number(std::string_view column) const;

  /// As above, but it must be there; 0 if it is not.
  double number(std::string_view column) const;

  /// A financial year, written 2012-13; nothing if the cell is empty or cannot be read.
  std::optional<FinancialYear> optional_year(std::string_view column) const;

  /// The value among `words` whose word stands in the cell; the first if none does, with a diagnostic.
  template <typename Value, std::size_t count>
  Value choice(std::string_view column, const std::array<std::pair<std::string_view, Value>, count>& words) const {
    const std::string seen = text(column);
    std::vector<std::string> known;
    for (const auto& [word, value] : words) {
      if (word == seen) return value;
      known.emplace_back(word);
    }
    if (!seen.empty()) report_unknown_word(column, seen, known);
    return words[0].second;
  }

 private:
  const CsvTable::Cell& cell(std::string_view column) const;
  void report_empty(std::string_view column) const;
  void report_unknown_word(std::string_view column, const std::string& seen,
                           const std::vector<std::string>& known) const;

  const CsvTable& table_;
  const std::vector<CsvTable::Cell>& cells_;
  Diagnostics& diagnostics_;
};

}  // namespace commonweal::base
