// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "model/completeness.h"
#include "model/declarations.h"
#include "model/dimensions.h"
#include "model/equations.h"
#include "model/model.h"
#include "model/size_limit.h"

namespace commonweal::model {

namespace {

/// A time control that the model may leave out, with the value it then has.
VariableId declare(Model& model, const char* name) {
  if (const VariableId found = model.find(name); found.exists()) return found;
  Variable variable;
  variable.name = name;
  variable.documentation = "part of every model";
  const VariableId id = model.variables.add(std::move(variable));
  model.variable_by_name.emplace(syntax::canonical(name), id);
  return id;
}

/// Finds the variables that govern time. Time itself need not be written; the others must, but for SAVEPER.
void find_time_controls(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics) {
  const bool has_any_equation = !document.equations.empty();
  for (const char* name : {"INITIAL TIME", "FINAL TIME", "TIME STEP"}) {
    if (model.find(name).exists() || !has_any_equation) continue;
    diagnostics.error("missing-time-control", base::Position::file(document.source->path()),
                      fmt::format("the model has no '{}'", name),
                      fmt::format("write, for example: {} = 1 ~ year ~ |", name));
  }
  model.time = declare(model, "Time");
  model.initial_time = declare(model, "INITIAL TIME");
  model.final_time = declare(model, "FINAL TIME");
  model.time_step = declare(model, "TIME STEP");
  model.saveper = model.find("SAVEPER").exists() ? model.find("SAVEPER") : model.time_step;
}

/// Time is given by the engine; what governs it is one number each.
void check_time_controls(const Model& model, base::Diagnostics& diagnostics) {
  const Variable& time = model.variables[model.time];
  if (!time.equations.empty()) {
    diagnostics.error("time-defined", model.at(time.span), "'Time' has an equation",
                      "every model has Time: leave it out");
  }
  for (const VariableId id : {model.initial_time, model.final_time, model.time_step, model.saveper}) {
    const Variable& control = model.variables[id];
    if (control.axes.empty() && control.kind != VariableKind::lookup) continue;
    diagnostics.error("bad-time-control", model.at(control.span),
                      fmt::format("'{}' is not a single number", control.name));
  }
}

}  // namespace

Model build(const syntax::Document& document, base::Diagnostics& diagnostics) {
  Model model;
  model.source = document.source;
  model.integration = document.integration;
  read_dimensions(document, model, diagnostics);
  declare_variables(document, model, diagnostics);
  find_time_controls(document, model, diagnostics);
  if (model.values > most_values) return model;   // said when declared
  build_equations(document, model, diagnostics);  // after this no name is added
  check_time_controls(model, diagnostics);
  if (!diagnostics.has_errors()) check_completeness(model, diagnostics);
  return model;
}

VariableId Model::find(std::string_view name) const {
  const auto found = variable_by_name.find(syntax::canonical(name));
  return found == variable_by_name.end() ? VariableId() : found->second;
}

std::vector<std::string> Model::variable_names() const {
  std::vector<std::string> names;
  for (const Variable& variable : variables) {
    if (!variable.hidden) names.push_back(variable.name);
  }
  return names;
}

std::size_t Model::size_of(VariableId variable) const {
  std::size_t size = 1;
  for (const Axis& axis : variables[variable].axes) size *= axis.elements.size();
  return size;
}

std::string Model::element_name(VariableId variable, std::size_t element) const {
  const Variable& named = variables[variable];
  if (named.axes.empty()) return named.name;
  std::vector<std::string> parts(named.axes.size());
  for (std::size_t i = named.axes.size(); i-- > 0;) {
    const auto& stored = named.axes[i].elements;
    parts[i] = elements[stored[element % stored.size()]].name;
    element /= stored.size();
  }
  return fmt::format("{}[{}]", named.name, base::joined(parts, ","));
}

}  // namespace commonweal::model
