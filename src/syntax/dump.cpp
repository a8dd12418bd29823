// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/text.h"
#include "syntax/mdl.h"

namespace commonweal::syntax {
namespace {

std::string_view symbol_of(Operator op) {
  switch (op) {
    case Operator::none: return "";
    case Operator::add: return "+";
    case Operator::subtract: return "-";
    case Operator::multiply: return "*";
    case Operator::divide: return "/";
    case Operator::power: return "^";
    case Operator::negate: return "-";
    case Operator::identity: return "+";
    case Operator::less: return "<";
    case Operator::less_equal: return "<=";
    case Operator::greater: return ">";
    case Operator::greater_equal: return ">=";
    case Operator::equal: return "=";
    case Operator::not_equal: return "<>";
    case Operator::logical_and: return ":AND:";
    case Operator::logical_or: return ":OR:";
    case Operator::logical_not: return ":NOT: ";
  }
  return "";
}

std::string_view keyword_of(Interpolation interpolation) {
  switch (interpolation) {
    case Interpolation::unstated: return "";
    case Interpolation::interpolate: return " :INTERPOLATE:";
    case Interpolation::look_forward: return " :LOOK FORWARD:";
    case Interpolation::hold_backward: return " :HOLD BACKWARD:";
    case Interpolation::raw: return " :RAW:";
  }
  return "";
}

std::string subscripts_text(const std::vector<Subscript>& subscripts) {
  if (subscripts.empty()) return "";
  std::vector<std::string> names;
  for (const Subscript& subscript : subscripts) names.push_back(subscript.name + (subscript.reduced ? "!" : ""));
  return "[" + base::joined(names, ", ") + "]";
}

std::string table_text(const LookupTable& table) {
  std::vector<std::string> points;
  for (const auto& [x, y] : table.points) points.push_back("(" + base::shortest(x) + ", " + base::shortest(y) + ")");
  return "(" + base::joined(points, ", ") + ")";
}

std::string rows_text(const std::vector<std::vector<double>>& rows) {
  std::string text;
  for (const std::vector<double>& row : rows) {
    std::vector<std::string> numbers;
    for (const double number : row) numbers.push_back(base::shortest(number));
    text += (text.empty() ? "" : " ") + base::joined(numbers, ", ") + ";";
  }
  return text;
}

std::string items_text(const std::vector<DimensionItem>& items) {
  std::vector<std::string> texts;
  for (const DimensionItem& item : items) {
    texts.push_back(item.last.empty() ? item.first : "(" + item.first + "-" + item.last + ")");
  }
  return base::joined(texts, ", ");
}

std::string expression_text(const Document& document, ExpressionId id) {
  const Expression& expression = document.expressions[id];
  std::vector<std::string> operands;
  for (const ExpressionId operand : expression.operands) operands.push_back(expression_text(document, operand));
  switch (expression.kind) {
    case ExpressionKind::number: return base::shortest(expression.number);
    case ExpressionKind::missing: return ":NA:";
    case ExpressionKind::name: return expression.name + subscripts_text(expression.subscripts);
    case ExpressionKind::unary: return "(" + std::string(symbol_of(expression.op)) + operands[0] + ")";
    case ExpressionKind::binary:
      return "(" + operands[0] + " " + std::string(symbol_of(expression.op)) + " " + operands[1] + ")";
    case ExpressionKind::call:
      return expression.name + subscripts_text(expression.subscripts) + "(" + base::joined(operands, ", ") + ")";
    case ExpressionKind::table: return table_text(expression.table);
    case ExpressionKind::array: return rows_text(expression.rows);
    case ExpressionKind::text: return "'" + expression.name + "'";
  }
  return "";
}

std::string left_side_text(const LeftSide& left) {
  std::string text = left.name + subscripts_text(left.subscripts);
  std::vector<std::string> exceptions;
  for (const auto& exception : left.exceptions) exceptions.push_back(subscripts_text(exception));
  if (!exceptions.empty()) text += " :EXCEPT: " + base::joined(exceptions, ", ");
  return text + std::string(keyword_of(left.interpolation));
}

std::string mappings_text(const std::vector<DimensionMapping>& mappings) {
  std::vector<std::string> texts;
  for (const DimensionMapping& mapping : mappings) {
    texts.push_back(mapping.elements.empty() ? mapping.target
                                             : "(" + mapping.target + ": " + items_text(mapping.elements) + ")");
  }
  return texts.empty() ? "" : " -> " + base::joined(texts, ", ");
}

std::string equation_text(const Document& document, const Equation& equation) {
  const std::string left = left_side_text(equation.left);
  const std::string right = equation.right.exists() ? expression_text(document, equation.right) : "(not read)";
  switch (equation.kind) {
    case EquationKind::regular: return left + " = " + right;
    case EquationKind::unchangeable: return left + " == " + right;
    case EquationKind::data: return left + " := " + right;
    case EquationKind::series: return left;
    case EquationKind::lookup: return left + table_text(equation.table);
    case EquationKind::dimension: return left + ": " + items_text(equation.items) + mappings_text(equation.mappings);
    case EquationKind::equivalence: return left + " <-> " + equation.equivalent;
  }
  return "";
}

}  // namespace

std::string dump(const Document& document) {
  std::string text;
  for (const Equation& equation : document.equations) {
    if (!text.empty()) text += '\n';
    text += equation_text(document, equation) + '\n';
    if (!equation.units.empty()) text += "  units: " + equation.units + '\n';
    if (!equation.documentation.empty()) text += "  documentation: " + equation.documentation + '\n';
    if (!equation.group.empty()) text += "  group: " + equation.group + '\n';
    if (equation.supplementary) text += "  supplementary\n";
  }
  if (document.integration == Integration::runge_kutta) text += "\nintegrated by RK4\n";
  return text;
}

}  // namespace commonweal::syntax
