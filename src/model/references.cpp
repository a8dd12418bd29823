// SPDX-License-Identifier: Apache-2.0
#include "model/references.h"

#include <algorithm>

#include "model/flat_elements.h"

namespace commonweal::model {

std::vector<Reference> references(const Model& model, NodeId root) {
  std::vector<Reference> found;
  std::vector<NodeId> waiting;
  if (root.exists()) waiting.push_back(root);
  while (!waiting.empty()) {
    const NodeId id = waiting.back();
    waiting.pop_back();
    const Node& node = model.nodes[id];
    if (node.variable.exists()) found.push_back({node.variable, id});
    waiting.insert(waiting.end(), node.operands.rbegin(), node.operands.rend());
  }
  return found;
}

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
  return by_turn;
}

}  // namespace commonweal::model
