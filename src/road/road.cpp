// SPDX-License-Identifier: Apache-2.0
#include "road/road.h"

#include <algorithm>
#include <utility>

#include "analysis/explain.h"
#include "analysis/reconciliation.h"
#include "analysis/vocabulary.h"
#include "discovery/study_discovery.h"
#include "ensemble/run.h"
#include "model/time_constants.h"
#include "model/unit_check.h"
#include "program/compile.h"
#include "road/named_loops.h"
#include "sensitivity/study_sensitivity.h"
#include "study/policy_library.h"
#include "study/read_uncertainty.h"
#include "study/register_check.h"
#include "syntax/mdl.h"

namespace commonweal::road {

namespace {

/// What must be kept of every run: what the findings are made of, and what the targets ask for.
std::vector<std::string> outputs_for(const std::vector<study::Target>& targets) {
  std::vector<std::string> names = analysis::needed_variables();
  for (const std::string& asked : analysis::target_variables(targets)) {
    if (std::find(names.begin(), names.end(), asked) == names.end()) names.push_back(asked);
  }
  return names;
}

/// What every report shows a spread of: the figures of a whole place. A spread takes room, some 30 KiB for each year of
/// each scenario, so the elements of arrays have one only if the study asks.
std::vector<std::string> spread_variables(const program::Program& program) {
  std::vector<std::string> names = analysis::needed_variables();
  std::erase_if(names, [&](const std::string& name) {
    const program::Variable* variable = program.find(name);
    return variable == nullptr || variable->elements.size() > 1;
  });
  return names;
}

void apply(study::Study& study, const Overrides& overrides, base::Diagnostics& diagnostics) {
  const auto draws = base::Position::file("--draws"), seed = base::Position::file("--seed");
  if (!study.uncertainty) {
    if (!overrides.draws && !overrides.seed && !overrides.scalars && !overrides.needs_draws) return;
    diagnostics.error("no-uncertainty", base::Position::file(study.path.string()),
                      "the study says nothing of what is uncertain, so nothing can be drawn",
                      "add a table [uncertainty]; docs/files.md says how");
    return;
  }
  if (overrides.draws && study::check_draws(*overrides.draws, draws, diagnostics)) {
    study.uncertainty->draws = static_cast<std::uint64_t>(*overrides.draws);
  }
  if (overrides.seed && study::check_seed(*overrides.seed, seed, diagnostics)) {
    study.uncertainty->seed = static_cast<std::uint64_t>(*overrides.seed);
  }
  if (overrides.scalars) study.uncertainty->scalars = true;
}

/// The designs of every run, and of the draws.
void settle(Journey& way, base::Diagnostics& diagnostics) {
  way.design = study::design(way.study, way.places, way.program, outputs_for(way.targets), diagnostics);
  way.draw_design.reset();
  if (way.study.uncertainty) {
    way.draw_design = study::draw_design(way.study, way.evidence, way.design, way.program, diagnostics);
  }
}

/// Of each scenario that stands for itself. A run that cannot go on has been told of already.
std::vector<analysis::LoopDrivers> loop_drivers(const Journey& way) {
  const std::vector<loops::NamedLoop> named = named_loops(way.model);
  std::vector<analysis::LoopDrivers> drivers;
  for (const study::Run& run : way.design.runs) {
    const study::Scenario& scenario = way.study.scenarios[run.scenario];
    const loops::RunLoops found = loops::loops_of_run(way.program, run.inputs);
    if (!scenario.bound_of.empty() || found.fault) continue;
    drivers.push_back(
        analysis::loop_drivers(loops::shares_of(way.program, found, named), scenario, way.findings.headline.place));
  }
  return drivers;
}

/// The futures of the study's scenarios under each reading of its choice.
std::vector<ensemble::Ensemble> futures_of_readings(const Journey& way, base::Diagnostics& diagnostics) {
  std::vector<ensemble::Ensemble> futures;
  for (std::size_t reading = 0; reading < way.design.readings.size(); ++reading) {
    futures.push_back(ensemble::run(way.program, study::of_reading(way.design, way.study, reading), diagnostics));
  }
  return futures;
}

}  // namespace

std::optional<ReadModel> read_model(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  base::Diagnostics faults;
  ReadModel read;
  const syntax::Document document = syntax::read(path, faults);
  if (!faults.has_errors()) {
    // Text, then meaning, then units.
    read.model = model::build(document, faults);
    model::check_units(read.model, faults);
  }
  // From here on no name is added and nothing of the program changes.
  if (!faults.has_errors()) read.program = program::compile(read.model, faults);
  diagnostics.add(faults);
  if (faults.has_errors()) return std::nullopt;
  model::check_time_constants(read.model, diagnostics);
  return read;
}

Journey travel(const std::filesystem::path& study_path, base::Diagnostics& diagnostics, const Overrides& overrides) {
  return travel(study::read(study_path, diagnostics), diagnostics, overrides);
}

Journey travel(study::Study study, base::Diagnostics& diagnostics, const Overrides& overrides) {
  Journey way;
  way.study = std::move(study);
  apply(way.study, overrides, diagnostics);

  // What was published. Each is read by itself; one fault does not hide another's.
  for (const auto& folder : way.study.places) way.places.push_back(place::read(folder, diagnostics));
  if (!way.study.evidence.empty()) way.evidence = evidence::read(way.study.evidence, diagnostics);
  if (!way.study.targets.empty()) way.targets = study::read_targets(way.study.targets, diagnostics);

  // The model stands without data, and is held against the register whatever is wrong elsewhere.
  if (way.study.model.empty()) return way;  // nothing names it, which has been said
  std::optional<ReadModel> read = read_model(way.study.model, diagnostics);
  if (!read) return way;
  way.model = std::move(read->model);
  way.program = std::move(read->program);
  if (way.evidence.is_read()) study::check_register(way.evidence, way.model, way.program, diagnostics);
  study::check_policies(way.study.policies, way.program, diagnostics);
  study::check_offers(way.study.offers, way.program, diagnostics);
  if (!diagnostics.has_errors()) settle(way, diagnostics);
  return way;
}

void turn_to(Journey& way, study::Study study, base::Diagnostics& diagnostics) {
  study::Design design = study::design(study, way.places, way.program, outputs_for(way.targets), diagnostics);
  const bool is_drawn_alike = way.draw_design && study::are_drawn_alike(way.study, way.design, study, design);
  std::optional<study::DrawDesign> draws;
  if (study.uncertainty && !is_drawn_alike) {
    draws = study::draw_design(study, way.evidence, design, way.program, diagnostics);
  }
  if (diagnostics.has_errors()) return;
  if (is_drawn_alike) {  // much of the time that a change takes would be spent on making it again
    draws = std::move(way.draw_design);
    draws->draws = study.uncertainty->draws;
  }
  way.study = std::move(study);
  way.design = std::move(design);
  way.draw_design = std::move(draws);
}

ensemble::DrawTask draw_task(const Journey& way) {
  ensemble::LanePrograms none;
  return draw_task(way, none);
}

ensemble::DrawTask draw_task(const Journey& way, ensemble::LanePrograms& known) {
  return ensemble::draw_task(way.study, way.design, *way.draw_design, way.program, spread_variables(way.program),
                             known);
}

bool travel_on(Journey& way, const ensemble::DrawTables& tables, const ensemble::DrawWork& work,
               base::Diagnostics& diagnostics) {
  // Every future, then what they say.
  way.futures = ensemble::run(way.program, way.design, diagnostics);
  if (diagnostics.has_errors()) return true;
  if (way.draw_design) {
    std::optional<ensemble::Draws> draws = ensemble::draw_futures(draw_task(way), way.study, tables, work, diagnostics);
    if (!draws) return diagnostics.has_errors();
    way.draws = std::move(*draws);
  }
  std::optional<sensitivity::StudySensitivity> sensitivity;
  if (way.draw_design) {
    sensitivity = sensitivity::study_sensitivity(way.study, way.design, *way.draw_design, way.program, work);
    if (!sensitivity) return false;
  }
  std::optional<discovery::StudyDiscovery> discovery;
  if (way.draw_design && way.draw_design->discovery) {
    discovery = discovery::study_discovery(way.study, way.design, *way.draw_design, way.program, work);
    if (!discovery) return false;
  }
  explain(way, diagnostics);
  way.findings.sensitivity = std::move(sensitivity);
  way.findings.discovery = std::move(discovery);
  return true;
}

void explain(Journey& way, base::Diagnostics& diagnostics) {
  way.findings = analysis::explain(way.futures, way.study, way.places, way.evidence, way.targets, diagnostics);
  if (way.study.loop_scores) way.findings.loops = loop_drivers(way);
  way.findings.readings = analysis::readings(futures_of_readings(way, diagnostics), way.study);
  if (way.draw_design) {
    way.findings.uncertainty = analysis::uncertainty(way.draws, *way.draw_design, way.futures, way.study, way.places);
  }
}

std::vector<report::ScenarioName> scenario_names(const study::Study& study) {
  std::vector<report::ScenarioName> names;
  for (const study::Scenario& scenario : study.scenarios) names.push_back({scenario.id, scenario.name});
  return names;
}

}  // namespace commonweal::road
