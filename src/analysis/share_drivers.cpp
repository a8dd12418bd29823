// SPDX-License-Identifier: Apache-2.0
#include "analysis/share_drivers.h"

#include "analysis/growth.h"
#include "analysis/service_factors.h"
#include "analysis/vocabulary.h"

namespace commonweal::analysis {

namespace {

YearSpan span_of_share(const YearlyFigures& figures, const std::optional<Crossing>& takes_all) {
  const std::size_t last = figures.years() - 1;
  const std::size_t to = takes_all ? static_cast<std::size_t>(takes_all->year.start - figures.first().start) : last;
  return {first_year_at_reference_level(figures), to};
}

// The share of one service is its cost / money, so money moves it as a price does, the other way round.
void add_service(ShareDrivers& drivers, const YearlyFigures& figures, const std::string& service, YearSpan span) {
  const std::vector<double> cost = figures.of(vocabulary::required_spend, service);
  if (cost[span.from] == 0 && cost[span.to] == 0) return;
  const std::vector<double> money = figures.of(vocabulary::money_for_services);
  const double start = cost[span.from] / money[span.from], end = cost[span.to] / money[span.to];
  const ServiceFactors factors = service_factors(figures, service, span);
  const double price = factors.price / (money[span.to] / money[span.from]);
  const ThreeEffects effects = three_effects(start, factors.people, factors.need, price);
  drivers.start += start;
  drivers.people += effects.people;
  drivers.need += effects.need;
  // What yearly means leave over goes to price, as in `growth_drivers`, which warns where it is more than a trace.
  drivers.price += end - start - effects.people - effects.need;
  drivers.end += end;
}

}  // namespace

std::optional<ShareDrivers> share_drivers(const ScenarioRun& run, const std::optional<Crossing>& takes_all) {
  const YearSpan span = span_of_share(run.figures, takes_all);
  if (span.from >= span.to) return std::nullopt;
  const std::vector<double> money = run.figures.of(vocabulary::money_for_services);
  if (money[span.from] <= 0 || money[span.to] <= 0) return std::nullopt;

  ShareDrivers drivers{.scenario_id = run.scenario.id,
                       .scenario_name = run.scenario.name,
                       .from = run.figures.first() + static_cast<int>(span.from),
                       .to = run.figures.first() + static_cast<int>(span.to)};
  for (const std::string& service : run.figures.elements(vocabulary::required_spend)) {
    if (vocabulary::is_care(service)) add_service(drivers, run.figures, service, span);
  }
  return drivers;
}

}  // namespace commonweal::analysis
