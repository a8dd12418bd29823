// SPDX-License-Identifier: Apache-2.0
#include "analysis/graph_of_doom.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/crossing.h"
#include "analysis/vocabulary.h"

namespace commonweal::analysis {

namespace {

bool is_zero_throughout(const YearlySeries& series) {
  return std::ranges::all_of(series.values, [](double value) { return value == 0; });
}

// The services that cost anything, care first, otherwise in the model's order.
std::vector<YearlySeries> services_that_cost(const YearlyFigures& figures) {
  std::vector<YearlySeries> services;
  for (const std::string& service : figures.elements(vocabulary::required_spend)) {
    services.push_back({service, figures.of(vocabulary::required_spend, service)});
  }
  std::erase_if(services, is_zero_throughout);
  std::ranges::stable_partition(services, vocabulary::is_care, &YearlySeries::name);
  return services;
}

// Care as a share of the envelope: infinite where there is care to pay for and no money at all, so that the thresholds
// are passed there too.
std::vector<double> care_share(const GraphOfDoom& graph) {
  std::vector<double> shares(graph.envelope.size(), 0.0);
  for (std::size_t service = 0; service < graph.care_services; ++service) {
    add_to(shares, graph.services[service].values);
  }
  for (std::size_t year = 0; year < shares.size(); ++year) {
    const bool no_money = graph.envelope[year] <= 0 && shares[year] > 0;
    shares[year] = no_money ? std::numeric_limits<double>::infinity() : shares[year] / graph.envelope[year];
  }
  return shares;
}

}  // namespace

GraphOfDoom graph_of_doom(const ScenarioRun& run) {
  GraphOfDoom graph;
  graph.scenario_id = run.scenario.id;
  graph.scenario_name = run.scenario.name;
  graph.scenario_description = run.scenario.description;
  graph.first = run.figures.first();
  graph.services = services_that_cost(run.figures);
  graph.envelope = run.figures.of(vocabulary::money_for_services);
  graph.place = run.place.name;
  graph.cites = run.cites;

  graph.care_services =
      static_cast<std::size_t>(std::ranges::count_if(graph.services, vocabulary::is_care, &YearlySeries::name));
  graph.care_share = care_share(graph);
  graph.restricts = first_crossing(graph.care_share, graph.first, restricting_share);
  graph.takes_all = first_crossing(graph.care_share, graph.first, whole_share);
  std::ranges::replace_if(
      graph.care_share, [](double share) { return std::isinf(share); }, std::numeric_limits<double>::quiet_NaN());
  return graph;
}

Gap gap(const ScenarioRun& run) {
  std::vector<double> reserves = run.figures.of(vocabulary::unallocated_reserves);
  add_to(reserves, run.figures.of(vocabulary::earmarked_reserves));
  return {.scenario_id = run.scenario.id,
          .scenario_name = run.scenario.name,
          .first = run.figures.first(),
          .before_action = run.figures.of(vocabulary::gap_before_action),
          .from_reserves = run.figures.of(vocabulary::gap_closed_by_reserves),
          .from_council_tax = run.figures.of(vocabulary::gap_closed_by_council_tax),
          .from_cuts = run.figures.of(vocabulary::gap_closed_by_cuts),
          .unclosed = run.figures.of(vocabulary::gap_left_open),
          .reserves = std::move(reserves),
          .place = run.place.name,
          .cites = run.cites};
}

}  // namespace commonweal::analysis
