// SPDX-License-Identifier: Apache-2.0
#include "study/scenarios.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "study/bounds.h"
#include "study/settings.h"

namespace commonweal::study {
namespace {

using Scenarios = base::IdVector<ScenarioId, Scenario>;

/// What a scenario has where it says nothing itself: that of the scenario it extends, of `study` if it extends none.
Scenario extended(const base::PlacedText& id, const Scenario& study, const Scenarios& above,
                  base::Diagnostics& diagnostics) {
  if (id.text.empty()) return study;
  std::vector<std::string> ids;
  for (const Scenario& scenario : above) {
    if (scenario.id == id.text) return scenario;
    ids.push_back(scenario.id);
  }
  diagnostics.error("unknown-scenario", id.position,
                    fmt::format("'{}' is not one of the scenarios above this one", id.text),
                    ids.empty() ? "a scenario can only extend one that stands above it"
                                : base::suggestion(id.text, ids, "they are: " + base::joined(ids, ", ")));
  return study;
}

/// The id of the scenario's place; `otherwise` if it names none.
std::string read_place(base::TomlTable& table, const std::string& otherwise, const std::vector<std::string>& places,
                       base::Diagnostics& diagnostics) {
  const base::PlacedText place = table.optional_text("place");
  if (place.text.empty()) return otherwise;
  if (std::find(places.begin(), places.end(), place.text) == places.end()) {
    diagnostics.error("unknown-place", place.position, fmt::format("'{}' is not one of the study's places", place.text),
                      base::suggestion(place.text, places, "they are: " + base::joined(places, ", ")));
  }
  return place.text;
}

Scenario read_scenario(const base::TomlValue& value, const Scenario& study, const Scenarios& above,
                       const std::vector<std::string>& places, const std::vector<Policy>& library,
                       base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "a scenario", diagnostics);
  const base::PlacedText id = table.text("id");
  const base::PlacedText extends = table.optional_text("extends");
  const Scenario inherited = extended(extends, study, above, diagnostics);
  Scenario scenario;
  scenario.id = id.text;
  scenario.extends = extends.text;
  scenario.position = id.position;
  scenario.name = table.text("name").text;
  scenario.clause = table.optional_text("clause").text;
  scenario.description = table.optional_text("description").text;
  const base::PlacedText bound_of = table.optional_text("bound_of");
  scenario.bound_of = bound_of.text;
  scenario.bound_of_position = bound_of.position;
  scenario.place = read_place(table, inherited.place, places, diagnostics);

  const Years own{table.optional_year("first"), table.optional_year("last")};
  scenario.first = own.first.value_or(inherited.first);
  scenario.last = own.last.value_or(inherited.last);
  if (own.first || own.last) check_years({scenario.first, scenario.last}, table.position(), diagnostics);

  scenario.policies = read_scheduled(table, library, diagnostics).value_or(inherited.policies);
  scenario.own_settings = read_settings(table.optional_table("set"), diagnostics);
  scenario.settings = laid_over(inherited.settings, scenario.own_settings);
  scenario.reasons =
      read_reasons(table.optional_table("reasons"), scenario.policies, scenario.own_settings, diagnostics);
  table.finish();
  return scenario;
}

void add_policies(Scenario& scenario, const std::vector<Policy>& library, base::Diagnostics& diagnostics) {
  const std::vector<Setting> settings =
      settings_of(scenario.policies, library, scenario.first, scenario.last, scenario.settings, diagnostics);
  scenario.settings.insert(scenario.settings.end(), settings.begin(), settings.end());
}

}  // namespace

void check_years(const Years& years, const base::Position& position, base::Diagnostics& diagnostics) {
  if (!years.first || !years.last || *years.first <= *years.last) return;
  diagnostics.error(
      "bad-years", position,
      fmt::format("the last year, {}, comes before the first, {}", years.last->text(), years.first->text()));
}

base::IdVector<ScenarioId, Scenario> read_scenarios(base::TomlTable& study, const Years& years,
                                                    const std::vector<std::string>& places,
                                                    const std::vector<Policy>& library,
                                                    base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  Scenario common;
  common.place = places.empty() ? "" : places.front();
  common.first = years.first.value_or(base::FinancialYear{});
  common.last = years.last.value_or(base::FinancialYear{});
  common.settings = read_settings(study.optional_table("settings"), diagnostics);
  Scenarios scenarios;
  std::map<std::string, std::uint32_t> first_lines;
  for (const base::TomlValue* value : study.tables("scenario")) {
    Scenario scenario = read_scenario(*value, common, scenarios, places, library, diagnostics);
    const auto [first, is_new] = first_lines.try_emplace(scenario.id, scenario.position.line);
    if (!is_new && !scenario.id.empty()) {
      diagnostics.error("duplicate-scenario", scenario.position,
                        fmt::format("there are two scenarios '{}'", scenario.id),
                        fmt::format("the first stands in line {}", first->second));
    }
    scenarios.add(std::move(scenario));
  }
  // Only now: who extends a scenario may do other things than it does.
  for (Scenario& scenario : scenarios) add_policies(scenario, library, diagnostics);
  if (scenarios.empty() && diagnostics.error_count() == errors_before) {
    diagnostics.error("no-scenario", study.position(), "the study has no scenario",
                      "add one: [[scenario]] with an id and a name");
  }
  check_bounds(scenarios, diagnostics);
  return scenarios;
}

}  // namespace commonweal::study
