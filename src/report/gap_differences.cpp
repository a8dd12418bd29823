// SPDX-License-Identifier: Apache-2.0
#include "report/gap_differences.h"

#include <algorithm>

#include <fmt/format.h>

namespace commonweal::report {

GapDifferences gap_differences(const analysis::Findings& findings) {
  GapDifferences differences;
  const analysis::Gap* first = nullptr;
  for (const analysis::Gap& gap : findings.gaps) {
    if (gap.before_action.empty()) continue;
    if (first == nullptr) {
      first = &gap;
      differences.than = gap.scenario_name;
      differences.first = gap.first;
      continue;
    }
    if (gap.first != first->first || gap.place != first->place) continue;
    GapDifference difference{gap.scenario_name, {}};
    const std::size_t years = std::min(gap.before_action.size(), first->before_action.size());
    for (std::size_t year = 0; year < years; ++year) {
      difference.values.push_back(gap.before_action[year] - first->before_action[year]);
    }
    differences.of.push_back(std::move(difference));
  }
  return differences;
}

Table gap_differences_table(const GapDifferences& differences) {
  Table table{"Differences of the gap",
              fmt::format("The gap before action less that in {} (GBP million)", differences.than),
              {{"Financial year"}},
              {},
              {}};
  for (const GapDifference& each : differences.of) {
    table.columns.push_back({each.scenario_name, Table::Kind::figure, 1});
    table.rows.resize(std::max(table.rows.size(), each.values.size()));
  }
  for (std::size_t year = 0; year < table.rows.size(); ++year) {
    table.rows[year].emplace_back((differences.first + static_cast<int>(year)).text());
    for (const GapDifference& each : differences.of) {
      table.rows[year].emplace_back(year < each.values.size() ? Cell(each.values[year]) : Cell(std::string()));
    }
  }
  return table;
}

}  // namespace commonweal::report
