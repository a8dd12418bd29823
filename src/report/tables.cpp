// SPDX-License-Identifier: Apache-2.0
#include "report/tables.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <list>

#include <fmt/format.h>

#include "report/discovery_tables.h"
#include "report/gap_differences.h"
#include "report/knock_out_tables.h"
#include "report/policy_tables.h"
#include "report/reading_tables.h"
#include "report/scale.h"
#include "report/sensitivity_tables.h"
#include "report/uncertainty_tables.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using Kind = Table::Kind;

double at(const std::vector<double>& values, std::size_t year) {
  return year < values.size() ? values[year] : std::numeric_limits<double>::quiet_NaN();
}

/// A table of years, from named columns of yearly figures.
struct YearColumn {
  std::string header;
  const std::vector<double>* values;
  double scale = 1;
  int digits = 1;
};

void fill_years(Table& table, base::FinancialYear first, const std::vector<YearColumn>& columns) {
  std::size_t years = 0;
  for (const YearColumn& column : columns) years = std::max(years, column.values->size());
  table.columns.push_back({"Financial year"});
  for (const YearColumn& column : columns) table.columns.push_back({column.header, Kind::figure, column.digits});
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<Cell> row;
    row.emplace_back((first + static_cast<int>(year)).text());
    for (const YearColumn& column : columns) row.emplace_back(at(*column.values, year) * column.scale);
    table.rows.push_back(std::move(row));
  }
}

std::string span_text(base::FinancialYear first, std::size_t years) {
  return years == 0 ? std::string("no years") : fmt::format("{} to {}", first.text(), last_of(first, years).text());
}

constexpr std::string_view no_range = "none worked out";

std::string or_none(const std::string& range) {
  return range.empty() ? std::string(no_range) : range;
}

bool any_range(const analysis::Headline& headline) {
  return std::any_of(headline.outcomes.begin(), headline.outcomes.end(),
                     [](const auto& outcome) { return !outcome.takes_all_range.scenario_names.empty(); });
}

/// Takes out columns that would hold nothing; `positions` go up.
void drop_columns(Table& table, const std::vector<std::size_t>& positions) {
  for (auto position = positions.rbegin(); position != positions.rend(); ++position) {
    const auto offset = static_cast<std::ptrdiff_t>(*position);
    table.columns.erase(table.columns.begin() + offset);
    for (auto& row : table.rows) row.erase(row.begin() + offset);
  }
}

/// "Barnet, flat in cash" or the scenario alone where the place is not said.
std::string subject(const std::string& place, const std::string& scenario) {
  return place.empty() ? scenario : fmt::format("{}, {}", place, scenario);
}

}  // namespace

Table crossings_table(const analysis::Headline& headline) {
  Table table{"Answer",
              fmt::format("The first year in which care needs all, and three quarters, of the money for services, {}",
                          headline.place),
              {{"Scenario"}, {"All of it"}, {"Its range"}, {"Three quarters"}, {"Its range"}},
              {},
              {}};
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    table.rows.push_back({capitalised(outcome.scenario_name), crossing_text(outcome.takes_all, outcome.last),
                          or_none(range_text(outcome.takes_all_range, outcome.last)),
                          crossing_text(outcome.restricts, outcome.last),
                          or_none(range_text(outcome.restricts_range, outcome.last))});
  }
  if (!any_range(headline)) drop_columns(table, {2, 4});
  return table;
}

Table final_gaps_table(const analysis::Headline& headline) {
  Table table{"Gap in the last year",
              fmt::format("The gap before action in the last year modelled, {}, cash", headline.place),
              {{"Scenario"},
               {"Year"},
               {"Gap (£ million)", Kind::figure, 1},
               {"Lowest in its range (£ million)", Kind::figure, 1},
               {"Highest in its range (£ million)", Kind::figure, 1}},
              {},
              {}};
  for (const analysis::Headline::Outcome& outcome : headline.outcomes) {
    if (!is_main(headline, outcome.scenario_id)) continue;
    const bool ranged = !outcome.takes_all_range.scenario_names.empty();
    table.rows.push_back({capitalised(outcome.scenario_name), outcome.last.text(), outcome.final_gap,
                          ranged ? Cell(outcome.final_gap_low) : Cell(std::string(no_range)),
                          ranged ? Cell(outcome.final_gap_high) : Cell(std::string(no_range))});
  }
  if (!any_range(headline)) drop_columns(table, {3, 4});
  return table;
}

