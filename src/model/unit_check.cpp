// SPDX-License-Identifier: Apache-2.0
#include "model/unit_check.h"

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "model/unit.h"

namespace commonweal::model {

namespace {

/// What is known of an expression's unit: nothing (a zero, or after a fault already said), or a unit.
using Known = std::optional<Unit>;

class UnitChecker {
 public:
  UnitChecker(const Model& model, base::Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  void check() {
    read_units();
    for (const Equation& equation : model_.equations) check_equation(equation);
  }

 private:
  void read_units() {
    for (std::size_t i = 0; i < model_.variables.size(); ++i) {
      const Variable& variable = model_.variables[model_.variables.id_at(i)];
      units_.push_back(parse_unit(variable.units));
      const bool is_written = !variable.hidden && variable.span.length > 0;
      if (units_.back() || !is_written) continue;
      if (variable.units.empty()) {
        diagnostics_.error("missing-unit", model_.at(variable.span), fmt::format("'{}' has no unit", variable.name),
                           "write it between the first and the second '~'; 'dimensionless' for a plain number");
      } else {
        diagnostics_.error("bad-unit", model_.at(variable.units_span),
                           fmt::format("'{}' is not a unit", variable.units),
                           "write names joined by '*' and '/', as in GBP million/year");
      }
    }
    time_unit_ = units_[model_.time_step.index];
    if (!units_[model_.time.index]) units_[model_.time.index] = time_unit_;
  }

  void check_equation(const Equation& equation) {
    const Known own = unit_of(equation.variable);
    if (equation.initial.exists() && !is_plain_number(equation.initial)) expect(own, equation.initial);
    if (equation.condition.exists()) {
      expect(equation.form == Form::delay_fixed ? time_unit_ : Known(Unit{}), equation.condition);
    }
    if (!equation.right.exists()) return;
    const bool is_rate = equation.form == Form::stock && own && time_unit_;
    expect(is_rate ? Known(*own / *time_unit_) : own, equation.right);
  }

  /// A number written as the whole of an initial value is, like a constant, in the variable's own unit.
  bool is_plain_number(NodeId id) const {
    const Node& node = model_.nodes[id];
    const bool is_negated = node.kind == NodeKind::call && node.function == Function::negate;
    return is_negated ? is_plain_number(node.operands.front()) : node.kind == NodeKind::number;
  }

  /// The unit of a variable; of a hidden one, that of its initial value.
  Known unit_of(VariableId id) {
    const Variable& variable = model_.variables[id];
    if (!variable.hidden || units_[id.index] || variable.equations.empty()) return units_[id.index];
    const NodeId initial = model_.equations[variable.equations.front()].initial;
    units_[id.index] = infer(initial);
    return units_[id.index];
  }

  void expect(const Known& wanted, NodeId id) {
    const Known found = infer(id);
    if (!wanted || !found || *wanted == *found) return;
    clash(id, fmt::format("this is in {} where {} is wanted", text(*found), text(*wanted)));
  }

  void clash(NodeId id, std::string message) {
    diagnostics_.error("unit-clash", model_.at(model_.nodes[id].span), std::move(message));
  }

  /// Each node once: what is written out may use a node more than once, and its faults are said once.
  Known infer(NodeId id) {
    if (const auto known = inferred_.find(id); known != inferred_.end()) return known->second;
    const Known unit = infer_anew(id, model_.nodes[id]);
    inferred_.emplace(id, unit);
    return unit;
  }

  Known infer_anew(NodeId id, const Node& node) {
    switch (node.kind) {
      case NodeKind::number: return node.number == 0 ? Known() : Known(Unit{});
      case NodeKind::position: return Unit{};
      case NodeKind::reference: return unit_of(node.variable);
      case NodeKind::lookup: infer(node.operands[0]); return unit_of(node.variable);
      case NodeKind::table: infer(node.operands[0]); return std::nullopt;
      case NodeKind::reduction: return infer_reduction(node);
      case NodeKind::allocation: return infer_allocation(node);
      case NodeKind::call: break;
    }
    return infer_call(id, node);
  }

  Known infer_reduction(const Node& node) {
    if (node.function == Function::product) expect(Unit{}, node.operands[0]);
    return infer(node.operands[0]);
  }

  Known infer_allocation(const Node& node) {
    const Known request = infer(node.operands[0]);
    expect(request, node.operands[3]);
    expect(infer(node.operands[1]), node.operands[2]);
    return request;
  }

  Known infer_call(NodeId id, const Node& node) {
    using enum Function;
    const auto& a = node.operands;
    switch (node.function) {
      case add:
      case subtract:
      case minimum:
      case maximum:
      case modulo:
      case quantum: return same(id, a[0], a[1]);
      case less:
      case less_equal:
      case greater:
      case greater_equal:
      case equal:
      case not_equal: same(id, a[0], a[1]); return Unit{};
      case logical_and:
      case logical_or:
      case logical_not:
        for (const NodeId operand : a) expect(Unit{}, operand);
        return Unit{};
      case if_then_else: expect(Unit{}, a[0]); return same(id, a[1], a[2]);
      case multiply: return combine(infer(a[0]), infer(a[1]), [](const Unit& x, const Unit& y) { return x * y; });
      case divide:
      case zero_if_divided_by_zero: return quotient(a);
      case value_if_divided_by_zero: {
        const Known unit = quotient(a);
        expect(unit, a[2]);
        return unit;
      }
      case Function::power: return infer_power(id, a);
      case square_root: return infer_root(id, a[0]);
      case negate:
      case absolute:
      case integer: return infer(a[0]);
      default:
        for (const NodeId operand : a) expect(Unit{}, operand);
        return Unit{};
    }
  }

  Known quotient(const std::vector<NodeId>& a) {
    return combine(infer(a[0]), infer(a[1]), [](const Unit& x, const Unit& y) { return x / y; });
  }

  template <typename Combine>
  static Known combine(const Known& a, const Known& b, Combine how) {
    if (!a || !b) return std::nullopt;
    return how(*a, *b);
  }

  /// Both sides must have one unit; it is theirs.
  Known same(NodeId id, NodeId left, NodeId right) {
    const Known a = infer(left), b = infer(right);
    if (a && b && !(*a == *b)) {
      clash(id, fmt::format("one side is in {}, the other in {}", text(*a), text(*b)));
      return std::nullopt;
    }
    return a ? a : b;
  }

  /// A dimensionless number to any power, or anything to a whole number written out.
  Known infer_power(NodeId id, const std::vector<NodeId>& a) {
    const Known base = infer(a[0]);
    expect(Unit{}, a[1]);
    if (!base || base->powers.empty()) return base;
    const Node& exponent = model_.nodes[a[1]];
    if (exponent.kind == NodeKind::number) {
      if (auto unit = model::power(*base, exponent.number)) return unit;
    }
    clash(id, fmt::format("something in {} is raised to a power that is not a whole number up to 100", text(*base)));
    return std::nullopt;
  }

  Known infer_root(NodeId id, NodeId operand) {
    Known unit = infer(operand);
    if (!unit) return unit;
    for (auto& [name, exponent] : unit->powers) {
      if (exponent % 2 != 0) {
        clash(id, fmt::format("the root of something in {} has no unit", text(*infer(operand))));
        return std::nullopt;
      }
      exponent /= 2;
    }
    return unit;
  }

  const Model& model_;
  base::Diagnostics& diagnostics_;
  std::vector<Known> units_;  ///< of each variable
  std::unordered_map<NodeId, Known> inferred_;
  Known time_unit_;
};

}  // namespace

void check_units(const Model& model, base::Diagnostics& diagnostics) {
  UnitChecker(model, diagnostics).check();
}

}  // namespace commonweal::model
