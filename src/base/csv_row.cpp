// SPDX-License-Identifier: Apache-2.0
#include "base/csv_row.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

namespace commonweal::base {

const CsvTable::Cell& CsvRow::cell(std::string_view column) const {
  const auto found = std::find(table_.header.begin(), table_.header.end(), column);
  assert(found != table_.header.end());
  return cells_[static_cast<std::size_t>(found - table_.header.begin())];
}

Position CsvRow::position() const {
  // The cells stand in the order in which columns were asked for; the row begins with the one first in the text.
  const auto first = std::min_element(cells_.begin(), cells_.end(), [](const auto& left, const auto& right) {
    return left.span.offset < right.span.offset;
  });
  return table_.source->at_line(table_.at(*first).line);
}

Position CsvRow::position(std::string_view column) const {
  return table_.at(cell(column));
}

std::string CsvRow::optional_text(std::string_view column) const {
  return std::string(trimmed(cell(column).text));
}

std::string CsvRow::text(std::string_view column) const {
  std::string result = optional_text(column);
  if (result.empty()) report_empty(column);
  return result;
}

std::optional<double> CsvRow::optional_number(std::string_view column) const {
  const std::string text = optional_text(column);
  if (text.empty()) return std::nullopt;
  const auto number = parse_number(text);
  if (!number) {
    diagnostics_.error("bad-number", position(column), fmt::format("'{}' is not a number", text),
                       "write it with digits and a decimal point only: 1234.5");
  }
  return number;
}

double CsvRow::number(std::string_view column) const {
  if (optional_text(column).empty()) report_empty(column);
  return optional_number(column).value_or(0);
}

std::optional<FinancialYear> CsvRow::optional_year(std::string_view column) const {
  const std::string text = optional_text(column);
  if (text.empty()) return std::nullopt;
  const auto year = FinancialYear::parse(text);
  if (!year) {
    diagnostics_.error("bad-year", position(column), fmt::format("'{}' is not a financial year", text),
                       "write it as 2012-13");
  }
  return year;
}

void CsvRow::report_empty(std::string_view column) const {
  diagnostics_.error("empty-cell", position(column), fmt::format("'{}' is empty here", column));
}

void CsvRow::report_unknown_word(std::string_view column, const std::string& seen,
                                 const std::vector<std::string>& known) const {
  diagnostics_.error("unknown-word", position(column), fmt::format("'{}' is no {}", seen, column),
                     suggestion(seen, known, "it must be one of: " + joined(known, ", ")));
}

}  // namespace commonweal::base
