// SPDX-License-Identifier: Apache-2.0
#include "book/sector.h"

#include <algorithm>

namespace commonweal::book {

std::vector<Sector> sectors(const syntax::Document& document, const model::Model& model) {
  std::vector<Sector> all(1);
  for (const syntax::Group& group : document.groups) all.push_back({group.name, group.documentation, {}});
  for (std::size_t position = 0; position < model.variables.size(); ++position) {
    const model::VariableId id = model.variables.id_at(position);
    const model::Variable& variable = model.variables[id];
    if (variable.hidden || variable.equations.empty()) continue;
    const auto sector = std::ranges::find(all, variable.group, &Sector::name);
    if (sector != all.end()) sector->variables.push_back(id);
  }
  std::erase_if(all, [](const Sector& sector) { return sector.variables.empty(); });
  return all;
}

}  // namespace commonweal::book
