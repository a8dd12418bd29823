// SPDX-License-Identifier: Apache-2.0
#include "review/prices.h"

#include <fmt/format.h>

#include "base/csv_row.h"
#include "base/files.h"

namespace commonweal::review {

Prices read_prices(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  Prices prices;
  const base::SharedSource source = base::read_text(path, diagnostics);
  if (!source) return prices;
  const base::CsvTable table = base::parse_csv(source, {"year", "index", "source"}, diagnostics);
  for (std::size_t number = 0; number < table.rows.size(); ++number) {
    const base::CsvRow row(table, number, diagnostics);
    const auto year = row.optional_year("year");
    const double index = row.number("index");
    row.text("source");
    if (index <= 0) {
      diagnostics.error("bad-index", row.position("index"), "a price index is above 0");
    } else if (year) {
      prices[year->start] = index;
    }
  }
  return prices;
}

double price_ratio(const Prices& prices, base::FinancialYear from, base::FinancialYear to,
                   const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  const auto before = prices.find(from.start), after = prices.find(to.start);
  for (const auto& [found, year] : {std::pair(before, from), std::pair(after, to)}) {
    if (found != prices.end()) continue;
    diagnostics.error("no-price", base::Position::file(path.string()),
                      fmt::format("there is no price index of {}", year.text()), "add a row for the year");
    return 1;
  }
  return before->second / after->second;
}

}  // namespace commonweal::review
