// SPDX-License-Identifier: Apache-2.0
#include "study/register_check.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "model/time_constants.h"
#include "model/unit.h"
#include "study/binding.h"

namespace commonweal::study {

namespace {

using evidence::Entry;
using program::Variable;

bool same_unit(const std::string& one, const std::string& other) {
  const auto left = model::parse_unit(one), right = model::parse_unit(other);
  return left && right ? *left == *right : one == other;
}

class RegisterCheck {
 public:
  RegisterCheck(const evidence::Register& evidence, const model::Model& model, const program::Program& program,
                base::Diagnostics& diagnostics)
      : evidence_(evidence), model_(model), program_(program), diagnostics_(diagnostics) {
    base::Diagnostics said_later;
    for (const Entry& entry : evidence.entries) {
      if (entry.element.empty()) continue;
      const std::vector<std::uint32_t> slots = slots_of(entry, said_later);
      with_a_row_of_their_own_.insert(slots.begin(), slots.end());
    }
    for (const model::TimeConstant& constant : model::time_constants(model)) {
      time_constants_.emplace(base::canonical(model.variables[constant.variable].name), constant);
    }
  }

  void check_rows() {
    for (const Entry& entry : evidence_.entries) {
      const std::vector<std::uint32_t> slots = slots_of(entry, diagnostics_);
      if (slots.empty()) continue;
      for (const std::uint32_t slot : slots) {
        const bool is_another_rows = entry.element.empty() && with_a_row_of_their_own_.contains(slot);
        if (!is_another_rows) check_value(entry, slot);
      }
      check_unit(entry, *program_.named(slots.front()).variable);
      check_time(entry);
    }
  }

  void check_constants() {
    const std::set<std::uint32_t> controls{program_.time, program_.initial_time, program_.final_time,
                                           program_.time_step, program_.saveper};
    for (const Variable& variable : program_.variables) {
      if (variable.kind != program::Kind::constant || controls.contains(variable.first_slot)) continue;
      std::vector<std::string> missing;
      for (std::uint32_t i = 0; i < variable.elements.size(); ++i) {
        if (variable.defined[i] && !with_a_row_.contains(variable.first_slot + i))
          missing.push_back(variable.elements[i]);
      }
      if (!missing.empty()) report_without_row(variable, missing);
    }
  }

 private:
  /// The constants that a row is about, an element's own or all of the variable.
  std::vector<std::uint32_t> slots_of(const Entry& entry, base::Diagnostics& diagnostics) const {
    program::Inputs bound;
    bind_setting(program_, {entry.variable, entry.element, entry.central, entry.variable_position}, bound, diagnostics);
    std::vector<std::uint32_t> slots;
    for (const program::Inputs::Setting& setting : bound.settings) slots.push_back(setting.slot);
    return slots;
  }

  void check_value(const Entry& entry, std::uint32_t slot) {
    with_a_row_.insert(slot);
    const double written = program_.start[slot];
    // Both are read from decimal text: equal text, equal bits. What could not be read has been reported.
    if (written == entry.central || std::isnan(entry.central)) return;
    diagnostics_.error("register-differs", entry.central_position,
                       fmt::format("the register gives {} for '{}' and the model {}", base::shortest(entry.central),
                                   program_.named(slot).text, base::shortest(written)),
                       "the register is the truth for constants: change the model's text, or the row and its source");
  }

  void check_unit(const Entry& entry, const Variable& variable) {
    if (entry.unit.empty() || same_unit(entry.unit, variable.unit)) return;
    diagnostics_.error(
        "register-unit-differs", entry.unit_position,
        fmt::format("'{}' is in '{}' here and in '{}' in the model", entry.variable, entry.unit, variable.unit),
        "a value means nothing without its unit: change whichever is wrong");
  }

  /// The value itself stands in the model's text too and is held against the time step there.
  void check_time(const Entry& entry) {
    const auto constant = time_constants_.find(base::canonical(entry.variable));
    const std::optional<double> step = model::time_step(model_);
    if (constant == time_constants_.end() || !step || !entry.low || !entry.high) return;
    const std::optional<double> time = constant->second.shortest(*entry.low, *entry.high);
    if (!time || *time >= model::steps_to_follow * *step) return;
    const bool is_rate = constant->second.kind == model::TimeConstant::Kind::rate;
    diagnostics_.error(
        "short-time-constant", is_rate ? entry.high_position : entry.low_position,
        fmt::format("the range of '{}' holds a time of {} {}, less than {} time steps", entry.id, base::shortest(*time),
                    model_.variables[model_.time_step].units, model::steps_to_follow),
        "a run cannot follow what is over so soon: narrow the range, or shorten TIME STEP");
  }

  void report_without_row(const Variable& variable, const std::vector<std::string>& missing) {
    std::string what = fmt::format("'{}'", variable.name);
    if (missing.size() == variable.elements.size() && missing.size() > 1) {
      what += fmt::format(", {} elements", missing.size());
    } else if (!missing.front().empty()) {
      what = fmt::format("'{}[{}]'", variable.name, missing.front());
      if (missing.size() > 1) what += fmt::format(" and {}", base::counted(missing.size() - 1, "more element"));
    }
    diagnostics_.error("constant-without-row", variable.position, fmt::format("the register has no row for {}", what),
                       "add one: value, range, grade and source, or an assumption with its reason");
  }

  const evidence::Register& evidence_;
  const model::Model& model_;
  const program::Program& program_;
  base::Diagnostics& diagnostics_;
  std::set<std::uint32_t> with_a_row_of_their_own_, with_a_row_;
  std::map<std::string, model::TimeConstant> time_constants_;
};

}  // namespace

void check_register(const evidence::Register& evidence, const model::Model& model, const program::Program& program,
                    base::Diagnostics& diagnostics) {
  RegisterCheck check(evidence, model, program, diagnostics);
  check.check_rows();
  check.check_constants();
}

}  // namespace commonweal::study
