// SPDX-License-Identifier: Apache-2.0
#include "study/drawn_constants.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "random/distribution.h"
#include "study/binding.h"
#include "study/dimensions.h"

namespace commonweal::study {

namespace {

using evidence::Entry;
using Slots = std::vector<std::uint32_t>;

/// What may be drawn, before it is bound to slots.
struct Candidate {
  ElementName name;
  Range range;
  base::Position position;
  const Entry* row = nullptr;  ///< nothing: the range is the study's own
  bool is_named_by_study = true;
};

bool has_range(const Entry& row) {
  return !row.distribution.empty() && row.distribution != "constant" && row.low && row.high;
}

Candidate candidate_of(const Entry& row, ElementName name, const base::Position& position, bool is_named) {
  return {std::move(name), {row.distribution, row.central, row.low, row.high}, position, &row, is_named};
}

/// Gathers candidates from a study and its register, and binds them.
class ConstantBinder {
 public:
  ConstantBinder(const Study& study, const evidence::Register& evidence, const Design& runs,
                 const program::Program& program, base::Diagnostics& diagnostics)
      : study_(study),
        uncertainty_(*study.uncertainty),
        evidence_(evidence),
        runs_(runs),
        program_(program),
        diagnostics_(diagnostics) {
    base::Diagnostics said_elsewhere;  // the check of the register against the model
    for (const Entry& row : evidence.entries) {
      if (row.element.empty()) continue;
      const Slots slots = slots_of({row.variable, row.element}, row.variable_position, said_elsewhere);
      with_a_row_of_their_own_.insert(slots.begin(), slots.end());
    }
  }

  std::vector<DrawnConstant> bind() {
    if (!uncertainty_.dimensions.empty()) dimensions_ = read_dimensions(uncertainty_.dimensions, diagnostics_);
    for (const OwnInput& input : uncertainty_.own_inputs) {
      bind({{input.variable, input.element}, input.range, input.position});
    }
    if (const bool needs_register = uncertainty_.whole_register || !uncertainty_.inputs.empty();
        needs_register && study_.evidence.empty()) {
      diagnostics_.error("register-wanted", uncertainty_.position,
                         "'inputs' names rows of a register, and there is none",
                         "name it: evidence = \"register.csv\"");
    } else if (uncertainty_.whole_register) {
      for (const Entry& row : evidence_.entries) {
        if (has_range(row)) bind(candidate_of(row, {row.variable, row.element}, row.variable_position, false));
      }
    } else if (evidence_.is_read()) {
      for (const base::PlacedText& input : uncertainty_.inputs) bind_rows_of(input);
    }
    say_without_dimension();
    return in_order();
  }

 private:
  /// The constants by dimension, then by name.
  std::vector<DrawnConstant> in_order() {
    std::vector<std::tuple<std::uint32_t, std::string, std::size_t>> order;
    for (std::size_t i = 0; i < constants_.size(); ++i) {
      const DrawnConstant& each = constants_[i];
      order.emplace_back(each.dimension.value_or(random::sobol_dimensions), canonical_text(each.name), i);
    }
    std::ranges::sort(order);
    std::vector<DrawnConstant> sorted;
    for (const auto& [dimension, name, i] : order) sorted.push_back(std::move(constants_[i]));
    return sorted;
  }

  /// The rows that an entry of 'inputs' names: a variable's all, or the one for an element.
  void bind_rows_of(const base::PlacedText& input) {
    const auto name = parse_element_name(input.text);
    if (!name) return;  // reported when it was read
    std::vector<const Entry*> rows;
    for (const Entry& row : evidence_.entries) {
      if (base::canonical(row.variable) != base::canonical(name->variable)) continue;
      const bool is_its_own = canonical_text({row.variable, row.element}) == canonical_text(*name);
      if (is_its_own && !name->element.empty()) {
        rows = {&row};
        break;
      }
      if (name->element.empty() || row.element.empty()) rows.push_back(&row);
    }
    if (rows.empty()) return report_unknown(input);
    std::erase_if(rows, [](const Entry* row) { return !has_range(*row); });
    if (rows.empty()) {
      diagnostics_.error("input-without-range", input.position,
                         fmt::format("the register gives no range for '{}'", input.text),
                         "give it low, high and a distribution there, or a range of the study's own under "
                         "[[uncertainty.input]]");
    }
    for (const Entry* row : rows) {
      const std::string& element = name->element.empty() ? row->element : name->element;
      bind(candidate_of(*row, {name->variable, element}, input.position, true));
    }
  }

  void report_unknown(const base::PlacedText& input) {
    std::vector<std::string> known;
    for (const Entry& row : evidence_.entries) {
      if (has_range(row)) known.push_back(text({row.variable, row.element}));
    }
    diagnostics_.error("unknown-input", input.position, fmt::format("the register has no row for '{}'", input.text),
                       base::suggestion(input.text, known));
  }

  Slots slots_of(const ElementName& name, const base::Position& position, base::Diagnostics& diagnostics) const {
    program::Inputs bound;
    bind_setting(program_, {name.variable, name.element, 0, position}, bound, diagnostics);
    Slots slots;
    for (const program::Inputs::Setting& setting : bound.settings) slots.push_back(setting.slot);
    return slots;
  }

