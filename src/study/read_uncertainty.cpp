// SPDX-License-Identifier: Apache-2.0
#include "study/read_uncertainty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "study/discovery.h"
#include "study/element_name.h"
#include "study/pool.h"
#include "study/scenarios.h"
#include "study/sensitivity.h"

namespace commonweal::study {
namespace {

using base::PlacedNumber;
using base::PlacedText;

/// `text` as variable and element; reports one that names no variable and gives an empty name.
ElementName named(const PlacedText& text, base::Diagnostics& diagnostics) {
  if (text.text.empty()) return {};  // reported when it was read
  if (auto name = parse_element_name(text.text)) return *name;
  diagnostics.error("bad-name", text.position, fmt::format("'{}' names no variable", text.text),
                    "write \"variable\" or \"variable[element]\"");
  return {};
}

ElementName read_name(base::TomlTable& table) {
  return {table.text("variable").text, table.optional_text("element").text};
}

Range read_range(base::TomlTable& table) {
  const auto number = [](const std::optional<PlacedNumber>& found) {
    return found ? std::optional(found->number) : std::nullopt;
  };
  Range range;
  range.distribution = table.text("distribution").text;
  range.low = number(table.optional_number("low"));
  range.central = number(table.number("central")).value_or(0);
  range.high = number(table.optional_number("high"));
  return range;
}

OwnInput read_input(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "an input", diagnostics);
  const ElementName name = read_name(table);
  OwnInput input{name.variable, name.element, read_range(table), table.position()};
  table.finish();
  return input;
}

Correlation read_correlation(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "a correlation", diagnostics);
  Correlation correlation;
  correlation.position = table.position();
  const std::size_t errors_before = diagnostics.error_count();
  const std::vector<PlacedText> between = table.some_texts("between");
  if (between.size() == 2) {
    const ElementName first = named(between[0], diagnostics), second = named(between[1], diagnostics);
    correlation.first = text(first);
    correlation.second = text(second);
    if (canonical_text(first) == canonical_text(second) && !first.variable.empty()) {
      diagnostics.error("bad-correlation", between[1].position,
                        fmt::format("'{}' cannot be correlated with itself", correlation.first));
    }
  } else if (diagnostics.error_count() == errors_before) {
    diagnostics.error("bad-correlation", table.position(), "a correlation is between two inputs",
                      "write: between = [\"one\", \"other\"]");
  }
  if (const auto rank = table.number("rank")) {
    correlation.rank = rank->number;
    if (std::fabs(rank->number) > 1) {
      diagnostics.error("bad-correlation", rank->position,
                        fmt::format("a rank correlation cannot be {}", base::shortest(rank->number)),
                        "it lies between -1 (always opposite) and 1 (always together)");
    }
  }
  table.finish();
  return correlation;
}

Shock read_shock(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "a shock", diagnostics);
  const ElementName name = read_name(table);
  Shock shock{name.variable, name.element, read_range(table), Shock::Effect::add, 0, table.position()};
  const PlacedText effect = table.text("effect");
  if (effect.text == "multiply") {
    shock.effect = Shock::Effect::multiply;
  } else if (effect.text != "add" && !effect.text.empty()) {
    diagnostics.error("bad-shock", effect.position, fmt::format("'{}' is no effect of a shock", effect.text),
                      base::suggestion(effect.text, {"add", "multiply"}, "it is \"add\" or \"multiply\""));
  }
  if (const auto persistence = table.optional_number("persistence")) {
    shock.persistence = persistence->number;
    if (persistence->number < 0 || persistence->number >= 1) {
      diagnostics.error("bad-shock", persistence->position,
                        fmt::format("persistence cannot be {}", base::shortest(persistence->number)),
                        "it is the share of a shock that is left a year later: 0 or more, below 1");
    }
  }
  table.finish();
  return shock;
}

/// The one of the four comparisons that an event makes, and its limit.
void read_comparison(base::TomlTable& table, Event& event, base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const std::vector<Limit> limits = read_limits(table);
  if (!limits.empty()) {
    event.comparison = limits.back().comparison;
    event.limit = limits.back().number;
  }
  if (limits.size() == 1 || diagnostics.error_count() > errors_before) return;
  diagnostics.error("bad-event", table.position(),
                    fmt::format("event '{}' has {}", event.name, limits.empty() ? "no limit" : "more than one limit"),
                    "give one of: above, at_least, below, at_most");
}

Event read_event(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "an event", diagnostics);
  Event event;
  const PlacedText name = table.text("name");
  event.name = name.text;
  event.position = name.position;
  const ElementName figure = read_name(table);
  event.variable = figure.variable;
  event.element = figure.element;
  read_comparison(table, event, diagnostics);
  event.from = table.optional_year("from");
  event.to = table.optional_year("to");
  check_years({event.from, event.to}, table.position(), diagnostics);
  table.finish();
  return event;
}

std::vector<Event> read_events(base::TomlTable& table, base::Diagnostics& diagnostics) {
  std::vector<Event> events;
  for (const base::TomlValue* value : table.tables("event")) {
    Event event = read_event(*value, diagnostics);
    const auto first = std::ranges::find(events, event.name, &Event::name);
    if (first != events.end() && !event.name.empty()) {
      diagnostics.error("duplicate-event", event.position, fmt::format("there are two events '{}'", event.name),
                        fmt::format("the first stands in line {}", first->position.line));
    }
    events.push_back(std::move(event));
  }
  return events;
}

