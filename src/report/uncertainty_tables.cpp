// SPDX-License-Identifier: Apache-2.0
#include "report/uncertainty_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/precision.h"
#include "base/text.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using Kind = Table::Kind;
using ensemble::Estimate;

constexpr double finest = 0.1;

/// A statistic as a cell, told no finer than its error.
Cell cell_of(const Estimate& statistic, double scale) {
  return analysis::rounded(statistic.value * scale, analysis::step_known(statistic.error * scale, finest));
}

/// Digits for a column of statistics: those of the one that is known best, if it is known to less than one.
int digits_of(const std::vector<Estimate>& statistics, double scale) {
  double step = 1;
  for (const Estimate& one : statistics) step = std::min(step, analysis::step_known(one.error * scale, finest));
  return analysis::digits_of(step);
}

double largest_error(const std::vector<Estimate>& statistics, double scale) {
  double largest = 0;
  for (const Estimate& one : statistics) largest = std::max(largest, one.error * scale);
  return largest;
}

std::string unit_in_brackets(const std::string& unit) {
  return unit.empty() ? "%" : unit_text(unit);
}

double scale_of(const std::string& unit) {
  return unit.empty() ? 100 : 1;
}

}  // namespace

FanUnit fan_unit(const analysis::Fan& fan) {
  return {scale_of(fan.unit), unit_in_brackets(fan.unit)};
}

Table fan_table(const analysis::Fan& fan) {
  const FanUnit unit = fan_unit(fan);
  constexpr std::string_view names[] = {"1 of 10 below", "1 of 4 below", "Median", "1 of 4 above", "1 of 10 above"};
  const std::string less = fan.than.empty() ? "" : " less " + fan.than;
  Table table{(fan.than.empty() ? "Bands " : "Differences ") + fan.variable,
              fmt::format("{}{}{}: {} over all futures ({})", fan.place.empty() ? "" : fan.place + ", ",
                          fan.scenario_name, less, fan.variable, unit.name),
              {{"Financial year"}},
              {},
              {}};
  for (std::size_t band = 0; band < fan.quantiles.size(); ++band) {
    table.columns.push_back({std::string(names[band]), Kind::figure, digits_of(fan.quantiles[band], unit.scale)});
  }
  table.columns.push_back({"Largest error of these", Kind::figure, 2});
  if (!fan.central.empty()) table.columns.push_back({"Every number at its centre", Kind::figure, 1});
  for (std::size_t year = 0; year < fan.quantiles.front().size(); ++year) {
    std::vector<Cell> row{(fan.first + static_cast<int>(year)).text()};
    std::vector<Estimate> of_year;
    for (std::size_t band = 0; band < fan.quantiles.size(); ++band) {
      of_year.push_back(fan.quantiles[band][year]);
      row.push_back(cell_of(of_year.back(), unit.scale));
    }
    row.emplace_back(largest_error(of_year, unit.scale));
    if (!fan.central.empty()) row.emplace_back(fan.central[year] * unit.scale);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table odds_table(const std::vector<analysis::EventOdds>& of_one_event) {
  const analysis::EventOdds& first = of_one_event.front();
  Table table{"Chance of " + first.name,
              fmt::format("Share of futures (%) in which {} ({}) has come about by the end of a year", first.name,
                          first.condition),
              {{"Financial year"}},
              {},
              {}};
  std::size_t years = 0;
  for (const analysis::EventOdds& odds : of_one_event) {
    table.columns.push_back({odds.scenario_name, Kind::figure, digits_of(odds.by_year, 100)});
    years = std::max(years, odds.by_year.size());
  }
  table.columns.push_back({"Largest error of these", Kind::figure, 1});
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<Cell> row{(first.first + static_cast<int>(year)).text()};
    std::vector<Estimate> of_year;
    for (const analysis::EventOdds& odds : of_one_event) {
      of_year.push_back(year < odds.by_year.size() ? odds.by_year[year] : Estimate{std::nan(""), 0});
      row.push_back(cell_of(of_year.back(), 100));
    }
    row.emplace_back(largest_error(of_year, 100));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table differences_table(const std::vector<analysis::PairedDifference>& differences) {
  Table table{"Differences",
              "What each scenario changes in its last year, future by future, so that chance cancels",
              {{"Scenario"},
               {"Against"},
               {"Figure"},
               {"Year"},
               {"1 of 10 below", Kind::figure, Table::as_published},
               {"Median", Kind::figure, Table::as_published},
               {"1 of 10 above", Kind::figure, Table::as_published},
               {"Error of the median", Kind::figure, 2},
               {"Higher in (% of futures)", Kind::figure, 0}},
              {},
              {}};
  for (const analysis::PairedDifference& one : differences) {
    const double scale = scale_of(one.unit);
    table.rows.push_back({one.scenario_name, one.than, fmt::format("{} ({})", one.variable, unit_in_brackets(one.unit)),
                          one.year.text(), cell_of(one.low, scale), cell_of(one.median, scale),
                          cell_of(one.high, scale), one.median.error * scale, cell_of(one.higher, 100)});
  }
  return table;
}

Table drawn_inputs_table(const std::vector<ensemble::DrawnInput>& inputs) {
  Table table{"What was drawn",
              "The numbers that differ from future to future, and how they can come out",
              {{"Number"}, {"Unit"}, {"How it can come out"}, {"Not drawn in"}},
              {},
              {}};
  for (const ensemble::DrawnInput& input : inputs) {
    table.rows.push_back(
        {input.element.empty() ? input.variable : fmt::format("{}, {}", input.variable, input.element),
         unit_text(input.unit), input.distribution + (input.is_shock ? ", anew every year" : ""),
         input.set_by.empty() ? std::string() : base::counted(input.set_by.size(), "scenario") + " that set it"});
  }
  return table;
}

std::vector<std::vector<analysis::EventOdds>> by_event(const std::vector<analysis::EventOdds>& all) {
  std::vector<std::vector<analysis::EventOdds>> groups;
  for (const analysis::EventOdds& odds : all) {
    const auto group = std::ranges::find_if(groups, [&](const auto& one) { return one.front().name == odds.name; });
    if (group == groups.end()) {
      groups.push_back({odds});
    } else {
      group->push_back(odds);
    }
  }
  return groups;
}

std::vector<Table> uncertainty_tables(const analysis::Uncertainty& uncertainty) {
  std::vector<Table> tables;
  for (const auto& event : by_event(uncertainty.events)) tables.push_back(odds_table(event));
  if (!uncertainty.differences.empty()) tables.push_back(differences_table(uncertainty.differences));
  for (const auto* fans : {&uncertainty.fans, &uncertainty.difference_fans}) {
    for (const analysis::Fan& fan : *fans) tables.push_back(fan_table(fan));
  }
  if (uncertainty.pooled) {
    for (const analysis::Fan& fan : uncertainty.pooled->fans) tables.push_back(fan_table(fan));
  }
  if (!uncertainty.inputs.empty()) tables.push_back(drawn_inputs_table(uncertainty.inputs));
  return tables;
}

}  // namespace commonweal::report
