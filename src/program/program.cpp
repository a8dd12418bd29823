// SPDX-License-Identifier: Apache-2.0
#include "program/program.h"

#include <algorithm>

#include "base/names.h"

namespace commonweal::program {

const Variable* Program::find(std::string_view name) const {
  const std::string wanted = base::canonical(name);
  const auto found = std::find_if(variables.begin(), variables.end(),
                                  [&](const Variable& variable) { return base::canonical(variable.name) == wanted; });
  return found == variables.end() ? nullptr : &*found;
}

Program::Named Program::named(std::uint32_t slot) const {
  for (const Variable& variable : variables) {
    if (slot < variable.first_slot || slot >= variable.first_slot + variable.elements.size()) continue;
    const std::string& text = variable.elements[slot - variable.first_slot];
    return {&variable, text.empty() ? variable.name : variable.name + "[" + text + "]"};
  }
  return {};
}

}  // namespace commonweal::program
