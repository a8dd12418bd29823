// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>

#include "base/diagnostics.h"
#include "base/financial_year.h"

namespace commonweal::review {

/// A price index, one figure a financial year, whatever its base.
using Prices = std::map<int, double>;

/// Reads a table with the columns year, index and source. Faults: those of tables; "bad-index" for a figure that is not
/// above 0.
Prices read_prices(const std::filesystem::path& path, base::Diagnostics& diagnostics);

/// By how much prices of `to` are to be multiplied to be prices of `from`. Fault: "no-price".
double price_ratio(const Prices& prices, base::FinancialYear from, base::FinancialYear to,
                   const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace commonweal::review
