// SPDX-License-Identifier: Apache-2.0
#include "program/program.h"

#include <algorithm>
#include <iterator>

#include "base/names.h"

namespace commonweal::program {

const Variable* Program::find(std::string_view name) const {
  // Nearly every name is spelt as the model has it, and spelling out what is canonical costs more than looking.
  if (const auto exact = std::ranges::find(variables, name, &Variable::name); exact != variables.end()) return &*exact;
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

Program::Named Program::named_or_part_of(std::uint32_t slot) const {
  const Named exact = named(slot);
  if (exact.variable != nullptr) return exact;
  const auto after = std::upper_bound(parts.begin(), parts.end(), slot,
                                      [](std::uint32_t wanted, const PartSlots& run) { return wanted < run.first; });
  if (after == parts.begin()) return {};
  const Variable& whole = variables[std::prev(after)->variable];
  return {&whole, whole.name};
}

}  // namespace commonweal::program
