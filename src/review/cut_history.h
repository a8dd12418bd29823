// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "review/history.h"

namespace commonweal::review {

/// Money that a council may use as it likes, GBP million in cash.
struct FreeMoney {
  double council_tax = 0;
  double grants = 0;  ///< support grant, business rates, area-based grant and what followed it
};

/// What the councils that run care spent, and had, in every year of a window in which services were cut.
struct CutHistory {
  History spending;
  std::vector<std::vector<FreeMoney>> money;  ///< [council][year]
  double all_services = 0;  ///< services of all councils, districts among them, and levies, in the first year
  std::array<double, services.size()>
      all_spend{};  ///< of all councils on each service where returns part it, no levies

  /// Share of grants in a council's free money of the first year, 0 to 1: 1 - tax / (tax + grants).
  double grant_dependence(std::size_t council) const;
};

/// From 2013-14 on council tax is what is left after help with it, and business rates are kept in part: before and
/// after cannot be compared.
inline constexpr int money_break_year = 2013;

/// Reads it from the returns of a folder. The City of London and the Isles of Scilly are left out, as in the figures
/// that this is held against: neither is like any other council. Faults: those of `history_between`.
CutHistory cut_history(const ReturnsFolder& returns, const std::filesystem::path& folder, base::FinancialYear from,
                       base::FinancialYear to, base::Diagnostics& diagnostics);

}  // namespace commonweal::review
