// SPDX-License-Identifier: Apache-2.0
#include "program/layout.h"

#include <bit>

#include "model/flat_elements.h"
#include "program/operands.h"

namespace commonweal::program {

namespace {

/// The text between the brackets of "name[a,b]", for each flat element.
std::vector<std::string> element_texts(const model::Model& model, model::VariableId id) {
  std::vector<std::string> texts;
  const std::size_t prefix = model.variables[id].name.size() + 1;
  for (std::size_t element = 0; element < model.size_of(id); ++element) {
    const std::string name = model.element_name(id, element);
    texts.push_back(model.variables[id].axes.empty() ? "" : name.substr(prefix, name.size() - prefix - 1));
  }
  return texts;
}

Table table_of(const syntax::LookupTable& written) {
  Table table;
  for (const auto& [x, y] : written.points) {
    table.x.push_back(x);
    table.y.push_back(y);
  }
  return table;
}

Kind kind_of(model::VariableKind kind) {
  switch (kind) {
    case model::VariableKind::constant: return Kind::constant;
    case model::VariableKind::stock: return Kind::stock;
    case model::VariableKind::held: return Kind::held;
    case model::VariableKind::data: return Kind::data;
    case model::VariableKind::auxiliary:
    case model::VariableKind::lookup: break;
  }
  return Kind::auxiliary;
}

}  // namespace

Layout::Layout(const model::Model& model, Program& program)
    : program_(program), first_(model.variables.size(), 0), shown_(model.variables.size(), 0) {
  for (const syntax::LookupTable& table : model.tables) program.tables.push_back(table_of(table));
  for (std::size_t i = 0; i < model.variables.size(); ++i) {
    const model::VariableId id = model.variables.id_at(i);
    const model::Variable& variable = model.variables[id];
    if (variable.kind == model::VariableKind::lookup) {
      // A lookup array needs one table for each element, in order; its equations give them in any order.
      first_[i] = static_cast<std::uint32_t>(program.tables.size());
      program.tables.resize(program.tables.size() + model.size_of(id));
      for (const model::EquationId equation : variable.equations) {
        for (const std::size_t element : model::left_elements(model, model.equations[equation])) {
          program.tables[first_[i] + element] = table_of(model.tables[model.equations[equation].table]);
        }
      }
      continue;
    }
    if (variable.hidden) {
      shown_[i] = shown_[variable.owner.index];
      begin_equation(id);
      first_[i] = take(model.size_of(id));
      continue;
    }
    shown_[i] = static_cast<std::uint32_t>(program.variables.size());
    first_[i] = take(model.size_of(id));
    Variable shown;
    shown.name = variable.name;
    shown.unit = variable.units;
    shown.kind = kind_of(variable.kind);
    shown.first_slot = first_[i];
    shown.elements = element_texts(model, id);
    shown.defined = variable.defined;
    shown.defined.resize(shown.elements.size(), variable.equations.empty());
    if (variable.span.length > 0) shown.position = model.at(variable.span);
    program.variables.push_back(std::move(shown));
  }
}

void Layout::begin_equation(model::VariableId variable) {
  program_.parts.push_back({program_.slots, shown_[variable.index]});
}

std::uint32_t Layout::take(std::size_t count) {
  const std::uint32_t first = program_.slots;
  program_.slots += static_cast<std::uint32_t>(count);
  program_.start.resize(program_.slots, 0.0);
  return first;
}

std::uint32_t Layout::literal(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  if (const auto found = literals_.find(bits); found != literals_.end()) return found->second;
  const std::uint32_t slot = take(1);
  program_.start[slot] = value;
  literals_.emplace(bits, slot);
  return slot;
}

Operand Layout::operand(std::uint32_t base, const std::vector<std::size_t>& offsets) {
  std::vector<std::uint32_t> slots;
  slots.reserve(offsets.size());
  for (const std::size_t offset : offsets) slots.push_back(base + static_cast<std::uint32_t>(offset));
  return operand_of(program_, slots);
}

}  // namespace commonweal::program
