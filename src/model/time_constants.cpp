// SPDX-License-Identifier: Apache-2.0
#include "model/time_constants.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "model/dependencies.h"
#include "model/graph.h"
#include "model/references.h"
#include "model/unit.h"

// How they are found
//
// What moves a stock by itself lies on a circle: the stock, the flows it feeds, the stock again. `need = INTEG(onset -
// recovery)`, `recovery = need * recovery rate` has the circle need, recovery. On such a circle the equation of
// `recovery` uses a quantity in "1/year", so that is one of the model's speeds. If it is a constant, it is found; if it
// is computed from others (`recovery rate = usual rate * effort`), the search goes on in its equation, through
// everything in the same unit, until it meets constants. Each variable is looked at once, so it ends.
//
// Times are found alike, but only where something is divided or delayed by them: a date and a delay have the same unit.

namespace commonweal::model {
namespace {

bool is_division(const Node& node) {
  if (node.kind != NodeKind::call) return false;
  return node.function == Function::divide || node.function == Function::zero_if_divided_by_zero ||
         node.function == Function::value_if_divided_by_zero;
}

class Search {
 public:
  explicit Search(const Model& model) : model_(model), seen_(model.variables.size(), false) {
    const std::optional<Unit> time = parse_unit(model.variables[model.time_step].units);
    if (!time) return;
    time_ = *time;
    rate_ = Unit{} / *time;
    begin();
  }

  std::vector<TimeConstant> found() {
    std::ranges::sort(found_, {}, &TimeConstant::variable);
    return std::move(found_);
  }

 private:
  /// Looks through the equations of every variable on a circle, and at what fixed delays wait for.
  void begin() {
    const Graph uses = dependencies(model_);
    for (const auto& group : connected_groups(uses)) {
      if (group.size() == 1 && !uses_itself(group.front(), uses)) continue;
      for (const std::size_t member : group) look_through(model_.variables.id_at(member));
    }
    for (const Equation& equation : model_.equations) {
      if (equation.form == Form::delay_fixed) look_at_times(equation.condition);
    }
  }

  void look_through(VariableId id) {
    for (const EquationId equation : model_.variables[id].equations) {
      look_at_divisors(model_.equations[equation].right);
      look_at_rates(model_.equations[equation].right);
    }
  }

  void look_at_rates(NodeId root) {
    for (const Reference& reference : references(model_, root)) look_at(reference.variable, TimeConstant::Kind::rate);
  }

  void look_at_times(NodeId root) {
    for (const Reference& reference : references(model_, root)) look_at(reference.variable, TimeConstant::Kind::time);
  }

  void look_at_divisors(NodeId root) {
    std::vector<NodeId> waiting;
    std::unordered_set<NodeId> passed;
    if (root.exists()) waiting.push_back(root);
    while (!waiting.empty()) {
      const NodeId id = waiting.back();
      waiting.pop_back();
      if (!passed.insert(id).second) continue;
      const Node& node = model_.nodes[id];
      if (is_division(node)) look_at_times(node.operands[1]);
      waiting.insert(waiting.end(), node.operands.begin(), node.operands.end());
    }
  }

  void look_at(VariableId id, TimeConstant::Kind kind) {
    const Variable& variable = model_.variables[id];
    const Unit& wanted = kind == TimeConstant::Kind::time ? time_ : rate_;
    if (seen_[id.index] || is_control(id) || parse_unit(variable.units) != wanted) return;
    seen_[id.index] = true;
    if (variable.kind == VariableKind::constant) {
      found_.push_back({id, kind});
      return;
    }
    for (const EquationId equation : variable.equations) {
      const NodeId right = model_.equations[equation].right;
      for (const Reference& reference : references(model_, right)) look_at(reference.variable, kind);
    }
  }

  bool is_control(VariableId id) const {
    return id == model_.time || id == model_.initial_time || id == model_.final_time || id == model_.time_step ||
           id == model_.saveper;
  }

  const Model& model_;
  Unit time_, rate_;
  std::vector<bool> seen_;
  std::vector<TimeConstant> found_;
};

}  // namespace

std::optional<double> TimeConstant::shortest(double low, double high) const {
  if (low == 0 && high == 0) return std::nullopt;
  const double one_end = std::fabs(low), other_end = std::fabs(high);
  if (kind == Kind::rate) return 1 / std::max(one_end, other_end);
  return low <= 0 && high >= 0 ? 0 : std::min(one_end, other_end);
}

std::vector<TimeConstant> time_constants(const Model& model) {
  return Search(model).found();
}

std::optional<double> time_step(const Model& model) {
  const Variable& variable = model.variables[model.time_step];
  if (variable.kind != VariableKind::constant || variable.equations.size() != 1) return std::nullopt;
  return model.equations[variable.equations.front()].constants.front();
}

void check_time_constants(const Model& model, base::Diagnostics& diagnostics) {
  const std::optional<double> step = time_step(model);
  if (!step) return;
  for (const TimeConstant& constant : time_constants(model)) {
    const Variable& variable = model.variables[constant.variable];
    for (const EquationId id : variable.equations) {
      const Equation& equation = model.equations[id];
      for (const double value : equation.constants) {
        const std::optional<double> time = constant.shortest(value, value);
        if (!time || *time >= steps_to_follow * *step) continue;
        diagnostics.error(
            "short-time-constant", model.at(equation.span),
            fmt::format("{} as '{}' stands for {} {}, less than {} time steps", base::shortest(value), variable.name,
                        base::shortest(*time), model.variables[model.time_step].units, steps_to_follow),
            "a run cannot follow what is over so soon: write it as an equation without a delay, or "
            "shorten TIME STEP");
      }
    }
  }
}

}  // namespace commonweal::model
