// SPDX-License-Identifier: Apache-2.0
#include "model/declarations.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/dimensions.h"
#include "model/size_limit.h"

namespace commonweal::model {

namespace {

using syntax::canonical;

/// The elements that one left-side subscript stands for, with its dimension if it names one. After a fault, an element
/// of its own that nothing can name.
Axis axis_of(const syntax::Subscript& subscript, const syntax::Document& document, Model& model,
             base::Diagnostics& diagnostics) {
  const std::string name = canonical(subscript.name);
  if (const auto found = model.dimension_by_name.find(name); found != model.dimension_by_name.end()) {
    return {found->second, model.dimensions[found->second].elements, false};
  }
  if (const auto found = model.element_by_name.find(name); found != model.element_by_name.end()) {
    return {{}, {found->second}, false};
  }
  report_unknown_subscript(subscript, document, model, diagnostics);
  return {{}, {model.elements.add({subscript.name})}, false};
}

bool contains_all(const Dimension& dimension, const std::vector<ElementId>& elements) {
  return std::all_of(elements.begin(), elements.end(),
                     [&](ElementId element) { return position_in(dimension, element) < dimension.elements.size(); });
}

/// What holds both lists: one of them, the smallest dimension with all their elements, or just their union.
Axis covering(const Axis& one, const Axis& other, const Model& model) {
  if (one.dimension.exists() && one.dimension == other.dimension) return one;
  std::vector<ElementId> all = one.elements;
  for (const ElementId element : other.elements) {
    if (std::find(all.begin(), all.end(), element) == all.end()) all.push_back(element);
  }
  Axis smallest{{}, all, false};
  std::size_t size = Index::fixed;
  for (std::size_t i = 0; i < model.dimensions.size(); ++i) {
    const DimensionId id = model.dimensions.id_at(i);
    const Dimension& dimension = model.dimensions[id];
    if (dimension.elements.size() < size && contains_all(dimension, all)) {
      size = dimension.elements.size();
      smallest = {id, dimension.elements, false};
    }
  }
  return smallest;
}

/// A lone element is stored in the smallest dimension that has it, like the list it will be joined with.
Axis widened(const Axis& axis, const Model& model) {
  return axis.dimension.exists() ? axis : covering(axis, axis, model);
}

void add_words(const syntax::Equation& equation, Variable& variable) {
  if (variable.units.empty() && !equation.units.empty()) {
    variable.units = equation.units;
    variable.units_span = equation.units_span;
  }
  if (variable.documentation.empty()) variable.documentation = equation.documentation;
  if (variable.group.empty()) variable.group = equation.group;
  if (variable.interpolation == syntax::Interpolation::unstated) {
    variable.interpolation = equation.left.interpolation;
  }
}

}  // namespace

bool defines_variable(const syntax::Equation& equation) {
  return equation.kind != syntax::EquationKind::dimension && equation.kind != syntax::EquationKind::equivalence;
}

void declare_variables(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics) {
  for (const syntax::Equation& equation : document.equations) {
    if (!defines_variable(equation)) continue;
    std::vector<Axis> axes;
    for (const syntax::Subscript& subscript : equation.left.subscripts) {
      axes.push_back(axis_of(subscript, document, model, diagnostics));
    }
    const std::string name = canonical(equation.left.name);
    const auto known = model.variable_by_name.find(name);
    if (known == model.variable_by_name.end()) {
      Variable variable;
      variable.name = equation.left.name;
      variable.span = equation.left.span;
      for (const Axis& axis : axes) variable.axes.push_back(widened(axis, model));
      add_words(equation, variable);
      model.variable_by_name.emplace(name, model.variables.add(std::move(variable)));
      continue;
    }
    Variable& variable = model.variables[known->second];
    if (variable.axes.size() != axes.size()) {
      diagnostics.error("subscript-count", document.at(equation.left.span),
                        fmt::format("'{}' has {} subscripts here and {} where it is first defined", equation.left.name,
                                    axes.size(), variable.axes.size()));
      continue;
    }
    for (std::size_t i = 0; i < axes.size(); ++i) variable.axes[i] = covering(variable.axes[i], axes[i], model);
    add_words(equation, variable);
  }
  for (const Variable& variable : model.variables) {
    hold(model, bounded_size(variable.axes), variable.span, diagnostics);
  }
}

}  // namespace commonweal::model
