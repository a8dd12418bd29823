// SPDX-License-Identifier: Apache-2.0
#include "model/equations.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "model/declarations.h"
#include "model/dimensions.h"
#include "model/expression_builder.h"
#include "model/flat_elements.h"
#include "model/size_limit.h"

namespace commonweal::model {

namespace {

using syntax::EquationKind;
using syntax::ExpressionKind;

/// The left side of one equation: how each subscript moves, and the loops it needs.
struct Left {
  std::vector<Index> indices;
  std::vector<Axis> axes;
};

class EquationReader {
 public:
  EquationReader(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics)
      : document_(document), model_(model), diagnostics_(diagnostics) {}

  void read(const syntax::Equation& written) {
    const VariableId variable = model_.find(written.left.name);
    if (written.left.subscripts.size() != model_.variables[variable].axes.size()) return;  // said when declared
    const std::size_t faults_before = diagnostics_.error_count();
    for (Left& left : lefts(written)) {
      add(written, variable, std::move(left));
      if (diagnostics_.error_count() > faults_before) return;  // each left side would show the same faults
    }
  }

 private:
  /// The equation's left side; several, each of one element, where :EXCEPT: takes some away.
  std::vector<Left> lefts(const syntax::Equation& written) {
    Left whole;
    for (const syntax::Subscript& subscript : written.left.subscripts) {
      const std::string name = syntax::canonical(subscript.name);
      if (const auto found = model_.dimension_by_name.find(name); found != model_.dimension_by_name.end()) {
        const auto& elements = model_.dimensions[found->second].elements;
        whole.indices.push_back({static_cast<std::uint32_t>(whole.axes.size()), elements});
        whole.axes.push_back({found->second, elements, false});
      } else if (const auto element = model_.element_by_name.find(name); element != model_.element_by_name.end()) {
        whole.indices.push_back({Index::fixed, {element->second}});
      }
    }
    if (whole.indices.size() != written.left.subscripts.size()) return {};  // said when declared
    if (written.left.exceptions.empty()) return {std::move(whole)};
    return without_exceptions(whole, written);
  }

  std::vector<Left> without_exceptions(const Left& whole, const syntax::Equation& written) {
    std::vector<Left> kept;
    std::vector<std::size_t> at(whole.axes.size(), 0);
    const std::function<void(std::size_t)> go = [&](std::size_t axis) {
      if (axis == at.size()) {
        Left one = whole;
        for (Index& index : one.indices) {
          if (index.axis != Index::fixed) index.elements = {index.elements[at[index.axis]]};
        }
        for (std::size_t i = 0; i < at.size(); ++i) one.axes[i].elements = {one.axes[i].elements[at[i]]};
        if (!is_excepted(one, written)) kept.push_back(std::move(one));
        return;
      }
      for (at[axis] = 0; at[axis] < whole.axes[axis].elements.size(); ++at[axis]) go(axis + 1);
    };
    go(0);
    return kept;
  }

  bool is_excepted(const Left& one, const syntax::Equation& written) const {
    return std::any_of(written.left.exceptions.begin(), written.left.exceptions.end(), [&](const auto& exception) {
      if (exception.size() != one.indices.size()) return false;
      for (std::size_t i = 0; i < exception.size(); ++i) {
        const std::string name = syntax::canonical(exception[i].name);
        const ElementId element = one.indices[i].elements.front();
        const auto dimension = model_.dimension_by_name.find(name);
        const bool matches = dimension != model_.dimension_by_name.end()
                                 ? position_in(model_.dimensions[dimension->second], element) <
                                       model_.dimensions[dimension->second].elements.size()
                                 : model_.element_by_name.contains(name) && model_.element_by_name.at(name) == element;
        if (!matches) return false;
      }
      return true;
    });
  }

  void add(const syntax::Equation& written, VariableId variable, Left left) {
    Equation equation;
    equation.variable = variable;
    equation.left = std::move(left.indices);
    equation.left_axes = left.axes.size();
    equation.axes = std::move(left.axes);
    equation.span = written.span;
    if (!hold(model_, bounded_size(equation.axes), written.left.span, diagnostics_)) return;
    switch (written.kind) {
      case EquationKind::series: equation.form = Form::series; break;
      case EquationKind::lookup:
        equation.form = Form::lookup;
        equation.table = static_cast<std::uint32_t>(model_.tables.size());
        model_.tables.push_back(written.table);
        break;
      default:
        if (!written.right.exists()) return;  // the syntax said why
        build_right(written, variable, equation);
    }
    mark_defined(equation);
    model_.variables[variable].equations.push_back(model_.equations.add(std::move(equation)));
  }

