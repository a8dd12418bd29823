// SPDX-License-Identifier: Apache-2.0
#include "model/expression_builder.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "model/dimensions.h"
#include "model/node_factory.h"
#include "model/size_limit.h"
#include "model/stateful.h"

namespace commonweal::model {

namespace {

using syntax::Expression;
using syntax::ExpressionKind;

Function function_of(syntax::Operator op) {
  using enum syntax::Operator;
  switch (op) {
    case subtract: return Function::subtract;
    case multiply: return Function::multiply;
    case divide: return Function::divide;
    case power: return Function::power;
    case negate: return Function::negate;
    case less: return Function::less;
    case less_equal: return Function::less_equal;
    case greater: return Function::greater;
    case greater_equal: return Function::greater_equal;
    case equal: return Function::equal;
    case not_equal: return Function::not_equal;
    case logical_and: return Function::logical_and;
    case logical_or: return Function::logical_or;
    case logical_not: return Function::logical_not;
    default: return Function::add;
  }
}

/// A number that an expression is, or that the constant it names is: the order of a SMOOTH N must be one.
std::optional<double> constant_value(const syntax::Document& document, const Expression& expression) {
  if (expression.kind == ExpressionKind::number) return expression.number;
  if (expression.kind != ExpressionKind::name) return std::nullopt;
  for (const syntax::Equation& equation : document.equations) {
    if (!equation.right.exists() || syntax::canonical(equation.left.name) != syntax::canonical(expression.name)) {
      continue;
    }
    const Expression& right = document.expressions[equation.right];
    if (right.kind == ExpressionKind::number) return right.number;
  }
  return std::nullopt;
}

constexpr int most_stages = 1'000;  // of SMOOTH N and DELAY N

constexpr double missing_value = -0x1p109;  // the number the language uses for :NA:, so that x = :NA: can be asked

}  // namespace

ExpressionBuilder::ExpressionBuilder(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics,
                                     VariableId variable, std::vector<Axis> left_axes)
    : document_(document),
      model_(model),
      diagnostics_(diagnostics),
      variable_(variable),
      scope_(document, model, diagnostics, std::move(left_axes)),
      first_equation_(model.equations.size()) {}

NodeId ExpressionBuilder::build(syntax::ExpressionId id) {
  const Expression& expression = document_.expressions[id];
  switch (expression.kind) {
    case ExpressionKind::number: return NodeFactory(model_, expression.span).number(expression.number);
    case ExpressionKind::missing: return NodeFactory(model_, expression.span).number(missing_value);
    case ExpressionKind::name: return build_name(expression);
    case ExpressionKind::unary:
    case ExpressionKind::binary: return build_operator(expression);
    case ExpressionKind::call: return build_call(id);
    case ExpressionKind::table:
    case ExpressionKind::array:
    case ExpressionKind::text: break;
  }
  diagnostics_.error("misplaced-list", document_.at(expression.span),
                     "a list or a text stands where a value is wanted");
  return nothing(expression.span);
}

NodeId ExpressionBuilder::build_operator(const Expression& expression) {
  if (expression.op == syntax::Operator::identity) return build(expression.operands.front());
  std::vector<NodeId> operands;
  for (const syntax::ExpressionId operand : expression.operands) operands.push_back(build(operand));
  return NodeFactory(model_, expression.span).call(function_of(expression.op), std::move(operands));
}

NodeId ExpressionBuilder::build_name(const Expression& expression) {
  const std::string name = syntax::canonical(expression.name);
  if (const auto found = model_.variable_by_name.find(name); found != model_.variable_by_name.end()) {
    return build_reference(expression, found->second);
  }
  if (const auto found = model_.dimension_by_name.find(name); found != model_.dimension_by_name.end()) {
    if (const auto loop = scope_.loop_of(found->second)) {
      Node node;
      node.kind = NodeKind::position;
      node.axis = *loop;
      node.span = expression.span;
      return model_.nodes.add(std::move(node));
    }
  }
  if (const auto found = model_.element_by_name.find(name); found != model_.element_by_name.end()) {
    return NodeFactory(model_, expression.span).number(number_of(model_, found->second));
  }
  diagnostics_.error("unknown-variable", document_.at(expression.span),
                     fmt::format("'{}' is not defined", expression.name),
                     base::suggestion(expression.name, model_.variable_names()));
  return nothing(expression.span);
}

/// What the subscripts of a use mean; nothing after a fault.
std::optional<std::vector<Index>> ExpressionBuilder::indices(const Expression& expression, VariableId variable) {
  const Variable& target = model_.variables[variable];
  if (expression.subscripts.size() != target.axes.size()) {
    diagnostics_.error("subscript-count", document_.at(expression.span),
                       fmt::format("'{}' has {} subscripts where {} are wanted", target.name,
                                   expression.subscripts.size(), target.axes.size()));
    return std::nullopt;
  }
  std::vector<Index> all;
  for (std::size_t i = 0; i < target.axes.size(); ++i) {
    const syntax::Subscript& subscript = expression.subscripts[i];
    auto index = scope_.resolve(subscript);
    if (!index) continue;
    const auto& stored = target.axes[i].elements;
    const auto missing = std::find_if(index->elements.begin(), index->elements.end(), [&](ElementId element) {
      return std::find(stored.begin(), stored.end(), element) == stored.end();
    });
    if (missing == index->elements.end()) {
      all.push_back(std::move(*index));
    } else {
      diagnostics_.error("subscript-out-of-range", document_.at(subscript.span),
                         fmt::format("'{}' has no element '{}' here", target.name, model_.elements[*missing].name));
    }
  }
  if (all.size() < target.axes.size()) return std::nullopt;
  return hold(model_, scope_.turns(), expression.span, diagnostics_) ? std::optional(std::move(all)) : std::nullopt;
}

/// A node that takes a variable's value, or reads its table.
NodeId ExpressionBuilder::build_use(NodeKind kind, const Expression& expression, VariableId variable,
                                    std::vector<NodeId> operands) {
  auto found = indices(expression, variable);
  if (!found) return nothing(expression.span);
  Node node;
  node.kind = kind;
  node.variable = variable;
  node.indices = std::move(*found);
  node.operands = std::move(operands);
  node.span = expression.span;
  return model_.nodes.add(std::move(node));
}

NodeId ExpressionBuilder::build_reference(const Expression& expression, VariableId variable) {
  if (model_.variables[variable].kind != VariableKind::lookup) {
    return build_use(NodeKind::reference, expression, variable, {});
  }
  diagnostics_.error("lookup-without-argument", document_.at(expression.span),
                     fmt::format("'{}' is a lookup and is read at no value", expression.name),
                     fmt::format("say where: {}(x)", expression.name));
  return nothing(expression.span);
}

const FunctionRow* ExpressionBuilder::called(syntax::ExpressionId id) const {
  const Expression& expression = document_.expressions[id];
  if (expression.kind != ExpressionKind::call) return nullptr;
  if (model_.variable_by_name.contains(syntax::canonical(expression.name))) return nullptr;
  return find_function(expression.name);
}

std::optional<std::vector<NodeId>> ExpressionBuilder::arguments(syntax::ExpressionId id) {
  const Expression& expression = document_.expressions[id];
  const FunctionRow& row = *find_function(expression.name);
  const std::size_t given = expression.operands.size();
  if (given < row.least_arguments || given > row.most_arguments) {
    diagnostics_.error(
        "argument-count", document_.at(expression.span),
        fmt::format("{} is given {} and takes {}", row.name, base::counted(given, "argument"), row.least_arguments),
        fmt::format("{}({})", row.name, row.arguments));
    return std::nullopt;
  }
  std::vector<NodeId> built;
  for (const syntax::ExpressionId operand : expression.operands) built.push_back(build(operand));
  return built;
}

NodeId ExpressionBuilder::build_call(syntax::ExpressionId id) {
  const Expression& expression = document_.expressions[id];
  const auto variable = model_.variable_by_name.find(syntax::canonical(expression.name));
  if (variable != model_.variable_by_name.end()) return build_lookup_call(expression, variable->second);
  if (const FunctionRow* row = find_function(expression.name)) return build_function(id, *row);
  std::vector<std::string> known;
  for (const FunctionRow& row : functions()) known.emplace_back(row.name);
  diagnostics_.error(
      "unknown-function", document_.at(expression.span),
      fmt::format("'{}' is not a function this reader knows, nor a lookup of the model", expression.name),
      base::suggestion(expression.name, known));
  return nothing(expression.span);
}

NodeId ExpressionBuilder::build_lookup_call(const Expression& expression, VariableId variable) {
  if (model_.variables[variable].kind != VariableKind::lookup || expression.operands.size() != 1) {
    diagnostics_.error(
        "not-a-lookup", document_.at(expression.span),
        model_.variables[variable].kind == VariableKind::lookup
            ? fmt::format("lookup '{}' takes one argument, not {}", expression.name, expression.operands.size())
            : fmt::format("'{}' is used as a lookup but has no table", expression.name));
    return nothing(expression.span);
  }
  return build_use(NodeKind::lookup, expression, variable, {build(expression.operands.front())});
}

NodeId ExpressionBuilder::build_function(syntax::ExpressionId id, const FunctionRow& row) {
  const Expression& expression = document_.expressions[id];
  switch (row.kind) {
    case FunctionKind::reduction: return build_reduction(id, row);
    case FunctionKind::special: return build_special(id, row);
    case FunctionKind::form:
      diagnostics_.error("misplaced-function", document_.at(expression.span),
                         fmt::format("{} stands inside an expression", row.name),
                         fmt::format("give it a variable of its own: name = {}({})", row.name, row.arguments));
      return nothing(expression.span);
    case FunctionKind::pure:
    case FunctionKind::input:
    case FunctionKind::stateful: break;
  }
  if (row.kind == FunctionKind::stateful && scope_.inside_reduction()) {
    diagnostics_.error("stateful-in-reduction", document_.at(expression.span),
                       fmt::format("{} stands inside a sum", row.name), "give it a variable of its own and sum that");
    return nothing(expression.span);
  }
  auto built = arguments(id);
  if (!built) return nothing(expression.span);
  if (row.kind == FunctionKind::input) return write_out_input(row.function, *built, model_, expression.span);
  if (row.kind == FunctionKind::pure) return NodeFactory(model_, expression.span).call(row.function, std::move(*built));
  const auto order = constant_order(expression, row);
  if (!order || !hold(model_, *order * scope_.turns(), expression.span, diagnostics_)) return nothing(expression.span);
  const std::vector<Axis> left(scope_.axes().begin(),
                               scope_.axes().begin() + static_cast<std::ptrdiff_t>(scope_.left_axes()));
  return write_out_stateful(row.function, *built, *order, {variable_, left, expression.span}, model_);
}

/// How many stages a SMOOTH N or DELAY N has, 1 for any other function; nothing and a diagnostic if it is no number.
std::optional<std::size_t> ExpressionBuilder::constant_order(const Expression& call, const FunctionRow& row) {
  if (row.function != Function::smooth_n && row.function != Function::delay_n) return 1;
  const auto value = constant_value(document_, document_.expressions[call.operands[3]]);
  if (value && *value >= 1 && *value <= most_stages) return static_cast<std::size_t>(*value);
  diagnostics_.error("unsupported-order", document_.at(call.span),
                     fmt::format("the order of {} is not a plain number from 1 to {}", row.name, most_stages),
                     "this reader does not compute an order: write the number, or a constant's name");
  return std::nullopt;
}

NodeId ExpressionBuilder::build_special(syntax::ExpressionId id, const FunctionRow& row) {
  const Expression& expression = document_.expressions[id];
  const std::size_t given = expression.operands.size();
  if (given < row.least_arguments || given > row.most_arguments) {
    arguments(id);  // says so
    return nothing(expression.span);
  }
  switch (row.function) {
    case Function::element_count: return build_element_count(expression);
    case Function::with_lookup: return build_with_lookup(expression);
    case Function::allocate_by_priority: return build_allocation(id);
    default: return build(expression.operands.front());  // GAME
  }
}

NodeId ExpressionBuilder::build_element_count(const Expression& expression) {
  const Expression& argument = document_.expressions[expression.operands.front()];
  const auto found = model_.dimension_by_name.find(syntax::canonical(argument.name));
  if (found == model_.dimension_by_name.end()) {
    diagnostics_.error("unknown-dimension", document_.at(argument.span),
                       fmt::format("'{}' is not a dimension", argument.name));
    return nothing(expression.span);
  }
  const std::size_t count = model_.dimensions[found->second].elements.size();
  return NodeFactory(model_, expression.span).number(static_cast<double>(count));
}

NodeId ExpressionBuilder::build_with_lookup(const Expression& expression) {
  const Expression& table = document_.expressions[expression.operands[1]];
  if (table.kind != ExpressionKind::table) {
    diagnostics_.error("not-a-table", document_.at(table.span), "the second argument of WITH LOOKUP is not a table",
                       "write it in place: WITH LOOKUP(x, ((0, 0), (1, 2)))");
    return nothing(expression.span);
  }
  Node node;
  node.kind = NodeKind::table;
  node.table = static_cast<std::uint32_t>(model_.tables.size());
  model_.tables.push_back(table.table);
  node.operands = {build(expression.operands.front())};
  node.span = expression.span;
  return model_.nodes.add(std::move(node));
}

NodeId ExpressionBuilder::build_reduction(syntax::ExpressionId id, const FunctionRow& row) {
  const Expression& expression = document_.expressions[id];
  const std::size_t faults_before = diagnostics_.error_count();
  scope_.begin_reduction();
  auto built = arguments(id);
  const std::size_t turns = scope_.turns();
  std::vector<std::uint32_t> loops = scope_.end_reduction();
  const bool is_sound = diagnostics_.error_count() == faults_before;
  if (!is_sound || !hold(model_, turns, expression.span, diagnostics_)) return nothing(expression.span);
  if (loops.empty()) {
    diagnostics_.error("nothing-to-reduce", document_.at(expression.span),
                       fmt::format("{} has no subscript marked with '!'", row.name),
                       fmt::format("mark what it runs over: {}(x[Dimension!])", row.name));
    return nothing(expression.span);
  }
  Node node;
  node.kind = NodeKind::reduction;
  node.function = row.function;
  node.operands = std::move(*built);
  node.reduced = std::move(loops);
  node.span = expression.span;
  return model_.nodes.add(std::move(node));
}

/// The requests and priorities share the loop of their last subscript, which must be the left side's own.
NodeId ExpressionBuilder::build_allocation(syntax::ExpressionId id) {
  const Expression& expression = document_.expressions[id];
  auto built = arguments(id);
  if (!built) return nothing(expression.span);
  const Node& request = model_.nodes[built->front()];
  if (request.kind != NodeKind::reference || request.indices.empty() ||
      request.indices.back().axis >= scope_.left_axes()) {
    diagnostics_.error("allocation-request", document_.at(expression.span),
                       "the request of ALLOCATE BY PRIORITY is not an array over a subscript of the left side");
    return nothing(expression.span);
  }
  Node node;
  node.kind = NodeKind::allocation;
  node.axis = request.indices.back().axis;
  const std::size_t requesters = scope_.axes()[node.axis].elements.size();  // each turn looks at all of them
  if (!hold(model_, requesters * scope_.turns(), expression.span, diagnostics_)) return nothing(expression.span);
  node.operands = {(*built)[0], (*built)[1], (*built)[3], (*built)[4]};  // the size, argument 3, is the axis's own
  node.span = expression.span;
  return model_.nodes.add(std::move(node));
}

std::vector<Axis> ExpressionBuilder::finish() {
  for (std::size_t i = first_equation_; i < model_.equations.size(); ++i) {
    model_.equations[model_.equations.id_at(i)].axes = scope_.axes();
  }
  return scope_.axes();
}

NodeId ExpressionBuilder::nothing(base::Span span) {
  return NodeFactory(model_, span).number(0);
}

}  // namespace commonweal::model
