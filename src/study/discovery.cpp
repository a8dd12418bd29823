// SPDX-License-Identifier: Apache-2.0
#include "study/discovery.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "study/binding.h"
#include "study/element_name.h"
#include "study/read_uncertainty.h"

namespace commonweal::study {

namespace {

constexpr std::uint64_t draws_without_asking = 4096;

void read_limit(base::TomlTable& table, DiscoveryWish& wish, base::Diagnostics& diagnostics) {
  const std::vector<Limit> limits = read_limits(table);
  if (!limits.empty()) {
    wish.comparison = limits.back().comparison;
    wish.limit = limits.back().number;
  }
  if (limits.size() == 1) return;
  diagnostics.error("bad-discovery", table.position(),
                    fmt::format("[uncertainty.discovery] has {}", limits.empty() ? "no limit" : "more than one limit"),
                    "give one of: above, at_least, below, at_most");
}

void read_draws(base::TomlTable& table, DiscoveryWish& wish, base::Diagnostics& diagnostics) {
  wish.draws = draws_without_asking;
  const auto draws = table.optional_number("draws");
  if (!draws) return;
  if (is_whole_between(draws->number, least_discovery_draws, most_discovery_draws)) {
    wish.draws = static_cast<std::uint64_t>(draws->number);
    return;
  }
  diagnostics.error("bad-discovery", draws->position,
                    fmt::format("there cannot be {} draws", base::shortest(draws->number)),
                    fmt::format("a whole number from {} to {}", least_discovery_draws,
                                base::grouped(static_cast<double>(most_discovery_draws), 0)));
}

/// The scenario of an id, if it is drawn and has the years; reports what is wrong.
std::optional<ScenarioId> scenario_of(const Study& study, const base::PlacedText& asked, const DiscoveryWish& wish,
                                      base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Scenario& scenario : study.scenarios) {
    if (scenario.bound_of.empty()) known.push_back(scenario.id);
  }
  const auto found = std::ranges::find(study.scenarios, asked.text, &Scenario::id);
  if (found == study.scenarios.end() || !found->bound_of.empty()) {
    diagnostics.error("unknown-scenario", asked.position,
                      fmt::format("'{}' is none of the scenarios that are drawn", asked.text),
                      base::suggestion(asked.text, known, "they are: " + base::joined(known, ", ")));
    return std::nullopt;
  }
  for (const base::FinancialYear year : {wish.from, wish.to.value_or(wish.from)}) {
    if (found->first <= year && year <= found->last) continue;
    diagnostics.error("bad-discovery", wish.position,
                      fmt::format("scenario '{}' has no year {}", found->id, year.text()),
                      fmt::format("it runs from {} to {}", found->first.text(), found->last.text()));
    return std::nullopt;
  }
  return ScenarioId(static_cast<std::size_t>(found - study.scenarios.begin()));
}

}  // namespace

std::optional<DiscoveryWish> read_discovery(base::TomlTable& uncertainty, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = uncertainty.optional_table("discovery");
  if (value == nullptr) return std::nullopt;
  base::TomlTable table(*value, "[uncertainty.discovery]", diagnostics);
  DiscoveryWish wish;
  wish.position = table.position();
  wish.name = table.text("name").text;
  wish.scenario = table.text("scenario");
  wish.against = table.optional_text("against");
  wish.variable = table.text("variable");
  wish.from = table.year("year").value_or(wish.from);
  wish.to = table.optional_year("until");
  if (const auto times = table.optional_number("times")) wish.times = times->number;
  read_limit(table, wish, diagnostics);
  read_draws(table, wish, diagnostics);
  table.finish();
  if (wish.to && *wish.to <= wish.from) {
    diagnostics.error("bad-discovery", table.position(),
                      fmt::format("'until' must come after 'year', but {} does not come after {}", wish.to->text(),
                                  wish.from.text()));
  }
  return wish;
}

std::optional<DiscoveryDesign> bind_discovery(const Study& study, const program::Program& program,
                                              base::Diagnostics& diagnostics) {
  if (!study.uncertainty->discovery) return std::nullopt;
  const DiscoveryWish& wish = *study.uncertainty->discovery;
  const std::size_t errors_before = diagnostics.error_count();
  const std::optional<ScenarioId> scenario = scenario_of(study, wish.scenario, wish, diagnostics);
  std::optional<ScenarioId> against;
  if (!wish.against.text.empty()) against = scenario_of(study, wish.against, wish, diagnostics);
  const ElementName name = parse_element_name(wish.variable.text).value_or(ElementName{wish.variable.text, ""});
  const program::Variable* variable = variable_named(program, name.variable, wish.variable.position, diagnostics);
  std::vector<std::uint32_t> elements;
  if (variable != nullptr) elements = elements_named(*variable, name.element, wish.variable.position, diagnostics);
  if (elements.size() > 1) {
    diagnostics.error("bad-discovery", wish.variable.position,
                      fmt::format("'{}' has {} elements", variable->name, elements.size()),
                      "name one of them: \"variable[element]\"");
  }
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return DiscoveryDesign{*scenario, against, {variable->name, variable->elements[elements.front()]}, wish};
}

std::string condition(const DiscoveryWish& wish) {
  std::string figure = wish.to ? fmt::format("the yearly change of {} from {} to {}", wish.variable.text,
                                             wish.from.text(), wish.to->text())
                               : fmt::format("{} in {}", wish.variable.text, wish.from.text());
  figure += fmt::format(" in '{}'", wish.scenario.text);
  if (!wish.against.text.empty()) {
    const std::string times = wish.times == 1 ? "" : base::shortest(wish.times) + " times ";
    figure += fmt::format(" less {}that in '{}'", times, wish.against.text);
  }
  return fmt::format("{} is {} {}", figure, name(wish.comparison), base::shortest(wish.limit));
}

}  // namespace commonweal::study
