// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/model.h"

namespace commonweal::model {

/// One use of a variable in an expression, with what is needed to tell which of its elements are meant.
struct Reference {
  VariableId variable;
  NodeId node;
  std::uint32_t whole = Index::fixed;  ///< a loop that each turn uses all of: that of an allocation around it
};

/// Every variable that the expression under `root` uses, lookups included, in the order met.
std::vector<Reference> references(const Model& model, NodeId root);

/// The flat elements that `reference` means in one turn of the equation's left-side loops, over all turns of the
/// reductions around it: [turn] -> elements.
std::vector<std::vector<std::size_t>> elements_by_turn(const Model& model, const Equation& equation,
                                                       const Reference& reference);

}  // namespace commonweal::model
