// SPDX-License-Identifier: Apache-2.0
#include "base/financial_year.h"

#include <fmt/format.h>

namespace commonweal::base {

std::string FinancialYear::text() const {
  return fmt::format("{:04}-{:02}", start, (start + 1) % 100);
}

std::optional<FinancialYear> FinancialYear::parse(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  FinancialYear year;
  for (const char character : text.substr(0, 4)) {
    if (character < '0' || character > '9') return std::nullopt;
    year.start = year.start * 10 + (character - '0');
  }
  if (year.text() != text) return std::nullopt;
  return year;
}

}  // namespace commonweal::base
