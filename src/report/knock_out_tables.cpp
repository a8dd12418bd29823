// SPDX-License-Identifier: Apache-2.0
#include "report/knock_out_tables.h"

#include <cmath>

#include <fmt/format.h>

#include "analysis/precision.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using analysis::KnockOut;
using analysis::LoopEffect;
using ensemble::Estimate;
using Kind = Table::Kind;

constexpr std::size_t low = 0, middle = 2, high = 4;  ///< in band_quantiles
constexpr std::size_t years_between = 5;              ///< of the years before the last that a table shows

std::size_t years_of(const LoopEffect& effect) {
  return effect.quantiles.front().size();
}

std::string year_text(const LoopEffect& effect, std::size_t year) {
  return (effect.first + static_cast<int>(year)).text();
}

/// A statistic as a cell, told no finer than its error.
Cell known_cell(const Estimate& statistic, double scale) {
  constexpr double finest = 0.01;
  return analysis::rounded(statistic.value * scale, analysis::step_known(statistic.error * scale, finest));
}

void add_bands(Table& table) {
  for (const char* band :
       {"1 of 10 below", "1 of 4 below", "Median", "1 of 4 above", "1 of 10 above", "Every number at its centre"}) {
    table.columns.push_back({band, Kind::figure, Table::as_published});
  }
}

void add_bands(std::vector<Cell>& row, const LoopEffect& effect, std::size_t year) {
  const double scale = unit_of(effect).scale;
  for (const std::vector<Estimate>& band : effect.quantiles) row.push_back(known_cell(band[year], scale));
  row.emplace_back(year < effect.central.size() ? effect.central[year] * scale : std::nan(""));
}

}  // namespace

ShownUnit unit_of(const LoopEffect& effect) {
  return effect.unit.empty() ? ShownUnit{100, "percentage points"} : ShownUnit{1, unit_text(effect.unit)};
}

std::vector<std::size_t> strongest_first(const std::vector<KnockOut>& knock_outs, std::size_t at) {
  std::vector<double> sizes;
  for (const KnockOut& one : knock_outs) sizes.push_back(one.effects[at].quantiles[middle].back().value);
  return ranked(sizes);
}

Table loops_table(const std::vector<KnockOut>& knock_outs, std::size_t at) {
  const LoopEffect& first = knock_outs.front().effects[at];
  const ShownUnit unit = unit_of(first);
  const std::string last = year_text(first, years_of(first) - 1);
  Table table{"Loops, " + first.variable,
              fmt::format("What each loop adds to the {}, {} ({})", first.variable, knock_outs.front().with, unit.unit),
              {{"Loop"}},
              {},
              {}};
  std::vector<std::size_t> before;
  for (std::size_t year = years_between; year + 1 < years_of(first); year += years_between) before.push_back(year);
  for (const std::size_t year : before) {
    table.columns.push_back({fmt::format("Median in {}", year_text(first, year)), Kind::figure, Table::as_published});
  }
  for (const char* what : {"1 of 10 below in", "Median in", "1 of 10 above in"}) {
    table.columns.push_back({fmt::format("{} {}", what, last), Kind::figure, Table::as_published});
  }
  table.columns.push_back({"Raises it in (% of futures)", Kind::figure, 0});
  table.columns.push_back({"Lowers it in (% of futures)", Kind::figure, 0});
  table.columns.push_back({"What was cut"});
  for (const std::size_t loop : strongest_first(knock_outs, at)) {
    const LoopEffect& effect = knock_outs[loop].effects[at];
    std::vector<Cell> row{knock_outs[loop].loop};
    for (const std::size_t year : before) row.push_back(known_cell(effect.quantiles[middle][year], unit.scale));
    for (const std::size_t band : {low, middle, high}) {
      row.push_back(known_cell(effect.quantiles[band].back(), unit.scale));
    }
    row.emplace_back(effect.raises.value * 100);
    row.emplace_back(effect.lowers.value * 100);
    row.emplace_back(knock_outs[loop].description);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table loop_years_table(const KnockOut& loop, std::size_t at) {
  const LoopEffect& effect = loop.effects[at];
  const ShownUnit unit = unit_of(effect);
  Table table{"Loop " + loop.loop,
              fmt::format("What {} adds to the {}, {} ({})", loop.loop, effect.variable, loop.with, unit.unit),
              {{"Financial year"}},
              {},
              {}};
  add_bands(table);
  for (std::size_t year = 0; year < years_of(effect); ++year) {
    std::vector<Cell> row{year_text(effect, year)};
    add_bands(row, effect, year);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table loops_by_year_table(const std::vector<KnockOut>& knock_outs) {
  Table table{"Loops by year",
              "What each loop adds, year by year: with every loop less without this one, in the same future",
              {{"Loop"}, {"Figure"}, {"Financial year"}},
              {},
              {}};
  add_bands(table);
  for (const KnockOut& one : knock_outs) {
    for (const LoopEffect& effect : one.effects) {
      for (std::size_t year = 0; year < years_of(effect); ++year) {
        std::vector<Cell> row{one.loop, fmt::format("{} ({})", effect.variable, unit_of(effect).unit),
                              year_text(effect, year)};
        add_bands(row, effect, year);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

std::vector<Table> knock_out_tables(const std::vector<KnockOut>& knock_outs) {
  if (knock_outs.empty()) return {};
  std::vector<Table> tables;
  for (std::size_t at = 0; at < knock_outs.front().effects.size(); ++at) tables.push_back(loops_table(knock_outs, at));
  tables.push_back(loops_by_year_table(knock_outs));
  return tables;
}
}  // namespace commonweal::report
