// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace commonweal::model {

/// What can be done with values: operators and built-in functions alike.
enum class Function {
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  logical_and,
  logical_or,
  logical_not,
  if_then_else,
  minimum,
  maximum,
  zero_if_divided_by_zero,
  value_if_divided_by_zero,
  absolute,
  exponential,
  natural_logarithm,
  logarithm,
  square_root,
  sine,
  cosine,
  tangent,
  arc_sine,
  arc_cosine,
  arc_tangent,
  hyperbolic_sine,
  hyperbolic_cosine,
  hyperbolic_tangent,
  integer,
  modulo,
  quantum,
  sum,
  product,
  smallest,
  largest,
  element_count,
  step,
  ramp,
  pulse,
  pulse_train,
  integral,
  initial,
  active_initial,
  sample_if_true,
  smooth,
  smooth_from,
  smooth3,
  smooth3_from,
  smooth_n,
  delay1,
  delay1_from,
  delay3,
  delay3_from,
  delay_n,
  delay_fixed,
  trend,
  forecast,
  game,
  with_lookup,
  allocate_by_priority,
};

/// How the reader treats a function.
enum class FunctionKind {
  pure,       ///< a value from values at the same time
  reduction,  ///< over subscripts marked '!'
  input,      ///< a test input, written out in terms of Time
  stateful,   ///< carries something from step to step: becomes one or more hidden stocks
  form,       ///< only as the whole right side: it says what kind of variable this is
  special,    ///< has its own rule
};

/// One row of the language: what help, errors and the reader know about a function.
struct FunctionRow {
  Function function;
  std::string_view name;  ///< as the language writes it, upper case
  FunctionKind kind;
  std::size_t least_arguments, most_arguments;
  std::string_view arguments;  ///< their names, for messages
  std::string_view meaning;
};

/// Every built-in function, in the order of the enumeration where it has a name.
std::span<const FunctionRow> functions();

/// The row of a function by any spelling of its name; nullptr if there is none.
const FunctionRow* find_function(std::string_view name);

/// A word for messages and dumps: "+", "MAX", "IF THEN ELSE".
std::string_view text(Function function);

}  // namespace commonweal::model
