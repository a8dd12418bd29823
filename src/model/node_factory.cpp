// SPDX-License-Identifier: Apache-2.0
#include "model/node_factory.h"

#include <utility>

namespace commonweal::model {

NodeId NodeFactory::number(double value) const {
  Node node;
  node.kind = NodeKind::number;
  node.number = value;
  node.span = span_;
  return model_.nodes.add(std::move(node));
}

NodeId NodeFactory::call(Function function, std::vector<NodeId> operands) const {
  Node node;
  node.kind = NodeKind::call;
  node.function = function;
  node.operands = std::move(operands);
  node.span = span_;
  return model_.nodes.add(std::move(node));
}

NodeId NodeFactory::scalar(VariableId variable) const {
  Node node;
  node.kind = NodeKind::reference;
  node.variable = variable;
  node.span = span_;
  return model_.nodes.add(std::move(node));
}

NodeId write_out_input(Function function, const std::vector<NodeId>& arguments, Model& model, base::Span span) {
  using enum Function;
  const NodeFactory make(model, span);
  const NodeId time = make.scalar(model.time);
  const NodeId time_step = make.scalar(model.time_step);
  const NodeId middle = make.add(time, make.divide(time_step, make.number(2)));
  const NodeId zero = make.number(0), one = make.number(1);
  switch (function) {
    case step: return make.choose(make.call(greater, {middle, arguments[1]}), arguments[0], zero);
    case ramp: {
      const NodeId until_now = make.subtract(time, arguments[1]);
      const NodeId until_end = make.subtract(arguments[2], arguments[1]);
      const NodeId running = make.choose(make.call(less, {time, arguments[2]}), until_now, until_end);
      return make.choose(make.call(greater, {time, arguments[1]}), make.multiply(arguments[0], running), zero);
    }
    case pulse: {
      const NodeId width = make.call(maximum, {arguments[1], time_step});
      const NodeId begun = make.call(greater, {middle, arguments[0]});
      const NodeId ended = make.call(greater, {middle, make.add(arguments[0], width)});
      return make.choose(make.call(logical_and, {begun, make.call(logical_not, {ended})}), one, zero);
    }
    default: {  // PULSE TRAIN
      const NodeId width = make.call(maximum, {arguments[1], time_step});
      const NodeId begun = make.call(greater, {middle, arguments[0]});
      const NodeId running = make.call(less, {middle, arguments[3]});
      const NodeId since = make.call(modulo, {make.subtract(middle, arguments[0]), arguments[2]});
      const NodeId within = make.call(less, {since, width});
      return make.choose(make.call(logical_and, {begun, make.call(logical_and, {running, within})}), one, zero);
    }
  }
}

}  // namespace commonweal::model
