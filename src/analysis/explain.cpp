// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/agreement.h"
#include "analysis/assumptions.h"
#include "analysis/bibliography.h"
#include "analysis/chart_notes.h"
#include "analysis/demography.h"
#include "analysis/fitted_numbers.h"
#include "analysis/graph_of_doom.h"
#include "analysis/growth.h"
#include "analysis/headline.h"
#include "analysis/model_check.h"
#include "analysis/national.h"
#include "analysis/policies_used.h"
#include "analysis/ranges.h"
#include "analysis/reconciliation.h"
#include "analysis/scenario_run.h"
#include "analysis/share_drivers.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using Runs = std::vector<ScenarioRun>;

const place::Place* place_of(const study::Scenario& scenario, const std::vector<place::Place>& places,
                             base::Diagnostics& diagnostics) {
  const auto found = std::ranges::find(places, scenario.place, &place::Place::id);
  if (found != places.end()) return &*found;
  std::vector<std::string> known;
  for (const place::Place& place : places) known.push_back(place.id);
  diagnostics.error(
      "unknown-place", scenario.position,
      fmt::format("scenario '{}' is for place '{}', which the study does not list", scenario.id, scenario.place),
      base::suggestion(scenario.place, known));
  return nullptr;
}

// The runs of one place, or (if `of_place` is false) of all others, in the study's order.
void add_runs(Runs& runs, const ensemble::Ensemble& ensemble, const study::Study& study,
              const std::vector<const place::Place*>& scenario_places, const place::Place& own, bool of_own) {
  for (std::size_t scenario = 0; scenario < study.scenarios.size(); ++scenario) {
    const place::Place* place = scenario_places[scenario];
    if (place == nullptr || (place == &own) != of_own) continue;
    const study::ScenarioId id(scenario);
    runs.push_back({study.scenarios[id], *place, YearlyFigures(ensemble, ensemble.of(id)), {}});
  }
}

Runs runs_own_place_first(const ensemble::Ensemble& ensemble, const study::Study& study,
                          const std::vector<place::Place>& places, base::Diagnostics& diagnostics) {
  Runs runs;
  std::vector<const place::Place*> scenario_places;
  for (const study::Scenario& scenario : study.scenarios) {
    scenario_places.push_back(place_of(scenario, places, diagnostics));
  }
  if (places.empty()) return runs;
  for (const bool of_own : {true, false}) {
    add_runs(runs, ensemble, study, scenario_places, places.front(), of_own);
  }
  return runs;
}

Runs runs_of(const place::Place& place, const Runs& runs) {
  Runs found;
  std::ranges::copy_if(runs, std::back_inserter(found), [&](const ScenarioRun& run) { return &run.place == &place; });
  return found;
}

bool is_bound(const ScenarioRun& run) {
  return !run.scenario.bound_of.empty();
}

Runs bounds_of(const ScenarioRun& run, const Runs& runs) {
  Runs found;
  std::ranges::copy_if(runs, std::back_inserter(found),
                       [&](const ScenarioRun& candidate) { return candidate.scenario.bound_of == run.scenario.id; });
  return found;
}

// Graph, gap and drivers of a scenario, its bounds as their ranges.
void add_scenario(Findings& findings, const ScenarioRun& run, const Runs& bounds, const std::string& model_path,
                  base::Diagnostics& diagnostics) {
  std::vector<GraphOfDoom> bounding_graphs;
  std::vector<Gap> bounding_gaps;
  for (const ScenarioRun& bound : bounds) {
    bounding_graphs.push_back(graph_of_doom(bound));
    bounding_gaps.push_back(gap(bound));
  }
  findings.graphs.push_back(graph_of_doom(run));
  add_range(findings.graphs.back(), bounding_graphs);
  findings.gaps.push_back(gap(run));
  add_range(findings.gaps.back(), bounding_gaps);
  if (const auto drivers = growth_drivers(run, model_path, diagnostics)) add_once(findings.drivers, *drivers);
}

// Why care overtakes the money in each of `runs`, the first of which has the first of `graphs`, and so on.
std::vector<ShareDrivers> drivers_of_shares(const Runs& runs, const std::vector<GraphOfDoom>& graphs) {
  std::vector<ShareDrivers> found;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    if (const auto drivers = share_drivers(runs[run], graphs[run].takes_all)) found.push_back(*drivers);
  }
  return found;
}

// The people of each place that has been run, from its longest run.
std::vector<Demography> demographies(const std::vector<place::Place>& places, const Runs& runs,
                                     Bibliography& bibliography) {
  std::vector<Demography> found;
  for (const place::Place& place : places) {
    const Runs candidates = runs_of(place, runs);
    if (candidates.empty()) continue;
    const auto longest =
        std::ranges::max_element(candidates, {}, [](const ScenarioRun& run) { return run.figures.years(); });
    found.push_back(demography(*longest, bibliography));
  }
  return found;
}

// Growth rests on the register's rates as much as on the place's figures.
void cite_also(const std::vector<int>& numbers, std::vector<GrowthDrivers>& all_drivers) {
  for (GrowthDrivers& drivers : all_drivers) {
    std::set<int> cites(drivers.cites.begin(), drivers.cites.end());
    cites.insert(numbers.begin(), numbers.end());
    drivers.cites.assign(cites.begin(), cites.end());
  }
}

std::vector<std::string> limits_of(const std::vector<place::Place>& places) {
  std::vector<std::string> limits;
  for (const place::Place& place : places) {
    for (const std::string& limit : place.limits) {
      if (std::ranges::find(limits, limit) == limits.end()) limits.push_back(limit);
    }
  }
  return limits;
}

}  // namespace

Findings explain(const ensemble::Ensemble& ensemble, const study::Study& study, const std::vector<place::Place>& places,
                 const evidence::Register& evidence, const std::vector<study::Target>& targets,
                 base::Diagnostics& diagnostics) {
  check_model(ensemble, study, diagnostics);

  Findings findings;
  findings.study_id = study.id;
  findings.title = study.title;
  findings.question = study.scope.question;
  Bibliography bibliography;

  // Each scenario on its own.
  const Runs all_runs = runs_own_place_first(ensemble, study, places, diagnostics);
  Runs runs;
  std::ranges::remove_copy_if(all_runs, std::back_inserter(runs), is_bound);
  for (ScenarioRun& run : runs) {
    run.cites = sources_of(run.place, bibliography);
    add_scenario(findings, run, bounds_of(run, all_runs), study.model.string(), diagnostics);
    findings.graphs.back().notes = chart_notes(run.place);
  }
  cite_also(sources_of(evidence, bibliography), findings.drivers);

  // What they say together.
  if (!places.empty()) {
    const Runs own = runs_of(places.front(), runs);
    if (!own.empty()) findings.headline = headline(own, findings.graphs, findings.gaps);
    findings.share_drivers = drivers_of_shares(own, findings.graphs);
  }
  findings.demography = demographies(places, runs, bibliography);
  findings.national = national_finances(places, bibliography, diagnostics);

  // How far they can be trusted.
  findings.reconciliation = reconciliation(targets, {ensemble, study, places}, diagnostics);
  findings.agreement = agreement(findings.reconciliation);
  findings.agreement_by_place = agreement_by_place(findings.reconciliation);
  findings.fitted_numbers = fitted_numbers(targets, evidence);
  findings.policies = policies_used(study, evidence, bibliography);
  findings.assumptions = assumptions(study, places, evidence);
  findings.sources = bibliography.sources();
  findings.limits = limits_of(places);
  return findings;
}

}  // namespace commonweal::analysis
