// SPDX-License-Identifier: Apache-2.0
#include "model/dependencies.h"

#include <algorithm>

#include "model/references.h"

namespace commonweal::model {

Graph dependencies(const Model& model) {
  Graph uses(model.variables.size());
  for (const Equation& equation : model.equations) {
    if (equation.form == Form::initial_only) continue;
    auto& used = uses[equation.variable.index];
    for (const NodeId root : {equation.right, equation.condition}) {
      for (const Reference& reference : references(model, root)) used.push_back(reference.variable.index);
    }
  }
  for (auto& used : uses) {
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
  }
  return uses;
}

}  // namespace commonweal::model
