// SPDX-License-Identifier: Apache-2.0
#include "analysis/readings.h"

#include <algorithm>
#include <limits>

#include "analysis/vocabulary.h"
#include "analysis/yearly_figures.h"

namespace commonweal::analysis {

namespace {

const ensemble::Future* future_of(const ensemble::Ensemble& ensemble, study::ScenarioId scenario) {
  const auto found = std::ranges::find(ensemble.futures, scenario, &ensemble::Future::scenario);
  return found == ensemble.futures.end() ? nullptr : &*found;
}

ReadOutcome outcome_of(const std::string& reading, const YearlyFigures& figures) {
  ReadOutcome outcome;
  outcome.reading = reading;
  outcome.care.assign(figures.years(), 0);
  outcome.other_services.assign(figures.years(), 0);
  for (const std::string& service : figures.elements(vocabulary::spend)) {
    add_to(vocabulary::is_care(service) ? outcome.care : outcome.other_services,
           figures.of(vocabulary::spend, service));
  }
  for (std::size_t year = 0; year < figures.years(); ++year) {
    const double all = outcome.care[year] + outcome.other_services[year];
    outcome.care_share.push_back(all > 0 ? outcome.care[year] / all : std::numeric_limits<double>::quiet_NaN());
  }
  outcome.gap_before_action = figures.of(vocabulary::gap_before_action);
  return outcome;
}

}  // namespace

ReadingFindings readings(const std::vector<ensemble::Ensemble>& futures, const study::Study& study) {
  ReadingFindings findings;
  findings.of = study.readings.of;
  for (const study::Reading& way : study.readings.ways) findings.ways.push_back({way.name, way.description});
  for (std::size_t number = 0; number < study.scenarios.size(); ++number) {
    const study::ScenarioId id = study.scenarios.id_at(number);
    const study::Scenario& scenario = study.scenarios[id];
    ReadScenario read{scenario.id, scenario.name, scenario.place, scenario.first, {}};
    for (std::size_t way = 0; way < futures.size(); ++way) {
      const ensemble::Future* future = future_of(futures[way], id);
      if (future == nullptr) break;
      read.outcomes.push_back(outcome_of(findings.ways[way].name, YearlyFigures(futures[way], *future)));
    }
    if (!futures.empty() && read.outcomes.size() == futures.size()) findings.scenarios.push_back(std::move(read));
  }
  return findings;
}

}  // namespace commonweal::analysis
