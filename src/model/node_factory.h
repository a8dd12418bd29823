// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/model.h"

namespace commonweal::model {

/// Makes the nodes of written-out expressions, all at one place in the author's text.
class NodeFactory {
 public:
  NodeFactory(Model& model, base::Span span) : model_(model), span_(span) {}

  NodeId number(double value) const;
  NodeId call(Function function, std::vector<NodeId> operands) const;
  NodeId scalar(VariableId variable) const;

  NodeId add(NodeId a, NodeId b) const { return call(Function::add, {a, b}); }
  NodeId subtract(NodeId a, NodeId b) const { return call(Function::subtract, {a, b}); }
  NodeId multiply(NodeId a, NodeId b) const { return call(Function::multiply, {a, b}); }
  NodeId divide(NodeId a, NodeId b) const { return call(Function::divide, {a, b}); }
  NodeId choose(NodeId condition, NodeId yes, NodeId no) const {
    return call(Function::if_then_else, {condition, yes, no});
  }

 private:
  Model& model_;
  base::Span span_;
};

/// STEP, RAMP, PULSE and PULSE TRAIN written out in terms of Time and TIME STEP. A switch at a time counts from the
/// step nearest to it, so that a time that is a whole number of steps is met whatever the rounding.
NodeId write_out_input(Function function, const std::vector<NodeId>& arguments, Model& model, base::Span span);

}  // namespace commonweal::model
