// SPDX-License-Identifier: Apache-2.0
#include "study/draw_design.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "study/binding.h"
#include "study/discovery.h"
#include "study/drawn_constants.h"
#include "study/sensitivity.h"

namespace commonweal::study {

namespace {

class UncertaintyBinder {
 public:
  UncertaintyBinder(const Study& study, const program::Program& program, DrawDesign& design,
                    base::Diagnostics& diagnostics)
      : study_(study),
        uncertainty_(*study.uncertainty),
        program_(program),
        design_(design),
        diagnostics_(diagnostics) {}

  void bind_correlations() {
    std::map<std::string, std::size_t> inputs;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < design_.constants.size(); ++i) {
      inputs.emplace(canonical_text(design_.constants[i].name), i);
      names.push_back(text(design_.constants[i].name));
    }
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const Correlation& each : uncertainty_.correlations) {
      const auto first = input_of(each.first, each, inputs, names), second = input_of(each.second, each, inputs, names);
      if (!first || !second) continue;
      if (!seen.insert(std::minmax(*first, *second)).second) {
        diagnostics_.error("bad-correlation", each.position,
                           fmt::format("'{}' and '{}' are correlated twice", each.first, each.second));
        continue;
      }
      design_.correlations.push_back({*first, *second, each.rank});
    }
    design_.copula = random::Copula(design_.constants.size(), design_.correlations);
    for (const random::Copula::Change& change : design_.copula.changes()) {
      diagnostics_.warning(
          "contradicting-correlations", uncertainty_.position,
          fmt::format("the correlations contradict each other: {:.2f} between '{}' and '{}' was taken "
                      "instead of {:.2f}",
                      change.got, names[change.asked.first], names[change.asked.second], change.asked.rank),
          "these are the nearest that can hold together");
    }
  }

  void bind_shocks() {
    std::map<std::uint32_t, std::uint32_t> first_lines;  // of the slots that are shocked
    for (const Shock& shock : uncertainty_.shocks) {
      const program::Variable* variable = variable_named(program_, shock.variable, shock.position, diagnostics_);
      if (variable == nullptr) continue;
      if (variable->kind != program::Kind::data) {
        diagnostics_.error(
            "bad-shock", shock.position, fmt::format("'{}' is no data series", variable->name),
            "shocks move what a place gives year by year; a constant is drawn under [[uncertainty.input]]");
        continue;
      }
      base::Diagnostics said_below;
      const ElementName name = name_of(*variable, shock.element, shock.position, said_below);
      const auto distribution =
          random::make_distribution(shock.range.distribution, {shock.range.low, shock.range.central, shock.range.high},
                                    shock.position, diagnostics_);
      std::vector<std::size_t> series;
      for (const std::uint32_t element : elements_named(*variable, shock.element, shock.position, diagnostics_)) {
        const std::uint32_t slot = variable->first_slot + element;
        const auto found = std::ranges::find(program_.series, slot, &program::Series::slot);
        if (found != program_.series.end()) series.push_back(static_cast<std::size_t>(found - program_.series.begin()));
        const auto [first, is_new] = first_lines.try_emplace(slot, shock.position.line);
        if (is_new) continue;
        diagnostics_.error("bad-shock", shock.position, fmt::format("'{}' has two shocks", program_.named(slot).text),
                           fmt::format("the first stands in line {}", first->second));
        break;
      }
      if (!distribution) continue;
      design_.shocks.push_back({name, variable->unit, words(shock.range), *distribution, shock.effect,
                                shock.persistence, random::Stream(uncertainty_.seed, canonical_text(name)),
                                std::move(series)});
    }
  }

  void bind_outputs() {
    for (const base::PlacedText& band : uncertainty_.bands) {
      if (const auto* variable = variable_named(program_, band.text, band.position, diagnostics_))
        add_output(*variable);
    }
    for (const Event& asked : uncertainty_.events) {
      const program::Variable* variable = variable_named(program_, asked.variable, asked.position, diagnostics_);
      if (variable == nullptr) continue;
      if (asked.element.empty() && variable->elements.size() > 1) {
        diagnostics_.error(
            "bad-event", asked.position,
            fmt::format("'{}' has {} elements, and an event watches one", variable->name, variable->elements.size()),
            fmt::format("write: element = \"{}\"", variable->elements.front()));
        continue;
      }
      Event event = asked;
      const ElementName name = name_of(*variable, asked.element, asked.position, diagnostics_);
      event.variable = name.variable;
      event.element = name.element;
      design_.events.push_back(std::move(event));
      add_output(*variable);
    }
  }

  void bind_pool() {
    for (const PoolWeight& each : uncertainty_.pool) {
      const auto found = std::ranges::find(study_.scenarios, each.scenario, &Scenario::id);
      design_.pool.push_back({ScenarioId(static_cast<std::size_t>(found - study_.scenarios.begin())), each.weight});
    }
  }

