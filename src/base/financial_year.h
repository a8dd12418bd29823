// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace commonweal::base {

/// An English financial year, 1 April to 31 March, known by the calendar year in which it begins.
/// Model time t (a whole number of years) is 1 April of year t, so the year runs over [start, start + 1).
struct FinancialYear {
  int start = 0;

  /// "2012-13" for 2012; "1999-00" for 1999.
  std::string text() const;

  /// Reads "2012-13"; nothing if the text has another form or the two years do not follow each other.
  static std::optional<FinancialYear> parse(std::string_view text);

  friend auto operator<=>(FinancialYear, FinancialYear) = default;
  FinancialYear operator+(int years) const { return {start + years}; }
};

}  // namespace commonweal::base
