// SPDX-License-Identifier: Apache-2.0
#include "book/uses.h"

#include <algorithm>

#include "model/references.h"

namespace commonweal::book {

namespace {

/// The variable that the author wrote.
std::size_t written(const model::Model& model, model::VariableId variable) {
  const model::Variable& it = model.variables[variable];
  return it.hidden && it.owner.exists() ? it.owner.index : variable.index;
}

void sort_once_each(std::vector<std::size_t>& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

Uses uses_of(const model::Model& model) {
  Uses result{model::Graph(model.variables.size()), model::Graph(model.variables.size())};
  for (const model::Equation& equation : model.equations) {
    const std::size_t user = written(model, equation.variable);
    for (const model::NodeId root : {equation.right, equation.initial, equation.condition}) {
      for (const model::Reference& reference : model::references(model, root)) {
        const std::size_t used = written(model, reference.variable);
        if (used == user) continue;
        result.uses[user].push_back(used);
        result.users[used].push_back(user);
      }
    }
  }
  std::ranges::for_each(result.uses, sort_once_each);
  std::ranges::for_each(result.users, sort_once_each);
  return result;
}

}  // namespace commonweal::book
