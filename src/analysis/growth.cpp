// SPDX-License-Identifier: Apache-2.0
#include "analysis/growth.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/service_factors.h"
#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using Row = GrowthDrivers::Row;

// Above this part of the final cost, what the three factors leave is no longer rounding or movement within a year.
constexpr double worth_a_warning = 1e-3;

// The effect of one factor, the other two moving from 1 to `second` and `third`.
double effect(double start, double factor, double second, double third) {
  return start * (factor - 1) * ((1 + second * third) / 3 + (second + third) / 6);
}

YearSpan span_of_growth(const YearlyFigures& figures) {
  const std::size_t from = first_year_at_reference_level(figures);
  return {from, std::min(from + growth_horizon, figures.years() - 1)};
}

Row driver_row(const YearlyFigures& figures, const std::string& service, YearSpan span) {
  const std::vector<double> cost = figures.of(vocabulary::required_spend, service);
  const ServiceFactors factors = service_factors(figures, service, span);
  const ThreeEffects effects = three_effects(cost[span.from], factors.people, factors.need, factors.price);
  return {service, cost[span.from], effects.people, effects.need, effects.price, cost[span.to]};
}

// Yearly sums of a product are not exactly the product of yearly means, so a trace can be left over: it goes to price,
// the only one of the three that moves within a year.
void settle_remainder(Row& row, const ScenarioRun& run, const std::string& model_path, base::Diagnostics& diagnostics) {
  const double remainder = row.end - row.start - row.people - row.need - row.price;
  row.price += remainder;
  if (!(std::abs(remainder) > worth_a_warning * std::abs(row.end))) return;
  diagnostics.warning(
      "unexplained-growth", base::Position::file(model_path),
      fmt::format("in scenario '{}', people, need and price leave GBP {} million of the growth of '{}' unexplained",
                  run.scenario.id, base::grouped(remainder, 1), row.service),
      "'required spend' should be its first value x people index x need index x price index");
}

void add_row(Row& sum, const Row& row) {
  sum.start += row.start;
  sum.people += row.people;
  sum.need += row.need;
  sum.price += row.price;
  sum.end += row.end;
}

}  // namespace

ThreeEffects three_effects(double start, double people, double need, double price) {
  return {effect(start, people, need, price), effect(start, need, price, people), effect(start, price, people, need)};
}

std::optional<GrowthDrivers> growth_drivers(const ScenarioRun& run, const std::string& model_path,
                                            base::Diagnostics& diagnostics) {
  const YearSpan span = span_of_growth(run.figures);
  if (span.from >= span.to) return std::nullopt;

  GrowthDrivers drivers{.scenario_id = run.scenario.id,
                        .scenario_name = run.scenario.name,
                        .from = run.figures.first() + static_cast<int>(span.from),
                        .to = run.figures.first() + static_cast<int>(span.to),
                        .rows = {},
                        .place = run.place.name,
                        .cites = run.cites,
                        .scenario_ids = {run.scenario.id},
                        .scenario_names = {run.scenario.name}};
  Row care{.service = all_care}, others{.service = all_other_services}, all{.service = all_services};
  for (const std::string& service : run.figures.elements(vocabulary::required_spend)) {
    Row row = driver_row(run.figures, service, span);
    if (row.start == 0 && row.end == 0) continue;
    settle_remainder(row, run, model_path, diagnostics);
    add_row(vocabulary::is_care(service) ? care : others, row);
    add_row(all, row);
    drivers.rows.push_back(std::move(row));
  }
  std::ranges::stable_partition(drivers.rows, vocabulary::is_care, &Row::service);
  drivers.totals = {std::move(care), std::move(others), std::move(all)};
  return drivers;
}

void add_once(std::vector<GrowthDrivers>& all, const GrowthDrivers& more) {
  const auto same = std::ranges::find_if(all, [&](const GrowthDrivers& one) {
    return one.place == more.place && one.from == more.from && one.to == more.to && one.rows == more.rows;
  });
  if (same == all.end()) {
    all.push_back(more);
    return;
  }
  same->scenario_ids.insert(same->scenario_ids.end(), more.scenario_ids.begin(), more.scenario_ids.end());
  same->scenario_names.insert(same->scenario_names.end(), more.scenario_names.begin(), more.scenario_names.end());
  same->scenario_name = base::joined(same->scenario_names, "; ");
}

}  // namespace commonweal::analysis
