// SPDX-License-Identifier: Apache-2.0
#include "program/block_writer.h"

#include <algorithm>
#include <utility>

#include "model/dimensions.h"
#include "model/flat_elements.h"
#include "program/operands.h"
#include "program/operation.h"

namespace commonweal::program {

using model::Index;
using model::Node;
using model::NodeId;
using model::NodeKind;

BlockWriter::BlockWriter(const model::Model& model, Program& program, Layout& layout, std::vector<Block>& phase,
                         const model::Equation& equation, std::optional<std::size_t> turn)
    : model_(model), program_(program), layout_(layout), phase_(phase), equation_(equation), pins_(equation.left_axes) {
  layout_.begin_equation(equation.variable);
  if (!turn) return;
  for (std::size_t axis = equation.left_axes; axis-- > 0;) {
    const std::size_t length = equation.axes[axis].elements.size();
    pins_[axis] = *turn % length;
    *turn /= length;
  }
}

void BlockWriter::write(NodeId root, std::uint32_t base) {
  Draft draft = begin({});
  const Operand computed = value(root, draft);
  const Operand target = own_elements(draft, base);
  const bool made_here = !draft.instructions.empty() && draft.instructions.back().result == computed;
  if (made_here) {
    draft.instructions.back().result = target;
  } else {
    draft.instructions.push_back({Operation::copy, false, 0, 0, target, {computed}});
  }
  close(draft, false);
}

void BlockWriter::write_if(NodeId condition, NodeId root, std::uint32_t base) {
  Draft draft = begin({});
  const Operand asked = value(condition, draft);
  const Operand computed = value(root, draft);
  const Operand target = own_elements(draft, base);
  draft.instructions.push_back({Operation::choose, false, 0, 0, target, {asked, computed, target}});
  close(draft, false);
}

/// A draft over the left-side loops that are not pinned, and `extra` loops inside them.
BlockWriter::Draft BlockWriter::begin(std::vector<std::uint32_t> extra) const {
  Draft draft;
  for (std::uint32_t axis = 0; axis < equation_.left_axes; ++axis) {
    if (!pins_[axis]) draft.loops.push_back(axis);
  }
  draft.loops.insert(draft.loops.end(), extra.begin(), extra.end());
  for (const std::uint32_t loop : draft.loops) draft.turns *= equation_.axes[loop].elements.size();
  return draft;
}

void BlockWriter::close(Draft& draft, bool is_part) {
  phase_.push_back({static_cast<std::uint32_t>(draft.turns), static_cast<std::uint32_t>(program_.instructions.size()),
                    static_cast<std::uint32_t>(draft.instructions.size()), is_part});
  program_.instructions.insert(program_.instructions.end(), draft.instructions.begin(), draft.instructions.end());
}

Operand BlockWriter::value(NodeId id, Draft& draft) {
  if (const auto found = draft.known.find(id); found != draft.known.end()) return found->second;
  const Operand computed = value_anew(id, draft);
  draft.known.emplace(id, computed);
  return computed;
}

Operand BlockWriter::value_anew(NodeId id, Draft& draft) {
  const Node& node = model_.nodes[id];
  switch (node.kind) {
    case NodeKind::number: return {layout_.literal(node.number), 0, Operand::affine};
    case NodeKind::reference: return reference(node, draft, layout_.first(node.variable));
    case NodeKind::position: return position(node, draft);
    case NodeKind::reduction: return reduction(node, draft);
    case NodeKind::allocation: return allocation(node, draft);
    case NodeKind::call:
    case NodeKind::lookup:
    case NodeKind::table: break;
  }
  return call(node, draft);
}

Operand BlockWriter::call(const Node& node, Draft& draft) {
  Instruction instruction;
  const bool is_choice = node.kind == NodeKind::call && node.function == model::Function::if_then_else;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    const bool is_branch = is_choice && i > 0;
    branches_ += is_branch ? 1 : 0;
    instruction.operands[i] = value(node.operands[i], draft);
    branches_ -= is_branch ? 1 : 0;
  }
  if (node.kind == NodeKind::call) {
    instruction.operation = operation_of(node.function);
  } else {
    instruction.operation = Operation::lookup;
    instruction.operands[1] = node.kind == NodeKind::table ? Operand{node.table, 0, Operand::affine}
                                                           : reference(node, draft, layout_.first(node.variable));
  }
  instruction.may_fail = branches_ > 0;
  instruction.result = scratch();
  draft.instructions.push_back(instruction);
  return instruction.result;
}

/// Each turn of `draft` sums its own run of neighbours, which a block before this one has computed.
Operand BlockWriter::reduction(const Node& node, Draft& draft) {
  std::vector<std::uint32_t> loops(draft.loops);
  loops.insert(loops.end(), node.reduced.begin(), node.reduced.end());
  Draft inner = begin({});
  inner.loops = loops;
  inner.turns = draft.turns;
  std::size_t extent = 1;
  for (const std::uint32_t loop : node.reduced) extent *= equation_.axes[loop].elements.size();
  inner.turns *= extent;
  const Operand term = value(node.operands.front(), inner);
  const std::uint32_t terms = layout_.take(inner.turns);
  inner.instructions.push_back({Operation::copy, branches_ > 0, 0, 0, {terms, 1, Operand::affine}, {term}});
  close(inner, true);
  Instruction instruction;
  instruction.operation = operation_of(node.function);
  instruction.extent = static_cast<std::uint32_t>(extent);
  instruction.operands[0] = {terms, instruction.extent, Operand::affine};
  instruction.may_fail = branches_ > 0;
  instruction.result = scratch();
  draft.instructions.push_back(instruction);
  return instruction.result;
}