Table doom_table(const analysis::GraphOfDoom& graph) {
  Table table{"Spend " + graph.scenario_id,
              fmt::format("Spending needed by service and money for services, {}, {}, cash",
                          subject(graph.place, graph.scenario_name), span_text(graph.first, graph.envelope.size())),
              {},
              {},
              {}};
  std::vector<YearColumn> columns;
  for (const analysis::YearlySeries& service : graph.services) {
    columns.push_back({capitalised(service.name) + " (£ million)", &service.values});
  }
  columns.push_back({"Money for services (£ million)", &graph.envelope});
  columns.push_back({"Care as share of the money (%)", &graph.care_share, 100});
  fill_years(table, graph.first, columns);
  return table;
}

Table care_share_table(const std::vector<analysis::GraphOfDoom>& graphs) {
  Table table{"Care share", "Care as share of the money for services (%)", {}, {}, {}};
  if (graphs.empty()) return table;
  // Scenarios may begin in different years: each is moved to the earliest.
  base::FinancialYear first = graphs.front().first;
  for (const analysis::GraphOfDoom& graph : graphs) first = std::min(first, graph.first);
  std::list<std::vector<double>> shifted;
  std::vector<YearColumn> columns;
  const auto add = [&](const analysis::GraphOfDoom& graph, const std::string& header,
                       const std::vector<double>& values) {
    shifted.emplace_back(static_cast<std::size_t>(graph.first.start - first.start),
                         std::numeric_limits<double>::quiet_NaN());
    shifted.back().insert(shifted.back().end(), values.begin(), values.end());
    columns.push_back({header, &shifted.back(), 100});
  };
  for (const analysis::GraphOfDoom& graph : graphs) {
    add(graph, graph.scenario_name + " (%)", graph.care_share);
    if (graph.care_share_low.empty()) continue;
    add(graph, graph.scenario_name + ", lowest (%)", graph.care_share_low);
    add(graph, graph.scenario_name + ", highest (%)", graph.care_share_high);
  }
  fill_years(table, first, columns);
  return table;
}

Table gap_table(const analysis::Gap& gap) {
  Table table{"Gap " + gap.scenario_id,
              fmt::format("The gap before action and what closed it, {}, {}, cash",
                          subject(gap.place, gap.scenario_name), span_text(gap.first, gap.before_action.size())),
              {},
              {},
              {}};
  std::vector<YearColumn> columns = {{"Gap before action (£ million)", &gap.before_action},
                                     {"Closed from reserves (£ million)", &gap.from_reserves},
                                     {"Closed by council tax (£ million)", &gap.from_council_tax},
                                     {"Closed by cuts (£ million)", &gap.from_cuts},
                                     {"Not closed (£ million)", &gap.unclosed},
                                     {"Reserves at 31 March (£ million)", &gap.reserves}};
  if (!gap.before_action_low.empty()) {
    columns.push_back({"Lowest gap in the range (£ million)", &gap.before_action_low});
    columns.push_back({"Highest gap in the range (£ million)", &gap.before_action_high});
  }
  fill_years(table, gap.first, columns);
  return table;
}

Table drivers_table(const analysis::GrowthDrivers& drivers) {
  const std::string from = drivers.from.text(), to = drivers.to.text();
  Table table{"Growth " + drivers.scenario_id,
              fmt::format("What makes cost grow from {} to {}, {}, cash", from, to,
                          subject(drivers.place, drivers.scenario_name)),
              {},
              {},
              {}};
  table.columns = {{"Service"},
                   {fmt::format("Cost in {} (£ million)", from), Kind::figure},
                   {"Number of people (£ million)", Kind::figure},
                   {"Need per person (£ million)", Kind::figure},
                   {"Price (£ million)", Kind::figure},
                   {fmt::format("Cost in {} (£ million)", to), Kind::figure}};
  for (const auto* rows : {&drivers.rows, &drivers.totals}) {
    for (const analysis::GrowthDrivers::Row& row : *rows) {
      table.rows.push_back({capitalised(row.service), row.start, row.people, row.need, row.price, row.end});
    }
  }
  return table;
}

