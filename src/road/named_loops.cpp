// SPDX-License-Identifier: Apache-2.0
#include "road/named_loops.h"

#include "book/loops.h"

namespace commonweal::road {

std::vector<loops::NamedLoop> named_loops(const model::Model& model) {
  // A stock that a SMOOTH made has no name; what it belongs to has.
  const auto name = [&](model::VariableId id) {
    const model::Variable& variable = model.variables[id];
    return model.variables[variable.hidden ? variable.owner : id].name;
  };
  std::vector<loops::NamedLoop> named;
  for (const book::Loop& loop : book::loops(model)) {
    named.push_back({name(loop.loop_switch), {}});
    for (const book::Link& link : loop.frozen) named.back().links.emplace_back(name(link.from), name(link.to));
  }
  return named;
}

}  // namespace commonweal::road
