// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/road.h"

#include <algorithm>
#include <utility>

#include "analysis/explain.h"
#include "analysis/reconciliation.h"
#include "analysis/vocabulary.h"
#include "ensemble/run.h"
#include "model/time_constants.h"
#include "model/unit_check.h"
#include "program/compile.h"
#include "study/register_check.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

/// What must be kept of every run: what the findings are made of, and what the targets ask for.
std::vector<std::string> outputs_for(const std::vector<study::Target>& targets) {
  std::vector<std::string> names = analysis::needed_variables();
  for (const std::string& asked : analysis::target_variables(targets)) {
    if (std::find(names.begin(), names.end(), asked) == names.end()) names.push_back(asked);
  }
  return names;
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

Journey travel(const std::filesystem::path& study_path, Until until, base::Diagnostics& diagnostics) {
  Journey way;

  // What a person wrote and what was published. Each is read by itself; one fault does not hide another's.
  way.study = study::read(study_path, diagnostics);
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
  if (diagnostics.has_errors()) return way;
  way.design = study::design(way.study, way.places, way.program, outputs_for(way.targets), diagnostics);
  if (way.study.uncertainty) {
    way.draw_design = study::draw_design(way.study, way.evidence, way.design, way.program, diagnostics);
  }
  if (diagnostics.has_errors() || until == Until::design) return way;

  // Every future, then what they say.
  way.futures = ensemble::run(way.program, way.design, diagnostics);
  if (diagnostics.has_errors()) return way;
  way.findings = analysis::explain(way.futures, way.study, way.places, way.evidence, way.targets, diagnostics);
  return way;
}

std::vector<report::ScenarioName> scenario_names(const study::Study& study) {
  std::vector<report::ScenarioName> names;
  for (const study::Scenario& scenario : study.scenarios) names.push_back({scenario.id, scenario.name});
  return names;
}

}  // namespace commonweal::doors
