// SPDX-License-Identifier: Apache-2.0
// Equations are sorted as wholes first. Where a group of them uses one another in a circle (or one uses itself), the
// group is sorted again element by element, for x[later] = x[earlier] + 1 is sound though x uses x. Only a circle of
// elements is a fault. Both sorts find strongly connected groups in the order in which they can be computed (graph.h).
#include "model/order.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "model/flat_elements.h"
#include "model/graph.h"
#include "model/references.h"

namespace commonweal::model {

namespace {

constexpr std::size_t most_shown = 20;  // of the members of a circle

/// Sorts the equations of one phase.
class Sorter {
 public:
  Sorter(const Model& model, base::Diagnostics& diagnostics,
         std::function<std::vector<NodeId>(const Equation&)> expressions)
      : model_(model), diagnostics_(diagnostics), expressions_(std::move(expressions)) {
    for (std::size_t i = 0; i < model.equations.size(); ++i) {
      const EquationId id = model.equations.id_at(i);
      if (expressions_(model.equations[id]).empty()) continue;
      members_.push_back(id);
      for (const std::size_t element : left_elements(model, model.equations[id])) {
        owner_[model.equations[id].variable].emplace(element, members_.size() - 1);
      }
    }
  }

  /// All members, or only what `wanted` and those they use need.
  std::vector<OrderedEquation> sorted(const std::function<bool(const Equation&)>& wanted) {
    const Graph uses = equation_uses();
    std::vector<bool> needed(members_.size(), false);
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (wanted(model_.equations[members_[i]])) waiting.push_back(i);
    }
    while (!waiting.empty()) {
      const std::size_t member = waiting.back();
      waiting.pop_back();
      if (needed[member]) continue;
      needed[member] = true;
      waiting.insert(waiting.end(), uses[member].begin(), uses[member].end());
    }
    std::vector<OrderedEquation> order;
    for (const auto& group : connected_groups(uses)) {
      if (!needed[group.front()]) continue;
      if (group.size() == 1 && !uses_itself(group.front(), uses)) {
        order.push_back({members_[group.front()], std::nullopt});
      } else {
        sort_elements(group, order);
      }
    }
    return order;
  }

 private:
  Graph equation_uses() const {
    Graph uses(members_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const Equation& equation = model_.equations[members_[i]];
      for_each_use(equation, [&](std::size_t, VariableId, std::size_t, std::size_t used) { uses[i].push_back(used); });
      std::sort(uses[i].begin(), uses[i].end());
      uses[i].erase(std::unique(uses[i].begin(), uses[i].end()), uses[i].end());
    }
    return uses;
  }

  /// Calls `use(turn, variable, element, member that gives it)` for everything an equation uses in this phase.
  template <typename Use>
  void for_each_use(const Equation& equation, Use use) const {
    for (const NodeId root : expressions_(equation)) {
      for (const Reference& reference : references(model_, root)) {
        const auto owners = owner_.find(reference.variable);
        if (owners == owner_.end()) continue;
        const auto by_turn = elements_by_turn(model_, equation, reference);
        for (std::size_t turn = 0; turn < by_turn.size(); ++turn) {
          for (const std::size_t element : by_turn[turn]) {
            const auto owner = owners->second.find(element);
            if (owner != owners->second.end()) use(turn, reference.variable, element, owner->second);
          }
        }
      }
    }
  }

