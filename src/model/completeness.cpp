// SPDX-License-Identifier: Apache-2.0
#include "model/completeness.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "model/references.h"

namespace commonweal::model {

namespace {

/// An element that `reference` means and no equation gives a value, if there is one.
std::optional<std::size_t> undefined_element(const Model& model, const Equation& equation, const Reference& reference) {
  const Variable& used = model.variables[reference.variable];
  const bool is_whole = std::find(used.defined.begin(), used.defined.end(), false) == used.defined.end();
  if (used.equations.empty() || is_whole) return std::nullopt;  // Time has no equation
  for (const auto& elements : elements_by_turn(model, equation, reference)) {
    for (const std::size_t element : elements) {
      if (!used.defined[element]) return element;
    }
  }
  return std::nullopt;
}

}  // namespace

void check_completeness(const Model& model, base::Diagnostics& diagnostics) {
  for (const Equation& equation : model.equations) {
    if (model.variables[equation.variable].kind == VariableKind::lookup && equation.form != Form::lookup) {
      diagnostics.error("mixed-lookup", model.at(equation.span),
                        fmt::format("'{}' has tables for some of its elements and an equation here",
                                    model.variables[equation.variable].name));
    }
    for (const NodeId root : {equation.right, equation.initial, equation.condition}) {
      for (const Reference& reference : references(model, root)) {
        const auto element = undefined_element(model, equation, reference);
        if (!element) continue;
        diagnostics.error("undefined-element", model.at(model.nodes[reference.node].span),
                          fmt::format("'{}' has no equation", model.element_name(reference.variable, *element)));
      }
    }
  }
}

}  // namespace commonweal::model