/// The rows of the register that are drawn: a list, or "register" for all that can be.
void read_inputs(base::TomlTable& table, Uncertainty& uncertainty, base::Diagnostics& diagnostics) {
  const base::TomlValue* value = table.any("inputs");
  if (value == nullptr) return;
  if (value->kind == base::TomlValue::Kind::text && base::trimmed(value->text) == "register") {
    uncertainty.whole_register = true;
  } else if (value->kind == base::TomlValue::Kind::list) {
    uncertainty.inputs = table.texts("inputs");
    for (const PlacedText& input : uncertainty.inputs) named(input, diagnostics);
  } else {
    base::report_wrong_type("inputs", *value, "a list of texts or \"register\"", diagnostics);
  }
}

/// Reports an input that is named twice, by its row or with a range of its own.
void check_duplicates(const Uncertainty& uncertainty, base::Diagnostics& diagnostics) {
  std::map<std::string, std::uint32_t> first_lines;
  const auto check = [&](const ElementName& name, const base::Position& position) {
    if (name.variable.empty()) return;  // reported when it was read
    const auto [first, is_new] = first_lines.try_emplace(canonical_text(name), position.line);
    if (is_new) return;
    diagnostics.error("duplicate-input", position, fmt::format("'{}' is drawn twice", text(name)),
                      fmt::format("the first stands in line {}", first->second));
  };
  for (const PlacedText& input : uncertainty.inputs) {
    check(parse_element_name(input.text).value_or(ElementName{}), input.position);
  }
  for (const OwnInput& input : uncertainty.own_inputs) check({input.variable, input.element}, input.position);
}

void read_numbers(base::TomlTable& table, Uncertainty& uncertainty, base::Diagnostics& diagnostics) {
  const auto draws = table.optional_number("draws");
  if (draws && check_draws(draws->number, draws->position, diagnostics)) {
    uncertainty.draws = static_cast<std::uint64_t>(draws->number);
  }
  const auto seed = table.optional_number("seed");
  if (seed && check_seed(seed->number, seed->position, diagnostics)) {
    uncertainty.seed = static_cast<std::uint64_t>(seed->number);
  }
}

}  // namespace

std::vector<Limit> read_limits(base::TomlTable& table) {
  constexpr std::array<std::pair<std::string_view, Comparison>, 4> keys = {{{"above", Comparison::above},
                                                                            {"at_least", Comparison::at_least},
                                                                            {"below", Comparison::below},
                                                                            {"at_most", Comparison::at_most}}};
  std::vector<Limit> limits;
  for (const auto& [key, comparison] : keys) {
    if (const auto limit = table.optional_number(key)) limits.push_back({comparison, limit->number});
  }
  return limits;
}

std::vector<base::FinancialYear> read_years(const std::vector<PlacedText>& texts, base::Diagnostics& diagnostics) {
  std::vector<base::FinancialYear> years;
  for (const PlacedText& text : texts) {
    if (const auto year = base::FinancialYear::parse(base::trimmed(text.text))) {
      years.push_back(*year);
    } else {
      diagnostics.error("bad-year", text.position, fmt::format("'{}' is not a financial year", text.text),
                        "write it as 2012-13");
    }
  }
  return years;
}

bool is_whole_between(double number, std::uint64_t least, std::uint64_t most) {
  return number == std::floor(number) && number >= static_cast<double>(least) && number <= static_cast<double>(most);
}

bool check_draws(double draws, const base::Position& position, base::Diagnostics& diagnostics) {
  if (is_whole_between(draws, 1, most_draws)) return true;
  diagnostics.error("bad-draws", position, fmt::format("there cannot be {} draws", base::shortest(draws)),
                    fmt::format("a whole number from 1 to {}", base::grouped(static_cast<double>(most_draws), 0)));
  return false;
}

bool check_seed(double seed, const base::Position& position, base::Diagnostics& diagnostics) {
  if (is_whole_between(seed, 0, largest_seed)) return true;
  diagnostics.error("bad-seed", position, fmt::format("{} is no seed", base::shortest(seed)),
                    fmt::format("a whole number from 0 to {}", largest_seed));
  return false;
}

std::optional<Uncertainty> read_uncertainty(base::TomlTable& study, const std::filesystem::path& beside,
                                            const base::IdVector<ScenarioId, Scenario>& scenarios,
                                            base::Diagnostics& diagnostics) {
  const base::TomlValue* value = study.optional_table("uncertainty");
  if (value == nullptr) return std::nullopt;
  base::TomlTable table(*value, "[uncertainty]", diagnostics);
  Uncertainty uncertainty;
  uncertainty.position = table.position();
  read_numbers(table, uncertainty, diagnostics);
  const std::string dimensions = table.optional_text("dimensions").text;
  if (!dimensions.empty()) uncertainty.dimensions = (beside / dimensions).lexically_normal();
  read_inputs(table, uncertainty, diagnostics);
  for (const base::TomlValue* input : table.tables("input")) {
    uncertainty.own_inputs.push_back(read_input(*input, diagnostics));
  }
  check_duplicates(uncertainty, diagnostics);
  for (const base::TomlValue* correlation : table.tables("correlation")) {
    uncertainty.correlations.push_back(read_correlation(*correlation, diagnostics));
  }
  for (const base::TomlValue* shock : table.tables("shock")) {
    uncertainty.shocks.push_back(read_shock(*shock, diagnostics));
  }
  uncertainty.bands = table.texts("bands");
  uncertainty.events = read_events(table, diagnostics);
  uncertainty.pool = read_pool(table, scenarios, diagnostics);
  uncertainty.scalars = table.truth("scalars");
  uncertainty.scalar_years = read_years(table.texts("scalar_years"), diagnostics);
  uncertainty.sensitivity = read_sensitivity(table, scenarios, diagnostics);
  uncertainty.discovery = read_discovery(table, diagnostics);
  table.finish();
  return uncertainty;
}

}  // namespace commonweal::study
