// SPDX-License-Identifier: Apache-2.0
#include "study/scenarios.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "study/bounds.h"
#include "study/element_name.h"

namespace commonweal::study {
namespace {

std::vector<Setting> read_settings(const base::TomlValue* table, base::Diagnostics& diagnostics) {
  std::vector<Setting> settings;
  if (table == nullptr) return settings;
  std::map<std::string, std::uint32_t> first_lines;
  for (const auto& [key, position, value] : table->members) {
    const auto names = parse_element_name(key);
    if (!names) {
      diagnostics.error("bad-setting", position, fmt::format("'{}' names no variable", key),
                        "write \"variable\" or \"variable[element]\"");
    }
    if (value.kind != base::TomlValue::Kind::number) {
      base::report_wrong_type(key, value, base::name(base::TomlValue::Kind::number), diagnostics);
    } else if (!std::isfinite(value.number)) {
      diagnostics.error("bad-setting", value.position,
                        fmt::format("'{}' cannot be {}", key, base::shortest(value.number)));
    }
    if (!names) continue;

    if (const auto [first, is_new] = first_lines.try_emplace(canonical_text(*names), position.line); !is_new) {
      diagnostics.error("duplicate-setting", position, fmt::format("'{}' is set twice", key),
                        fmt::format("the first stands in line {}", first->second));
    }
    settings.push_back({names->variable, names->element, value.number, position});
  }
  return settings;
}

/// The id of the scenario's place; the study's own if it names none.
std::string read_place(base::TomlTable& table, const std::vector<std::string>& places, base::Diagnostics& diagnostics) {
  const base::PlacedText place = table.optional_text("place");
  if (place.text.empty()) return places.empty() ? "" : places.front();
  if (std::find(places.begin(), places.end(), place.text) == places.end()) {
    diagnostics.error("unknown-place", place.position, fmt::format("'{}' is not one of the study's places", place.text),
                      base::suggestion(place.text, places, "they are: " + base::joined(places, ", ")));
  }
  return place.text;
}

Scenario read_scenario(const base::TomlValue& value, const Years& study_years, const std::vector<std::string>& places,
                       base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "a scenario", diagnostics);
  const base::PlacedText id = table.text("id");
  Scenario scenario;
  scenario.id = id.text;
  scenario.position = id.position;
  scenario.name = table.text("name").text;
  scenario.clause = table.optional_text("clause").text;
  scenario.description = table.optional_text("description").text;
  const base::PlacedText bound_of = table.optional_text("bound_of");
  scenario.bound_of = bound_of.text;
  scenario.bound_of_position = bound_of.position;
  scenario.place = read_place(table, places, diagnostics);

  const Years own{table.optional_year("first"), table.optional_year("last")};
  const Years years{own.first ? own.first : study_years.first, own.last ? own.last : study_years.last};
  if (own.first || own.last) check_years(years, table.position(), diagnostics);
  scenario.first = years.first.value_or(base::FinancialYear{});
  scenario.last = years.last.value_or(base::FinancialYear{});

  scenario.settings = read_settings(table.optional_table("set"), diagnostics);
  table.finish();
  return scenario;
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
                                                    base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  base::IdVector<ScenarioId, Scenario> scenarios;
  std::map<std::string, std::uint32_t> first_lines;
  for (const base::TomlValue* value : study.tables("scenario")) {
    Scenario scenario = read_scenario(*value, years, places, diagnostics);
    const auto [first, is_new] = first_lines.try_emplace(scenario.id, scenario.position.line);
    if (!is_new && !scenario.id.empty()) {
      diagnostics.error("duplicate-scenario", scenario.position,
                        fmt::format("there are two scenarios '{}'", scenario.id),
                        fmt::format("the first stands in line {}", first->second));
    }
    scenarios.add(std::move(scenario));
  }
  if (scenarios.empty() && diagnostics.error_count() == errors_before) {
    diagnostics.error("no-scenario", study.position(), "the study has no scenario",
                      "add one: [[scenario]] with an id and a name");
  }
  check_bounds(scenarios, diagnostics);
  return scenarios;
}

}  // namespace commonweal::study
