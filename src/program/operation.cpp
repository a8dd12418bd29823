// SPDX-License-Identifier: Apache-2.0
#include "program/operation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "program/operands.h"

namespace commonweal::program {

namespace {

struct Row {
  Operation operation;
  model::Function function;
  std::string_view text;
};

using F = model::Function;
using O = Operation;

constexpr std::array rows{
    Row{O::add, F::add, "add"},
    Row{O::subtract, F::subtract, "subtract"},
    Row{O::multiply, F::multiply, "multiply"},
    Row{O::divide, F::divide, "divide"},
    Row{O::power, F::power, "power"},
    Row{O::negate, F::negate, "negate"},
    Row{O::less, F::less, "less"},
    Row{O::less_equal, F::less_equal, "less_equal"},
    Row{O::greater, F::greater, "greater"},
    Row{O::greater_equal, F::greater_equal, "greater_equal"},
    Row{O::equal, F::equal, "equal"},
    Row{O::not_equal, F::not_equal, "not_equal"},
    Row{O::logical_and, F::logical_and, "and"},
    Row{O::logical_or, F::logical_or, "or"},
    Row{O::logical_not, F::logical_not, "not"},
    Row{O::choose, F::if_then_else, "choose"},
    Row{O::minimum, F::minimum, "minimum"},
    Row{O::maximum, F::maximum, "maximum"},
    Row{O::zero_if_divided_by_zero, F::zero_if_divided_by_zero, "divide_or_zero"},
    Row{O::value_if_divided_by_zero, F::value_if_divided_by_zero, "divide_or_value"},
    Row{O::absolute, F::absolute, "absolute"},
    Row{O::exponential, F::exponential, "exponential"},
    Row{O::natural_logarithm, F::natural_logarithm, "natural_logarithm"},
    Row{O::logarithm, F::logarithm, "logarithm"},
    Row{O::square_root, F::square_root, "square_root"},
    Row{O::sine, F::sine, "sine"},
    Row{O::cosine, F::cosine, "cosine"},
    Row{O::tangent, F::tangent, "tangent"},
    Row{O::arc_sine, F::arc_sine, "arc_sine"},
    Row{O::arc_cosine, F::arc_cosine, "arc_cosine"},
    Row{O::arc_tangent, F::arc_tangent, "arc_tangent"},
    Row{O::hyperbolic_sine, F::hyperbolic_sine, "hyperbolic_sine"},
    Row{O::hyperbolic_cosine, F::hyperbolic_cosine, "hyperbolic_cosine"},
    Row{O::hyperbolic_tangent, F::hyperbolic_tangent, "hyperbolic_tangent"},
    Row{O::integer, F::integer, "integer"},
    Row{O::modulo, F::modulo, "modulo"},
    Row{O::quantum, F::quantum, "quantum"},
    Row{O::sum, F::sum, "sum"},
    Row{O::product, F::product, "product"},
    Row{O::smallest, F::smallest, "smallest"},
    Row{O::largest, F::largest, "largest"},
};

}  // namespace

Operation operation_of(model::Function function) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.function == function; });
  return row == rows.end() ? Operation::copy : row->operation;
}

std::string_view text(Operation operation) {
  switch (operation) {
    case Operation::copy: return "copy";
    case Operation::lookup: return "lookup";
    case Operation::allocate: return "allocate";
    default: break;
  }
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.operation == operation; });
  return row == rows.end() ? "?" : row->text;
}

std::size_t operand_count(Operation operation) {
  switch (operation) {
    case Operation::choose:
    case Operation::value_if_divided_by_zero: return 3;
    case Operation::allocate: return 4;
    case Operation::copy:
    case Operation::negate:
    case Operation::logical_not:
    case Operation::absolute:
    case Operation::exponential:
    case Operation::natural_logarithm:
    case Operation::square_root:
    case Operation::sine:
    case Operation::cosine:
    case Operation::tangent:
    case Operation::arc_sine:
    case Operation::arc_cosine:
    case Operation::arc_tangent:
    case Operation::hyperbolic_sine:
    case Operation::hyperbolic_cosine:
    case Operation::hyperbolic_tangent:
    case Operation::integer:
    case Operation::lookup:
    case Operation::sum:
    case Operation::product:
    case Operation::smallest:
    case Operation::largest: return 1;
    default: return 2;
  }
}

}  // namespace commonweal::program
