// SPDX-License-Identifier: Apache-2.0
#include "doors/cli/road.h"

#include <algorithm>

#include "analysis/explain.h"
#include "analysis/reconciliation.h"
#include "analysis/vocabulary.h"
#include "ensemble/run.h"
#include "model/unit_check.h"
#include "program/compile.h"
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

Journey travel(const std::filesystem::path& study_path, Until until, base::Diagnostics& diagnostics) {
  Journey way;

  // What a person wrote and what was published. Each is read by itself; one fault does not hide another's.
  way.study = study::read(study_path, diagnostics);
  for (const auto& folder : way.study.places) way.places.push_back(place::read(folder, diagnostics));
  if (!way.study.evidence.empty()) way.evidence = evidence::read(way.study.evidence, diagnostics);
  if (!way.study.targets.empty()) way.targets = study::read_targets(way.study.targets, diagnostics);

  // The model stands without data: text, then meaning, then units.
  if (way.study.model.empty()) return way;  // nothing names it, which has been said
  const std::size_t errors_before = diagnostics.error_count();
  const syntax::Document document = syntax::read(way.study.model, diagnostics);
  if (diagnostics.error_count() > errors_before) return way;
  way.model = model::build(document, diagnostics);
  model::check_units(way.model, diagnostics);
  if (diagnostics.has_errors()) return way;

  // From here on no name is added and nothing of the program changes.
  way.program = program::compile(way.model, diagnostics);
  if (diagnostics.has_errors()) return way;
  way.design = study::design(way.study, way.places, way.evidence, way.program, outputs_for(way.targets), diagnostics);
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