  /// The members of `group` one element at a time.
  void sort_elements(const std::vector<std::size_t>& group, std::vector<OrderedEquation>& order) {
    std::vector<OrderedEquation> turns;
    std::unordered_map<VariableId, std::unordered_map<std::size_t, std::size_t>> turn_of;
    for (const std::size_t member : group) {
      const Equation& equation = model_.equations[members_[member]];
      const auto elements = left_elements(model_, equation);
      for (std::size_t turn = 0; turn < elements.size(); ++turn) {
        turn_of[equation.variable].emplace(elements[turn], turns.size());
        turns.push_back({members_[member], turn});
      }
    }
    Graph uses(turns.size());
    for (const std::size_t member : group) {
      const Equation& equation = model_.equations[members_[member]];
      const auto elements = left_elements(model_, equation);
      for_each_use(equation, [&](std::size_t turn, VariableId variable, std::size_t element, std::size_t) {
        const auto inside = turn_of.find(variable);
        if (inside == turn_of.end()) return;
        const auto used = inside->second.find(element);
        if (used != inside->second.end()) uses[turn_of[equation.variable][elements[turn]]].push_back(used->second);
      });
    }
    for (const auto& part : connected_groups(uses)) {
      if (part.size() > 1 || uses_itself(part.front(), uses)) return report_circle(circle_in(part, uses), turns);
      order.push_back(turns[part.front()]);
    }
  }

  void report_circle(const std::vector<std::size_t>& circle, const std::vector<OrderedEquation>& turns) {
    std::vector<std::string> names;
    for (const std::size_t node : circle) {
      const Equation& equation = model_.equations[turns[node].equation];
      if (model_.variables[equation.variable].hidden) continue;
      if (names.size() == most_shown) {
        names.push_back(fmt::format("... ({} in all)", circle.size() - 1));
        break;
      }
      const std::size_t element = left_elements(model_, equation)[*turns[node].turn];
      names.push_back(model_.element_name(equation.variable, element));
    }
    const Equation& first = model_.equations[turns[circle.front()].equation];
    diagnostics_.error("circular-definition", model_.at(model_.variables[first.variable].span),
                       fmt::format("each of these needs the next at the same moment: {}", base::joined(names, " <- ")),
                       "break the circle with a stock (INTEG), or give a start with ACTIVE INITIAL");
  }

  const Model& model_;
  base::Diagnostics& diagnostics_;
  std::function<std::vector<NodeId>(const Equation&)> expressions_;
  std::vector<EquationId> members_;
  std::unordered_map<VariableId, std::unordered_map<std::size_t, std::size_t>> owner_;
};

std::vector<NodeId> existing(std::initializer_list<NodeId> nodes) {
  std::vector<NodeId> kept;
  std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(kept), [](NodeId node) { return node.exists(); });
  return kept;
}

/// The expressions that an equation computes while initialising (none that do not exist).
std::vector<NodeId> initialising_expressions(const Equation& equation) {
  switch (equation.form) {
    case Form::algebraic: return existing({equation.right});
    case Form::stock:
    case Form::initial_only:
    case Form::active_initial:
    case Form::sample: return existing({equation.initial});
    case Form::delay_fixed: return existing({equation.initial, equation.condition});
    case Form::constants:
    case Form::series:
    case Form::lookup: break;
  }
  return {};
}

/// The same while running.
std::vector<NodeId> running_expressions(const Equation& equation) {
  switch (equation.form) {
    case Form::algebraic:
    case Form::active_initial: return existing({equation.right});
    case Form::sample: return existing({equation.condition, equation.right});
    default: return {};
  }
}

}  // namespace

Order order(const Model& model, base::Diagnostics& diagnostics) {
  Order order;
  base::Diagnostics initialising;
  Sorter first(model, initialising, initialising_expressions);
  order.controls = first.sorted([&](const Equation& equation) { return equation.variable == model.initial_time; });
  order.initialising = first.sorted([&](const Equation& equation) {
    const bool is_control = equation.variable == model.final_time || equation.variable == model.time_step ||
                            equation.variable == model.saveper;
    return is_control || (equation.form != Form::algebraic && equation.form != Form::active_initial);
  });
  order.running = Sorter(model, diagnostics, running_expressions).sorted([](const Equation&) { return true; });
  // A circle while running is one while initialising too: it is said once.
  if (diagnostics.has_errors()) return order;
  for (const base::Diagnostic& fault : initialising.all()) {
    diagnostics.error(fault.name, fault.position, fault.message + " (while initialising)", fault.hint);
  }
  return order;
}

}  // namespace commonweal::model