Table share_drivers_table(const std::vector<analysis::ShareDrivers>& drivers) {
  Table table{"Care share drivers",
              "Why care’s share of the money for services changes",
              {{"Scenario"},
               {"From"},
               {"To"},
               {"Share at first (%)", Kind::figure},
               {"People (percentage points)", Kind::figure},
               {"Need (percentage points)", Kind::figure},
               {"Price beyond the money (percentage points)", Kind::figure},
               {"Share at last (%)", Kind::figure}},
              {},
              {}};
  for (const analysis::ShareDrivers& one : drivers) {
    table.rows.push_back({capitalised(one.scenario_name), one.from.text(), one.to.text(), one.start * 100,
                          one.people * 100, one.need * 100, one.price * 100, one.end * 100});
  }
  return table;
}

Table demography_table(const analysis::Demography& demography) {
  Table table{"People " + demography.place, fmt::format("People by age, {}, mid-year", demography.place), {}, {}, {}};
  std::vector<YearColumn> columns;
  for (const analysis::YearlySeries& age : demography.ages)
    columns.push_back({capitalised(age.name) + " (persons)", &age.values, 1, 0});
  columns.push_back({"Aged 65 and over (%)", &demography.share_65_and_over, 100});
  fill_years(table, demography.first, columns);
  return table;
}

Table national_table(const analysis::NationalFinances& national) {
  Table table{"Nation", "Public spending, receipts and borrowing, United Kingdom, cash", {}, {}, {}};
  fill_years(table, national.first,
             {{"Spending (£ billion)", &national.spending},
              {"Receipts (£ billion)", &national.receipts},
              {"Borrowing, outturn (£ billion)", &national.borrowing_outturn},
              {"Borrowing, forecast of March 2012 (£ billion)", &national.borrowing_forecast_2012}});
  return table;
}

Table reconciliation_table(const std::vector<analysis::ReconciliationRow>& rows) {
  Table table{"Check", "Published figures and the model's own", {}, {}, {}};
  table.columns = {{"Figure"},
                   {"Year"},
                   {"Unit"},
                   {"Published", Kind::figure, Table::as_published},
                   {"Model", Kind::figure, Table::as_published},
                   {"Difference", Kind::figure, Table::as_published},
                   {"Role"},
                   {"Result"},
                   {"Source", Kind::source},
                   {"Note"},
                   {"Id"}};
  for (const analysis::ReconciliationRow& row : rows) {
    if (!row.within) table.marked.push_back(table.rows.size());
    const std::string what = row.place.empty() ? row.what : fmt::format("{}: {}", row.place, row.what);
    table.rows.push_back({what, row.year, unit_text(row.unit), row.published, row.model, row.model - row.published,
                          std::string(role_text(row.role)), verdict(row), row.source, row.note, row.id});
  }
  return table;
}

Table fitted_table(const std::vector<std::string>& fitted) {
  Table table{"Fitted", "Numbers chosen to agree with a published figure", {{"Number"}, {"What was fitted"}}, {}, {}};
  for (std::size_t number = 0; number < fitted.size(); ++number)
    table.rows.push_back({fmt::format("{}", number + 1), fitted[number]});
  return table;
}

Table range_movers_table(const std::vector<analysis::Assumption>& assumptions) {
  Table table{"What moves the range",
              "What moves the range",
              {{"What"}, {"Low"}, {"Central"}, {"High"}, {"Unit"}, {"Reason"}, {"Where it stands"}},
              {},
              {}};
  for (const analysis::Assumption& one : assumptions) {
    if (!one.moves_the_range) continue;
    table.rows.push_back({one.what, one.low, one.value, one.high, unit_text(one.unit), one.reason, one.where});
  }
  return table;
}

Table assumptions_table(const std::vector<analysis::Assumption>& assumptions) {
  Table table{"Assumptions", "What else was used without a published source", {}, {}, {}};
  table.columns = {{"What"}, {"Value"}, {"Unit"}, {"Range"}, {"Reason"}, {"Where it stands"}};
  for (const analysis::Assumption& one : assumptions) {
    if (one.moves_the_range) continue;
    table.rows.push_back({one.what, one.value, unit_text(one.unit), one.range, one.reason, one.where});
  }
  return table;
}

Table limits_table(const std::vector<std::string>& limits) {
  Table table{"Limits", "What is left out, and what to bear in mind", {{"Number"}, {"Limit"}}, {}, {}};
  for (std::size_t number = 0; number < limits.size(); ++number)
    table.rows.push_back({fmt::format("{}", number + 1), limits[number]});
  return table;
}

