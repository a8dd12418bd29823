// SPDX-License-Identifier: Apache-2.0
#include "study/sensitivity.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "random/sobol.h"
#include "study/binding.h"
#include "study/read_uncertainty.h"

namespace commonweal::study {

namespace {

constexpr const char* what_goes_without_asking = "gap before action";

/// A number of the table, 0 where it is left out or cannot be.
std::uint64_t read_count(base::TomlTable& table, std::string_view key, std::uint64_t least, std::uint64_t most,
                         bool is_power_of_two, base::Diagnostics& diagnostics) {
  const auto number = table.optional_number(key);
  if (!number || number->number == 0) return 0;
  const bool is_possible = is_whole_between(number->number, least, most);
  if (is_possible && (!is_power_of_two || std::has_single_bit(static_cast<std::uint64_t>(number->number)))) {
    return static_cast<std::uint64_t>(number->number);
  }
  diagnostics.error("bad-sensitivity", number->position,
                    fmt::format("there cannot be {} {}", base::shortest(number->number), key),
                    fmt::format("0 for none, or a {} from {} to {}", is_power_of_two ? "power of 2" : "whole number",
                                least, base::grouped(static_cast<double>(most), 0)));
  return 0;
}

/// The elements that one text of `outputs` names, each by itself.
void add_outputs(const program::Program& program, const base::PlacedText& asked, std::vector<ElementName>& outputs,
                 base::Diagnostics& diagnostics) {
  const ElementName name = parse_element_name(asked.text).value_or(ElementName{asked.text, ""});
  const program::Variable* variable = variable_named(program, name.variable, asked.position, diagnostics);
  if (variable == nullptr) return;
  for (const std::uint32_t element : elements_named(*variable, name.element, asked.position, diagnostics)) {
    ElementName output{variable->name, variable->elements[element]};
    if (variable->defined[element] && std::ranges::find(outputs, output) == outputs.end()) {
      outputs.push_back(std::move(output));
    }
  }
}

}  // namespace

std::optional<SensitivityWish> read_sensitivity(base::TomlTable& uncertainty,
                                                const base::IdVector<ScenarioId, Scenario>& scenarios,
                                                base::Diagnostics& diagnostics) {
  const base::TomlValue* value = uncertainty.optional_table("sensitivity");
  if (value == nullptr) return std::nullopt;
  base::TomlTable table(*value, "[uncertainty.sensitivity]", diagnostics);
  SensitivityWish wish;
  wish.position = table.position();
  wish.outputs = table.texts("outputs");
  const std::vector<base::PlacedText> years = table.texts("years");
  wish.years = read_years(years, diagnostics);
  wish.trajectories = read_count(table, "trajectories", least_trajectories, most_trajectories, false, diagnostics);
  wish.rows = read_count(table, "rows", least_rows, most_rows, true, diagnostics);
  table.finish();

  if (scenarios.empty() || wish.years.size() != years.size()) return wish;  // reported already
  const Scenario& headline = *scenarios.begin();
  for (std::size_t i = 0; i < years.size(); ++i) {
    if (headline.first <= wish.years[i] && wish.years[i] <= headline.last) continue;
    diagnostics.error("bad-sensitivity", years[i].position,
                      fmt::format("the headline scenario '{}' has no year {}", headline.id, wish.years[i].text()),
                      fmt::format("it runs from {} to {}", headline.first.text(), headline.last.text()));
  }
  return wish;
}

SensitivityDesign bind_sensitivity(const Study& study, const program::Program& program, std::size_t inputs,
                                   base::Diagnostics& diagnostics) {
  SensitivityDesign design;
  const std::optional<SensitivityWish>& wish = study.uncertainty->sensitivity;
  if (wish) {
    design.years = wish->years;
    design.trajectories = wish->trajectories;
    design.rows = wish->rows;
    for (const base::PlacedText& asked : wish->outputs) add_outputs(program, asked, design.outputs, diagnostics);
  }
  if (const std::size_t most = random::sobol_dimensions / 2; design.rows > 0 && inputs > most) {
    diagnostics.error("bad-sensitivity", wish->position, fmt::format("{} inputs are drawn, too many for rows", inputs),
                      fmt::format("{} at most; trajectories take any number", most));
  }
  if (design.years.empty()) design.years = {study.scenarios.begin()->last};
  if (wish && !wish->outputs.empty()) return design;
  if (wish || program.find(what_goes_without_asking) != nullptr) {
    const base::Position& position = wish ? wish->position : study.uncertainty->position;
    add_outputs(program, {what_goes_without_asking, position}, design.outputs, diagnostics);
  }
  return design;
}

std::vector<std::vector<std::size_t>> correlated_groups(const DrawDesign& design) {
  // Whoever is correlated takes the lower label of the two, until nobody has to change.
  std::vector<std::size_t> label(design.constants.size());
  std::iota(label.begin(), label.end(), std::size_t{0});
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const random::RankCorrelation& each : design.correlations) {
      std::size_t &first = label[each.first], &second = label[each.second];
      if (each.rank == 0 || first == second) continue;
      first = second = std::min(first, second);
      has_changed = true;
    }
  }
  std::vector<std::vector<std::size_t>> by_label(label.size());
  for (std::size_t i = 0; i < label.size(); ++i) by_label[label[i]].push_back(i);
  std::erase_if(by_label, [](const std::vector<std::size_t>& group) { return group.empty(); });
  return by_label;
}

}  // namespace commonweal::study