  void bind(const Candidate& candidate) {
    base::Diagnostics faults;
    Slots slots = slots_of(candidate.name, candidate.position, faults);
    // A row that does not fit the model has been reported when the register was held against it.
    if (candidate.is_named_by_study) diagnostics_.add(faults);
    if (slots.empty() || !may_be_drawn(slots.front(), candidate)) return;
    const bool is_for_the_rest = candidate.row != nullptr && candidate.name.element.empty();
    if (is_for_the_rest)
      std::erase_if(slots, [&](std::uint32_t slot) { return with_a_row_of_their_own_.contains(slot); });
    if (!candidate.is_named_by_study) std::erase_if(slots, [&](std::uint32_t slot) { return taken_.contains(slot); });
    if (slots.empty() || !take(slots, candidate)) return;

    const auto distribution = random::make_distribution(
        candidate.range.distribution, {candidate.range.low, candidate.range.central, candidate.range.high},
        candidate.position, diagnostics_);
    if (!distribution) return;
    const program::Variable& variable = *program_.named(slots.front()).variable;
    const ElementName name{
        variable.name, candidate.name.element.empty() ? "" : variable.elements[slots.front() - variable.first_slot]};
    const std::string key = canonical_text(name);
    const auto found = dimensions_.find(key);
    const auto dimension = found == dimensions_.end() ? std::nullopt : std::optional(found->second);
    const Uniforms uniforms = dimension ? Uniforms(random::SobolInput(uncertainty_.seed, key, *dimension))
                                        : Uniforms(random::Stream(uncertainty_.seed, key));
    std::vector<ScenarioId> set_by = scenarios_that_set(slots);
    if (candidate.is_named_by_study && set_by.size() == runs_.runs.size() && !set_by.empty()) {
      diagnostics_.warning("input-never-drawn", candidate.position,
                           fmt::format("'{}' is set in every scenario, by itself or its place", text(name)),
                           "what is set is not drawn: take it out here or there");
    }
    constants_.push_back({name, variable.unit, words(candidate.range), *distribution, std::move(slots), dimension,
                          uniforms, std::move(set_by), candidate.position});
  }

  bool may_be_drawn(std::uint32_t slot, const Candidate& candidate) {
    const std::set<std::uint32_t> controls{program_.time, program_.initial_time, program_.final_time,
                                           program_.time_step, program_.saveper};
    if (!controls.contains(slot)) return true;
    diagnostics_.error("bad-input", candidate.position,
                       fmt::format("'{}' says how a run is computed and cannot be drawn", text(candidate.name)));
    return false;
  }

  /// Whether no other input draws any of the slots; reports it otherwise.
  bool take(const Slots& slots, const Candidate& candidate) {
    for (const std::uint32_t slot : slots) {
      const auto [first, is_new] = taken_.try_emplace(slot, candidate.position);
      if (is_new) continue;
      diagnostics_.error("duplicate-input", candidate.position,
                         fmt::format("'{}' is drawn twice", program_.named(slot).text),
                         fmt::format("the first stands in line {}", first->second.line));
      return false;
    }
    return true;
  }

  /// The scenarios in which nothing is left to draw of the slots.
  std::vector<ScenarioId> scenarios_that_set(const Slots& slots) const {
    std::vector<ScenarioId> found;
    for (const Run& run : runs_.runs) {
      const bool sets_all = std::ranges::all_of(slots, [&](std::uint32_t slot) {
        return std::ranges::find(run.inputs.settings, slot, &program::Inputs::Setting::slot) !=
               run.inputs.settings.end();
      });
      if (sets_all) found.push_back(run.scenario);
    }
    return found;
  }

  /// One warning for all inputs that a table of dimensions forgets. Without any table plain draws are what was asked.
  void say_without_dimension() {
    if (dimensions_.empty()) return;
    std::vector<std::string> names;
    for (const DrawnConstant& constant : constants_) {
      if (!constant.dimension) names.push_back("'" + text(constant.name) + "'");
    }
    if (names.empty()) return;
    std::ranges::sort(names);
    diagnostics_.warning(
        "input-without-dimension", uncertainty_.position,
        fmt::format("'{}' has no dimension for {}", uncertainty_.dimensions.string(), base::joined(names, ", ")),
        "plain draws are used, which need many more futures for the same error: add a row");
  }

  const Study& study_;
  const Uncertainty& uncertainty_;
  const evidence::Register& evidence_;
  const Design& runs_;
  const program::Program& program_;
  base::Diagnostics& diagnostics_;
  Dimensions dimensions_;
  std::set<std::uint32_t> with_a_row_of_their_own_;
  std::map<std::uint32_t, base::Position> taken_;
  std::vector<DrawnConstant> constants_;
};

}  // namespace

std::vector<DrawnConstant> drawn_constants(const Study& study, const evidence::Register& evidence, const Design& runs,
                                           const program::Program& program, base::Diagnostics& diagnostics) {
  return ConstantBinder(study, evidence, runs, program, diagnostics).bind();
}

}  // namespace commonweal::study