  void build_right(const syntax::Equation& written, VariableId variable, Equation& equation) {
    const syntax::Expression& right = document_.expressions[written.right];
    if (right.kind == ExpressionKind::array) return build_array(right, equation);
    ExpressionBuilder builder(document_, model_, diagnostics_, variable, equation.axes);
    const FunctionRow* row = builder.called(written.right);
    if (row != nullptr && has_own_form(row->function)) {
      if (const auto arguments = builder.arguments(written.right)) set_form(row->function, *arguments, equation);
    } else {
      equation.right = builder.build(written.right);
      set_constant(equation);
    }
    equation.axes = builder.finish();
  }

  static bool has_own_form(Function function) {
    return function == Function::integral || function == Function::active_initial || function == Function::initial ||
           function == Function::sample_if_true || function == Function::delay_fixed;
  }

  static void set_form(Function function, const std::vector<NodeId>& arguments, Equation& equation) {
    switch (function) {
      case Function::integral:
        equation.form = Form::stock;
        equation.right = arguments[0];
        equation.initial = arguments[1];
        break;
      case Function::active_initial:
        equation.form = Form::active_initial;
        equation.right = arguments[0];
        equation.initial = arguments[1];
        break;
      case Function::initial:
        equation.form = Form::initial_only;
        equation.initial = arguments[0];
        break;
      case Function::sample_if_true:
        equation.form = Form::sample;
        equation.condition = arguments[0];
        equation.right = arguments[1];
        equation.initial = arguments[2];
        break;
      default:
        equation.form = Form::delay_fixed;
        equation.right = arguments[0];
        equation.condition = arguments[1];
        equation.initial = arguments[2];
    }
  }

  /// x = 5 or x = -5: a constant, the same for every element.
  void set_constant(Equation& equation) {
    const Node* node = &model_.nodes[equation.right];
    double sign = 1;
    if (node->kind == NodeKind::call && node->function == Function::negate) {
      sign = -1;
      node = &model_.nodes[node->operands.front()];
    }
    if (node->kind != NodeKind::number) return;
    equation.form = Form::constants;
    equation.constants.assign(left_size(equation), sign * node->number);
    equation.right = {};  // its unit is the variable's own
  }

  /// x[A, B] = 1, 2; 3, 4; : numbers in the order of the left-side elements.
  void build_array(const syntax::Expression& right, Equation& equation) {
    equation.form = Form::constants;
    for (const auto& row : right.rows) equation.constants.insert(equation.constants.end(), row.begin(), row.end());
    const std::size_t wanted = left_size(equation);
    if (equation.constants.size() == wanted) return;
    diagnostics_.error("array-length", document_.at(right.span),
                       fmt::format("{} numbers stand where {} are wanted", equation.constants.size(), wanted));
    equation.constants.resize(wanted);
  }

  void mark_defined(const Equation& equation) {
    Variable& variable = model_.variables[equation.variable];
    variable.defined.resize(model_.size_of(equation.variable), false);
    for (const std::size_t element : left_elements(model_, equation)) {
      if (variable.defined[element]) {
        diagnostics_.error(
            "defined-twice", document_.at(equation.span),
            fmt::format("'{}' has another equation already", model_.element_name(equation.variable, element)));
        return;
      }
      variable.defined[element] = true;
    }
  }

  const syntax::Document& document_;
  Model& model_;
  base::Diagnostics& diagnostics_;
};

VariableKind kind_of(const Model& model, const Variable& variable) {
  if (variable.kind == VariableKind::lookup) return VariableKind::lookup;
  VariableKind kind = VariableKind::constant;
  for (const EquationId id : variable.equations) {
    switch (model.equations[id].form) {
      case Form::stock: return VariableKind::stock;
      case Form::series: return VariableKind::data;
      case Form::sample:
      case Form::delay_fixed:
      case Form::initial_only: kind = VariableKind::held; break;
      case Form::algebraic:
      case Form::active_initial:
        if (kind == VariableKind::constant) kind = VariableKind::auxiliary;
        break;
      case Form::constants:
      case Form::lookup: break;
    }
  }
  return kind;
}

}  // namespace

void build_equations(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics) {
  // Lookups are known as such before any expression can call one.
  for (const syntax::Equation& written : document.equations) {
    if (written.kind != EquationKind::lookup) continue;
    model.variables[model.find(written.left.name)].kind = VariableKind::lookup;
  }
  EquationReader reader(document, model, diagnostics);
  for (const syntax::Equation& written : document.equations) {
    if (defines_variable(written)) reader.read(written);
  }
  for (Variable& variable : model.variables) {
    variable.kind = kind_of(model, variable);
    if (variable.hidden) variable.defined.assign(size_of(variable.axes), true);
  }
}

}  // namespace commonweal::model