/// A block of its own computes `node` for every position of `loop` inside each turn of `outer`.
Operand BlockWriter::spread(NodeId node, const Draft& outer, std::uint32_t loop) {
  Draft inner;
  for (const std::uint32_t other : outer.loops) {
    if (other != loop) inner.loops.push_back(other);
  }
  inner.loops.push_back(loop);
  inner.turns = 1;
  for (const std::uint32_t each : inner.loops) inner.turns *= equation_.axes[each].elements.size();
  const auto pin = std::exchange(pins_[loop], std::nullopt);  // one requester's turn looks at all of them
  const Operand computed = value(node, inner);
  pins_[loop] = pin;
  const std::uint32_t first = layout_.take(inner.turns);
  inner.instructions.push_back({Operation::copy, branches_ > 0, 0, 0, {first, 1, Operand::affine}, {computed}});
  close(inner, true);
  // Turn k of the outer block finds the row of its other loops; the row's length is that of `loop`.
  const std::size_t length = equation_.axes[loop].elements.size();
  std::vector<std::uint32_t> rows;
  for (std::size_t turn = 0; turn < outer.turns; ++turn) {
    std::size_t rest = turn, row = 0, scale = 1;
    for (std::size_t i = outer.loops.size(); i-- > 0;) {
      const std::size_t size = equation_.axes[outer.loops[i]].elements.size();
      if (outer.loops[i] != loop) {
        row += rest % size * scale;
        scale *= size;
      }
      rest /= size;
    }
    rows.push_back(first + static_cast<std::uint32_t>(row * length));
  }
  return operand_of(program_, rows);
}

Operand BlockWriter::allocation(const Node& node, Draft& draft) {
  Instruction instruction;
  instruction.operation = Operation::allocate;
  instruction.extent = static_cast<std::uint32_t>(equation_.axes[node.axis].elements.size());
  instruction.operands[0] = spread(node.operands[0], draft, node.axis);
  instruction.operands[1] = spread(node.operands[1], draft, node.axis);
  instruction.operands[2] = value(node.operands[2], draft);
  instruction.operands[3] = value(node.operands[3], draft);
  std::vector<std::uint32_t> places;
  for (std::size_t turn = 0; turn < draft.turns; ++turn) {
    std::size_t rest = turn;
    for (std::size_t i = draft.loops.size(); i-- > 0;) {
      const std::size_t size = equation_.axes[draft.loops[i]].elements.size();
      if (draft.loops[i] == node.axis) places.push_back(static_cast<std::uint32_t>(rest % size));
      rest /= size;
    }
    if (places.size() <= turn) places.push_back(static_cast<std::uint32_t>(pins_[node.axis].value_or(0)));
  }
  instruction.place = static_cast<std::uint32_t>(program_.addresses.size());
  program_.addresses.push_back(std::move(places));
  instruction.may_fail = branches_ > 0;
  instruction.result = scratch();
  draft.instructions.push_back(instruction);
  return instruction.result;
}

Operand BlockWriter::position(const Node& node, const Draft& draft) {
  const model::Axis& axis = equation_.axes[node.axis];
  std::vector<std::uint32_t> by_position;
  for (const model::ElementId element : axis.elements) {
    by_position.push_back(layout_.literal(model::number_of(model_, element)));
  }
  if (node.axis < pins_.size() && pins_[node.axis]) return {by_position[*pins_[node.axis]], 0, Operand::affine};
  std::vector<std::uint32_t> slots;
  for (std::size_t turn = 0; turn < draft.turns; ++turn) {
    std::size_t rest = turn, place = 0;
    for (std::size_t i = draft.loops.size(); i-- > 0;) {
      const std::size_t size = equation_.axes[draft.loops[i]].elements.size();
      if (draft.loops[i] == node.axis) place = rest % size;
      rest /= size;
    }
    slots.push_back(by_position[place]);
  }
  return operand_of(program_, slots);
}

Operand BlockWriter::reference(const Node& node, const Draft& draft, std::uint32_t base) {
  return layout_.operand(base,
                         model::flat_elements(model_, equation_, node.variable, pinned(node.indices), draft.loops));
}

Operand BlockWriter::own_elements(const Draft& draft, std::uint32_t base) {
  return layout_.operand(
      base, model::flat_elements(model_, equation_, equation_.variable, pinned(equation_.left), draft.loops));
}

std::vector<Index> BlockWriter::pinned(std::vector<Index> indices) const {
  for (Index& index : indices) {
    if (index.axis >= pins_.size() || !pins_[index.axis]) continue;
    index.elements = {index.elements[*pins_[index.axis]]};
    index.axis = Index::fixed;
  }
  return indices;
}

Operand BlockWriter::scratch() {
  return {layout_.take(1), 0, Operand::affine};
}

}  // namespace commonweal::program
