// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "model/model.h"

namespace commonweal::model {

namespace {

std::string axis_text(const Model& model, const Axis& axis) {
  if (axis.dimension.exists()) return model.dimensions[axis.dimension].name;
  std::vector<std::string> names;
  for (const ElementId element : axis.elements) names.push_back(model.elements[element].name);
  return base::joined(names, "|");
}

/// "[Age, older people]": how each subscript of a use moves with the equation's loops.
std::string indices_text(const Model& model, const Equation& equation, const std::vector<Index>& indices) {
  if (indices.empty()) return "";
  std::vector<std::string> parts;
  for (const Index& index : indices) {
    const bool moves = index.axis != Index::fixed && index.axis < equation.axes.size();
    parts.push_back(moves ? axis_text(model, equation.axes[index.axis]) + (equation.axes[index.axis].reduced ? "!" : "")
                          : model.elements[index.elements.front()].name);
  }
  return "[" + base::joined(parts, ", ") + "]";
}

/// The expression under `id`, of at most `most` nodes: what is written out uses nodes more than once, and a RAMP in a
/// RAMP in a RAMP would be longer than anybody reads.
std::string node_text(const Model& model, const Equation& equation, NodeId id, std::size_t& most) {
  if (most == 0) return "...";
  --most;
  const Node& node = model.nodes[id];
  std::vector<std::string> operands;
  for (const NodeId operand : node.operands) operands.push_back(node_text(model, equation, operand, most));
  const std::string arguments = base::joined(operands, ", ");
  switch (node.kind) {
    case NodeKind::number: return base::shortest(node.number);
    case NodeKind::reference: return model.variables[node.variable].name + indices_text(model, equation, node.indices);
    case NodeKind::position: return fmt::format("position({})", axis_text(model, equation.axes[node.axis]));
    case NodeKind::lookup:
      return fmt::format("{}{}({})", model.variables[node.variable].name, indices_text(model, equation, node.indices),
                         arguments);
    case NodeKind::table: return fmt::format("table {}({})", node.table, arguments);
    case NodeKind::allocation: return fmt::format("ALLOCATE BY PRIORITY({})", arguments);
    case NodeKind::call:
    case NodeKind::reduction: break;
  }
  return fmt::format("{}({})", text(node.function), arguments);
}

std::string_view form_text(Form form) {
  switch (form) {
    case Form::algebraic: return "is";
    case Form::constants: return "constants";
    case Form::stock: return "stock, changes by";
    case Form::initial_only: return "kept from the start";
    case Form::active_initial: return "is, once running";
    case Form::sample: return "sampled";
    case Form::delay_fixed: return "delayed";
    case Form::series: return "data";
    case Form::lookup: break;
  }
  return "lookup";
}

void dump_equation(const Model& model, const Equation& equation, std::string& out) {
  const auto line = [&](std::string_view label, NodeId node) {
    std::size_t most = 5'000;
    if (node.exists()) {
      fmt::format_to(std::back_inserter(out), "    {} {}\n", label, node_text(model, equation, node, most));
    }
  };
  fmt::format_to(std::back_inserter(out), "  {}{}", form_text(equation.form),
                 indices_text(model, equation, equation.left));
  for (const double value : equation.constants) out += " " + base::shortest(value);
  out += "\n";
  line("value", equation.right);
  line("initial", equation.initial);
  line(equation.form == Form::delay_fixed ? "time" : "condition", equation.condition);
}

}  // namespace

std::string dump(const Model& model) {
  std::string out;
  for (const Dimension& dimension : model.dimensions) {
    std::vector<std::string> names;
    for (const ElementId element : dimension.elements) names.push_back(model.elements[element].name);
    fmt::format_to(std::back_inserter(out), "dimension {}: {}\n", dimension.name, base::joined(names, ", "));
  }
  for (const Variable& variable : model.variables) {
    std::vector<std::string> axes;
    for (const Axis& axis : variable.axes) axes.push_back(axis_text(model, axis));
    fmt::format_to(std::back_inserter(out), "{}{} in '{}'\n", variable.name,
                   axes.empty() ? "" : "[" + base::joined(axes, ", ") + "]", variable.units);
    for (const EquationId equation : variable.equations) dump_equation(model, model.equations[equation], out);
  }
  return out;
}

}  // namespace commonweal::model
