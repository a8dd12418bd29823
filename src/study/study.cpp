// SPDX-License-Identifier: Apache-2.0
#include "study/study.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "base/toml_table.h"
#include "study/policy_library.h"
#include "study/read_uncertainty.h"
#include "study/scenarios.h"

namespace commonweal::study {
namespace {

namespace fs = std::filesystem;

Scope read_scope(base::TomlTable& study, base::Diagnostics& diagnostics) {
  Scope scope;
  const base::TomlValue* value = study.table("scope");
  if (value == nullptr) return scope;
  base::TomlTable table(*value, "[scope]", diagnostics);
  scope.question = table.text("question").text;
  scope.owner = table.optional_text("owner").text;
  scope.commissioner = table.optional_text("commissioner").text;
  scope.analyst = table.optional_text("analyst").text;
  scope.assurer = table.optional_text("assurer").text;
  scope.approver = table.optional_text("approver").text;
  table.finish();
  return scope;
}

Years read_years(base::TomlTable& study, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = study.table("years");
  if (value == nullptr) return {};
  base::TomlTable table(*value, "[years]", diagnostics);
  Years years{table.year("first"), table.year("last")};
  table.finish();
  check_years(years, table.position(), diagnostics);
  return years;
}

std::vector<std::string> read_outputs(base::TomlTable& study, base::Diagnostics& diagnostics) {
  std::vector<std::string> outputs;
  const base::TomlValue* value = study.optional_table("outputs");
  if (value == nullptr) return outputs;
  base::TomlTable table(*value, "[outputs]", diagnostics);
  for (const base::PlacedText& variable : table.texts("variables")) outputs.push_back(variable.text);
  table.finish();
  return outputs;
}

/// The folders of the places. Two must not share a name, which is the place's id.
std::vector<fs::path> read_places(const std::vector<base::PlacedText>& texts, const fs::path& beside,
                                  base::Diagnostics& diagnostics) {
  std::vector<fs::path> folders;
  for (const base::PlacedText& text : texts) {
    fs::path folder = (beside / text.text).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();  // written with a slash at its end
    const std::string id = folder.filename().string();
    if (std::any_of(folders.begin(), folders.end(), [&](const fs::path& other) { return other.filename() == id; })) {
      diagnostics.error("duplicate-place", text.position, fmt::format("there are two places '{}'", id),
                        "a place is known by the name of its folder");
    }
    folders.push_back(folder);
  }
  return folders;
}

/// Options that were turned down, held against the scenarios that they name.
std::vector<RejectedOption> read_rejected(base::TomlTable& study, const base::IdVector<ScenarioId, Scenario>& scenarios,
                                          base::Diagnostics& diagnostics) {
  std::vector<Choosable> choosable;
  for (const Scenario& scenario : scenarios) {
    choosable.push_back({scenario.id, !choosable.empty() && scenario.bound_of.empty()});
  }
  std::vector<RejectedOption> options = study::read_rejected(study, diagnostics);
  check_rejected(options, choosable, diagnostics);
  return options;
}

/// `[loops] scores = true`.
bool read_loop_scores(base::TomlTable& study, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = study.optional_table("loops");
  if (value == nullptr) return false;
  base::TomlTable table(*value, "[loops]", diagnostics);
  const bool asked = table.truth("scores");
  table.finish();
  return asked;
}

}  // namespace

Study read(const fs::path& path, base::Diagnostics& diagnostics) {
  if (const base::SharedSource source = base::read_text(path, diagnostics)) return read(*source, diagnostics);
  Study study;
  study.path = path;
  study.id = path.stem().string();
  return study;
}

Study read(const base::SourceText& source, base::Diagnostics& diagnostics, const Study* known) {
  const fs::path path = source.path();
  Study study;
  study.path = path;
  study.id = path.stem().string();
  study.source_text = std::string(source.text());
  const std::size_t errors_before = diagnostics.error_count();
  const base::TomlValue file = base::parse_toml(source, diagnostics);
  if (diagnostics.error_count() > errors_before) return study;

  const fs::path beside = path.parent_path();
  const auto resolved = [&](const base::PlacedText& name) {
    return name.text.empty() ? fs::path() : (beside / name.text).lexically_normal();
  };
  base::TomlTable table(file, "the study", diagnostics);
  study.title = table.text("title").text;
  study.model = resolved(table.text("model"));
  study.evidence = resolved(table.optional_text("evidence"));
  study.targets = resolved(table.optional_text("targets"));
  study.policies_folder = resolved(table.optional_text("policies_folder"));
  study.places = read_places(table.some_texts("places"), beside, diagnostics);
  study.scope = read_scope(table, diagnostics);
  const Years years = read_years(table, diagnostics);
  study.outputs = read_outputs(table, diagnostics);

  std::vector<std::string> place_ids;
  for (const fs::path& folder : study.places) place_ids.push_back(folder.filename().string());
  if (known != nullptr && known->policies_folder == study.policies_folder) {
    study.policies = known->policies;
  } else if (!study.policies_folder.empty()) {
    study.policies = read_policies(study.policies_folder, diagnostics);
  }
  study.scenarios = read_scenarios(table, years, place_ids, study.policies, diagnostics);
  study.rejected = read_rejected(table, study.scenarios, diagnostics);
  study.uncertainty = read_uncertainty(table, beside, study.scenarios, diagnostics);
  study.calibration = read_calibration(table, beside, diagnostics);
  study.readings = read_readings(table, diagnostics);
  study.offers = read_offers(table, diagnostics);
  study.loop_scores = read_loop_scores(table, diagnostics);
  table.finish();
  return study;
}

}  // namespace commonweal::study
