// SPDX-License-Identifier: Apache-2.0
#include "model/references.h"

#include <algorithm>
#include <set>
#include <utility>

#include "model/flat_elements.h"

namespace commonweal::model {

std::vector<Reference> references(const Model& model, NodeId root) {
  std::vector<Reference> found;
  std::vector<std::pair<NodeId, std::uint32_t>> waiting;
  std::set<std::pair<NodeId, std::uint32_t>> seen;  // what is written out may use a node more than once
  if (root.exists()) waiting.emplace_back(root, Index::fixed);
  while (!waiting.empty()) {
    const auto [id, whole] = waiting.back();
    waiting.pop_back();
    if (!seen.emplace(id, whole).second) continue;
    const Node& node = model.nodes[id];
    if (node.variable.exists()) found.push_back({node.variable, id, whole});
    for (std::size_t i = node.operands.size(); i-- > 0;) {
      const bool is_shared_out = node.kind == NodeKind::allocation && i < 2;  // the requests and priorities of all
      waiting.emplace_back(node.operands[i], is_shared_out ? node.axis : whole);
    }
  }
  return found;
}

namespace {

/// Gives each turn what all turns that differ from it only in `loop` have.
void join_turns(const Equation& equation, std::uint32_t loop, std::vector<std::vector<std::size_t>>& by_turn) {
  std::size_t stride = 1;
  for (std::size_t axis = loop + 1; axis < equation.left_axes; ++axis) stride *= equation.axes[axis].elements.size();
  const std::size_t length = equation.axes[loop].elements.size();
  for (std::size_t turn = 0; turn < by_turn.size(); ++turn) {
    if (turn / stride % length != 0) continue;  // not the first of its kind
    std::vector<std::size_t> all;
    for (std::size_t place = 0; place < length; ++place) {
      const auto& one = by_turn[turn + place * stride];
      all.insert(all.end(), one.begin(), one.end());
    }
    for (std::size_t place = 0; place < length; ++place) by_turn[turn + place * stride] = all;
  }
}

}  // namespace

std::vector<std::vector<std::size_t>> elements_by_turn(const Model& model, const Equation& equation,
                                                       const Reference& reference) {
  const std::vector<Index>& indices = model.nodes[reference.node].indices;
  std::vector<std::uint32_t> loops = left_loops(equation);
  for (const Index& index : indices) {
    if (index.axis != Index::fixed && std::find(loops.begin(), loops.end(), index.axis) == loops.end()) {
      loops.push_back(index.axis);
    }
  }
  const auto flat = flat_elements(model, equation, reference.variable, indices, loops);
  const std::size_t turns = left_size(equation);
  const std::size_t each = flat.size() / turns;
  std::vector<std::vector<std::size_t>> by_turn(turns);
  for (std::size_t turn = 0; turn < turns; ++turn) {
    by_turn[turn].assign(flat.begin() + static_cast<std::ptrdiff_t>(turn * each),
                         flat.begin() + static_cast<std::ptrdiff_t>((turn + 1) * each));
  }
  if (reference.whole < equation.left_axes) join_turns(equation, reference.whole, by_turn);
  return by_turn;
}

}  // namespace commonweal::model
