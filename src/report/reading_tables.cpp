// SPDX-License-Identifier: Apache-2.0
#include "report/reading_tables.h"

#include <fmt/format.h>

#include "report/wording.h"

namespace commonweal::report {

using analysis::ReadOutcome;
using analysis::ReadScenario;
using Kind = Table::Kind;

Table readings_table(const analysis::ReadingFindings& readings) {
  Table table{"Readings",
              fmt::format("Scenarios by how {} is read, all else alike, cash", readings.of),
              {{"Scenario"},
               {"Reading"},
               {"First year"},
               {"Care’s share of spend at first (%)", Kind::figure},
               {"Last year"},
               {"Care’s share of spend at last (%)", Kind::figure},
               {"Change (percentage points)", Kind::figure},
               {"Spend on care at last (£ million)", Kind::figure},
               {"Spend on other services at last (£ million)", Kind::figure},
               {"Gap before action at last (£ million)", Kind::figure}},
              {},
              {}};
  for (const ReadScenario& scenario : readings.scenarios) {
    for (const ReadOutcome& one : scenario.outcomes) {
      if (one.care_share.empty()) continue;
      table.rows.push_back({scenario.name, one.reading, scenario.first.text(), one.care_share.front() * 100,
                            last_of(scenario.first, one.care_share.size()).text(), one.care_share.back() * 100,
                            (one.care_share.back() - one.care_share.front()) * 100, one.care.back(),
                            one.other_services.back(), one.gap_before_action.back()});
    }
  }
  return table;
}

Table reading_years_table(const ReadScenario& scenario, const std::string& of) {
  Table table{"Readings " + scenario.id,
              fmt::format("Care’s share of spend by how {} is read, {}", of, scenario.name),
              {{"Financial year"}},
              {},
              {}};
  std::size_t years = 0;
  for (const ReadOutcome& one : scenario.outcomes) {
    table.columns.push_back({capitalised(one.reading) + " (%)", Kind::figure});
    years = one.care_share.size();
  }
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<Cell> row{(scenario.first + static_cast<int>(year)).text()};
    for (const ReadOutcome& one : scenario.outcomes) row.emplace_back(one.care_share[year] * 100);
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<Table> reading_tables(const analysis::ReadingFindings& readings) {
  if (readings.scenarios.empty()) return {};
  std::vector<Table> tables = {readings_table(readings)};
  for (const ReadScenario& scenario : readings.scenarios) {
    tables.push_back(reading_years_table(scenario, readings.of));
  }
  return tables;
}

}  // namespace commonweal::report
