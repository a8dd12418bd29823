// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/function.h"
#include "model/model.h"
#include "model/subscript_scope.h"
#include "syntax/document.h"

namespace commonweal::model {

/// Turns the right side of one equation into nodes: finds what every name means and writes out functions that are
/// short for something simpler (test inputs, smooths and delays, see stateful.h).
class ExpressionBuilder {
 public:
  /// `left` are the equation's own subscripts, for the hidden variables that a SMOOTH or DELAY needs.
  ExpressionBuilder(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics, VariableId variable,
                    std::vector<Axis> left_axes);

  /// The node of an expression; after a fault, a node that stands for nothing (the diagnostics say why).
  NodeId build(syntax::ExpressionId id);

  /// The row of the function that an expression calls, if it is a call of a built-in function.
  const FunctionRow* called(syntax::ExpressionId id) const;

  /// The arguments of a call, built one by one; nothing after a wrong number of them.
  std::optional<std::vector<NodeId>> arguments(syntax::ExpressionId id);

  /// All loops of the equation, once its expressions are built. Hidden equations made on the way get them too.
  std::vector<Axis> finish();

 private:
  NodeId build_name(const syntax::Expression& expression);
  NodeId build_reference(const syntax::Expression& expression, VariableId variable);
  NodeId build_call(syntax::ExpressionId id);
  NodeId build_lookup_call(const syntax::Expression& expression, VariableId variable);
  NodeId build_function(syntax::ExpressionId id, const FunctionRow& row);
  NodeId build_special(syntax::ExpressionId id, const FunctionRow& row);
  NodeId build_reduction(syntax::ExpressionId id, const FunctionRow& row);
  NodeId build_element_count(const syntax::Expression& expression);
  NodeId build_with_lookup(const syntax::Expression& expression);
  NodeId build_allocation(syntax::ExpressionId id);
  NodeId build_operator(const syntax::Expression& expression);
  NodeId build_use(NodeKind kind, const syntax::Expression& expression, VariableId variable,
                   std::vector<NodeId> operands);
  std::optional<std::vector<Index>> indices(const syntax::Expression& expression, VariableId variable);
  std::optional<std::size_t> constant_order(const syntax::Expression& call, const FunctionRow& row);
  NodeId nothing(base::Span span);

  const syntax::Document& document_;
  Model& model_;
  base::Diagnostics& diagnostics_;
  VariableId variable_;
  SubscriptScope scope_;
  std::size_t first_equation_;  ///< equations from here on are hidden ones made by this builder
};

}  // namespace commonweal::model