Table sources_table(const std::vector<analysis::SourceNote>& sources) {
  Table table{"Sources", "Sources, as the report cites them", {}, {}, {}};
  table.columns = {{"Number"}, {"Title"}, {"Publisher"}, {"Date"}, {"Address"}, {"Licence"}, {"Id"}};
  for (const analysis::SourceNote& source : sources) {
    table.rows.push_back({fmt::format("{}", source.number), source.title, source.publisher, source.date, source.url,
                          source.licence, source.id});
  }
  return table;
}

std::vector<Table> all_tables(const analysis::Findings& findings) {
  std::vector<Table> tables = {crossings_table(findings.headline), final_gaps_table(findings.headline)};
  for (const auto& graph : findings.graphs) tables.push_back(doom_table(graph));
  for (const auto& gap : findings.gaps) tables.push_back(gap_table(gap));
  tables.push_back(gap_differences_table(gap_differences(findings)));
  for (Table& table : reading_tables(findings.readings)) tables.push_back(std::move(table));
  if (findings.sensitivity) {
    for (const auto& table : {variance_table, screening_table, moved_table}) {
      tables.push_back(table(*findings.sensitivity));
    }
  }
  if (findings.discovery) {
    tables.push_back(conditions_table(*findings.discovery));
    tables.push_back(break_evens_table(*findings.discovery));
  }
  for (Table& table : uncertainty_tables(findings.uncertainty)) tables.push_back(std::move(table));
  for (Table& table : knock_out_tables(findings.uncertainty.knock_outs)) tables.push_back(std::move(table));
  tables.push_back(share_drivers_table(findings.share_drivers));
  for (const auto& drivers : findings.drivers) tables.push_back(drivers_table(drivers));
  for (const auto& demography : findings.demography) tables.push_back(demography_table(demography));
  if (findings.national) tables.push_back(national_table(*findings.national));
  tables.push_back(policy_spells_table(findings.policies));
  tables.push_back(policies_table(findings.policies));
  tables.push_back(reconciliation_table(findings.reconciliation));
  tables.push_back(fitted_table(findings.fitted_numbers));
  tables.push_back(range_movers_table(findings.assumptions));
  tables.push_back(assumptions_table(findings.assumptions));
  tables.push_back(limits_table(findings.limits));
  tables.push_back(sources_table(findings.sources));
  std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
  return tables;
}

std::string verdict(const analysis::ReconciliationRow& row) {
  const bool given = row.role == study::Role::given;
  if (row.tolerance && !row.within) {
    return fmt::format("{}differs by more than {:.3g}", given ? "carried in; " : "", *row.tolerance);
  }
  if (given) return "carried in, not a test";
  if (!std::isfinite(row.model)) return "no figure from the model";
  return row.tolerance ? fmt::format("agrees within {:.3g}", *row.tolerance) : "shown, not judged";
}

bool is_judged(const analysis::ReconciliationRow& row) {
  return row.tolerance && row.role != study::Role::given;
}

bool is_main(const analysis::Headline& headline, const std::string& scenario_id) {
  const auto& outcomes = headline.outcomes;
  const bool none_says =
      std::all_of(outcomes.begin(), outcomes.end(), [](const auto& one) { return one.clause.empty(); });
  return std::any_of(outcomes.begin(), outcomes.end(), [&](const auto& one) {
    return one.scenario_id == scenario_id && (none_says || !one.clause.empty());
  });
}

Table without_columns(Table table, const std::vector<std::string>& headers) {
  std::vector<std::size_t> positions;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (std::find(headers.begin(), headers.end(), table.columns[column].header) != headers.end())
      positions.push_back(column);
  }
  drop_columns(table, positions);
  return table;
}

bool is_own(const analysis::Findings& findings, const std::string& scenario_id) {
  const auto& outcomes = findings.headline.outcomes;
  return std::any_of(outcomes.begin(), outcomes.end(),
                     [&](const auto& outcome) { return outcome.scenario_id == scenario_id; });
}

std::vector<analysis::GraphOfDoom> own_graphs(const analysis::Findings& findings) {
  std::vector<analysis::GraphOfDoom> graphs;
  for (const auto& graph : findings.graphs) {
    if (is_own(findings, graph.scenario_id)) graphs.push_back(graph);
  }
  return graphs;
}

std::vector<analysis::GraphOfDoom> other_graphs(const analysis::Findings& findings) {
  std::vector<analysis::GraphOfDoom> graphs;
  for (const auto& graph : findings.graphs) {
    if (!is_own(findings, graph.scenario_id)) graphs.push_back(graph);
  }
  return graphs;
}

}  // namespace commonweal::report