 private:
  /// The drawn constant that one side of a correlation names; reports a name that is none.
  std::optional<std::size_t> input_of(const std::string& name, const Correlation& correlation,
                                      const std::map<std::string, std::size_t>& inputs,
                                      const std::vector<std::string>& names) {
    const auto parsed = parse_element_name(name);
    const auto found = parsed ? inputs.find(canonical_text(*parsed)) : inputs.end();
    if (found != inputs.end()) return found->second;
    diagnostics_.error("bad-correlation", correlation.position,
                       fmt::format("'{}' is not drawn, and only what is drawn can be correlated", name),
                       base::suggestion(name, names));
    return std::nullopt;
  }

  /// The name as the model spells it; reports an element that there is not.
  static ElementName name_of(const program::Variable& variable, const std::string& element,
                             const base::Position& position, base::Diagnostics& diagnostics) {
    if (element.empty()) return {variable.name, ""};
    const auto elements = elements_named(variable, element, position, diagnostics);
    return {variable.name, elements.empty() ? element : variable.elements[elements.front()]};
  }

  void add_output(const program::Variable& variable) {
    if (std::ranges::find(design_.outputs, variable.name) == design_.outputs.end()) {
      design_.outputs.push_back(variable.name);
    }
  }

  const Study& study_;
  const Uncertainty& uncertainty_;
  const program::Program& program_;
  DrawDesign& design_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

DrawDesign draw_design(const Study& study, const evidence::Register& evidence, const Design& runs,
                       const program::Program& program, base::Diagnostics& diagnostics) {
  DrawDesign design;
  design.draws = study.uncertainty->draws;
  design.seed = study.uncertainty->seed;
  design.scalars = study.uncertainty->scalars;
  design.scalar_years = study.uncertainty->scalar_years;
  design.constants = drawn_constants(study, evidence, runs, program, diagnostics);
  UncertaintyBinder binder(study, program, design, diagnostics);
  binder.bind_correlations();
  binder.bind_shocks();
  binder.bind_outputs();
  binder.bind_pool();
  design.sensitivity = bind_sensitivity(study, program, design.constants.size(), diagnostics);
  design.discovery = bind_discovery(study, program, diagnostics);
  if (design.constants.empty() && design.shocks.empty() && !diagnostics.has_errors()) {
    diagnostics.warning("nothing-drawn", study.uncertainty->position,
                        "nothing is drawn: there is no input and no shock",
                        "all futures will be the same; write: inputs = \"register\"");
  }
  return design;
}

bool are_drawn_alike(const Study& one, const Design& runs_of_one, const Study& other, const Design& runs_of_other) {
  if (!one.uncertainty || !other.uncertainty) return false;
  if (one.uncertainty->discovery || other.uncertainty->discovery) return false;  // which no dump has
  const auto said = [](Uncertainty uncertainty) {
    uncertainty.draws = 0;
    return dump(uncertainty);
  };
  const auto set_alike = [](const Run& a, const Run& b) {
    return a.scenario == b.scenario && a.first == b.first && a.last == b.last &&
           std::ranges::equal(a.inputs.settings, b.inputs.settings, {}, &program::Inputs::Setting::slot,
                              &program::Inputs::Setting::slot);
  };
  return one.evidence == other.evidence &&
         std::ranges::equal(one.scenarios, other.scenarios, {}, &Scenario::id, &Scenario::id) &&
         std::ranges::equal(runs_of_one.runs, runs_of_other.runs, set_alike) &&
         said(*one.uncertainty) == said(*other.uncertainty);
}

std::string dump(const DrawDesign& design) {
  std::string out = fmt::format("draws {}, seed {}\n", design.draws, design.seed);
  const auto line = [&]<typename... Values>(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
    out += '\n';
  };
  for (const DrawnConstant& constant : design.constants) {
    const std::string how = constant.dimension ? fmt::format("dimension {}", *constant.dimension) : "plain";
    std::string where;
    for (const std::uint32_t slot : constant.slots) where += fmt::format(" #{}", slot);
    line("drawn {}: {} {}, {},{}", text(constant.name), constant.words, constant.unit, how, where);
    for (const ScenarioId scenario : constant.set_by) line("  set by scenario {}", scenario.index);
  }
  for (const DrawnShock& shock : design.shocks) {
    line("shock {} {}: {}, persistence {}, {}", shock.effect == Shock::Effect::add ? "added to" : "multiplying",
         text(shock.name), shock.words, base::shortest(shock.persistence),
         base::counted(shock.series.size(), "element"));
  }
  for (const Event& event : design.events) line("event {}: {}", event.name, condition(event));
  for (const DrawnPoolWeight& each : design.pool) {
    line("pooled: scenario {} by {}", each.scenario.index, base::shortest(each.weight));
  }
  line("spread: {}", base::joined(design.outputs, ", "));
  const SensitivityDesign& sensitivity = design.sensitivity;
  if (sensitivity.outputs.empty()) return out;
  for (const ElementName& output : sensitivity.outputs) line("sensitivity of {}", text(output));
  for (const base::FinancialYear year : sensitivity.years) line("sensitivity in {}", year.text());
  line("sensitivity: {} trajectories, {} rows", sensitivity.trajectories, sensitivity.rows);
  return out;
}

}  // namespace commonweal::study
