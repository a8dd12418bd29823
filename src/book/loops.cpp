// SPDX-License-Identifier: Apache-2.0
#include "book/loops.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

#include "model/dependencies.h"
#include "model/references.h"

namespace commonweal::book {

namespace {

using model::Function;
using model::Node;
using model::NodeId;
using model::NodeKind;

/// Reads equations as they stand while one switch is 0.
class SwitchedOff {
 public:
  SwitchedOff(const model::Model& model, model::VariableId off) : model_(model), off_(off) {}

  /// Adds every variable through which a value still passes.
  void collect(NodeId id, std::set<std::size_t>& variables) const {
    if (!id.exists() || known(id)) return;
    const Node& node = model_.nodes[id];
    if (node.kind == NodeKind::reference || node.kind == NodeKind::lookup) variables.insert(node.variable.index);
    if (is_choice(node)) {
      if (const auto condition = known(node.operands[0])) {
        collect(node.operands[*condition != 0 ? 1 : 2], variables);
        return;
      }
    }
    for (const NodeId operand : node.operands) collect(operand, variables);
  }

 private:
  static bool is_choice(const Node& node) {
    return node.kind == NodeKind::call && node.function == Function::if_then_else && node.operands.size() == 3;
  }

  /// The value of an expression that is the same whatever happens in the run; nothing if it is not.
  std::optional<double> known(NodeId id) const {
    const Node& node = model_.nodes[id];
    if (node.kind == NodeKind::number) return node.number;
    if (node.kind == NodeKind::reference && node.variable == off_) return 0.0;
    if (node.kind == NodeKind::reduction) return known_sum(node);
    if (node.kind != NodeKind::call) return std::nullopt;
    if (is_choice(node)) {
      const auto condition = known(node.operands[0]);
      return condition ? known(node.operands[*condition != 0 ? 1 : 2]) : std::nullopt;
    }
    return node.operands.size() == 2 ? known_pair(node.function, known(node.operands[0]), known(node.operands[1]))
                                     : std::nullopt;
  }

  /// A sum of nothing but zeros is 0.
  std::optional<double> known_sum(const Node& node) const {
    const auto operand = known(node.operands[0]);
    return node.function == Function::sum && operand == 0.0 ? operand : std::nullopt;
  }

  static std::optional<double> known_pair(Function function, std::optional<double> a, std::optional<double> b) {
    if (function == Function::multiply && (a == 0.0 || b == 0.0)) return 0.0;
    if (function == Function::divide && a == 0.0) return 0.0;
    if (!a || !b) return std::nullopt;
    switch (function) {
      case Function::add: return *a + *b;
      case Function::subtract: return *a - *b;
      case Function::multiply: return *a * *b;
      case Function::equal: return *a == *b ? 1 : 0;
      case Function::not_equal: return *a != *b ? 1 : 0;
      case Function::greater: return *a > *b ? 1 : 0;
      case Function::less: return *a < *b ? 1 : 0;
      default: return std::nullopt;
    }
  }

  const model::Model& model_;
  model::VariableId off_;
};

std::vector<Link> frozen_links(const model::Model& model, model::VariableId loop_switch) {
  const SwitchedOff off(model, loop_switch);
  std::vector<Link> links;
  for (const model::Equation& equation : model.equations) {
    std::set<std::size_t> all, passing;
    for (const NodeId root : {equation.right, equation.condition}) {
      for (const model::Reference& reference : model::references(model, root)) all.insert(reference.variable.index);
      off.collect(root, passing);
    }
    if (!all.contains(loop_switch.index)) continue;
    for (const std::size_t from : all) {
      if (from == loop_switch.index || passing.contains(from)) continue;
      links.push_back({model.variables.id_at(from), equation.variable});
    }
  }
  return links;
}

/// The shortest way from one variable to another along what follows from what; empty if there is none.
std::vector<model::VariableId> way(const model::Model& model, const model::Graph& followers, model::VariableId from,
                                   model::VariableId to) {
  constexpr std::size_t unseen = model::VariableId::nothing;
  std::vector<std::size_t> before(followers.size(), unseen);
  std::deque<std::size_t> open{from.index};
  before[from.index] = from.index;
  while (!open.empty() && before[to.index] == unseen) {
    const std::size_t here = open.front();
    open.pop_front();
    for (const std::size_t next : followers[here]) {
      if (before[next] != unseen) continue;
      before[next] = here;
      open.push_back(next);
    }
  }
  std::vector<model::VariableId> steps;
  if (before[to.index] == unseen) return steps;
  for (std::size_t here = to.index; here != from.index; here = before[here])
    steps.push_back(model.variables.id_at(here));
  steps.push_back(from);
  std::ranges::reverse(steps);
  return steps;
}

model::Graph followers_in(const model::Model& model) {
  const model::Graph uses = model::dependencies(model);
  model::Graph followers(uses.size());
  for (std::size_t user = 0; user < uses.size(); ++user) {
    for (const std::size_t used : uses[user]) followers[used].push_back(user);
  }
  return followers;
}

}  // namespace

std::vector<Loop> loops(const model::Model& model) {
  const model::Graph followers = followers_in(model);
  std::vector<Loop> all;
  for (std::size_t position = 0; position < model.variables.size(); ++position) {
    if (!model.variables[model.variables.id_at(position)].name.starts_with("loop ")) continue;
    Loop loop{model.variables.id_at(position), frozen_links(model, model.variables.id_at(position)), {}};
    for (const Link& link : loop.frozen) {
      std::vector<model::VariableId> circle = way(model, followers, link.to, link.from);
      if (circle.size() > loop.circle.size()) loop.circle = std::move(circle);
    }
    all.push_back(std::move(loop));
  }
  return all;
}

}  // namespace commonweal::book
