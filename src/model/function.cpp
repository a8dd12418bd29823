// SPDX-License-Identifier: Apache-2.0
#include "model/function.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "syntax/document.h"

namespace commonweal::model {

namespace {

using enum Function;
using enum FunctionKind;

constexpr std::array rows{
    FunctionRow{if_then_else, "IF THEN ELSE", pure, 3, 3, "condition, value if true, value if false",
                "the second argument where the first is not 0, otherwise the third"},
    FunctionRow{minimum, "MIN", pure, 2, 2, "a, b", "the smaller"},
    FunctionRow{maximum, "MAX", pure, 2, 2, "a, b", "the larger"},
    FunctionRow{zero_if_divided_by_zero, "ZIDZ", pure, 2, 2, "a, b", "a / b, or 0 where b is 0"},
    FunctionRow{value_if_divided_by_zero, "XIDZ", pure, 3, 3, "a, b, x", "a / b, or x where b is 0"},
    FunctionRow{absolute, "ABS", pure, 1, 1, "x", "the size of x without its sign"},
    FunctionRow{exponential, "EXP", pure, 1, 1, "x", "e to the power x"},
    FunctionRow{natural_logarithm, "LN", pure, 1, 1, "x", "the natural logarithm"},
    FunctionRow{logarithm, "LOG", pure, 2, 2, "x, base", "the logarithm of x to a base"},
    FunctionRow{square_root, "SQRT", pure, 1, 1, "x", "the square root"},
    FunctionRow{power, "POWER", pure, 2, 2, "x, y", "x to the power y"},
    FunctionRow{sine, "SIN", pure, 1, 1, "x", "the sine of an angle in radians"},
    FunctionRow{cosine, "COS", pure, 1, 1, "x", "the cosine of an angle in radians"},
    FunctionRow{tangent, "TAN", pure, 1, 1, "x", "the tangent of an angle in radians"},
    FunctionRow{arc_sine, "ARCSIN", pure, 1, 1, "x", "the angle whose sine is x"},
    FunctionRow{arc_cosine, "ARCCOS", pure, 1, 1, "x", "the angle whose cosine is x"},
    FunctionRow{arc_tangent, "ARCTAN", pure, 1, 1, "x", "the angle whose tangent is x"},
    FunctionRow{hyperbolic_sine, "SINH", pure, 1, 1, "x", "the hyperbolic sine"},
    FunctionRow{hyperbolic_cosine, "COSH", pure, 1, 1, "x", "the hyperbolic cosine"},
    FunctionRow{hyperbolic_tangent, "TANH", pure, 1, 1, "x", "the hyperbolic tangent"},
    FunctionRow{integer, "INTEGER", pure, 1, 1, "x", "x without its fraction, towards 0"},
    FunctionRow{modulo, "MODULO", pure, 2, 2, "x, base", "what is left of x after whole multiples of a base"},
    FunctionRow{quantum, "QUANTUM", pure, 2, 2, "x, step", "x without what exceeds whole steps, towards 0"},
    FunctionRow{sum, "SUM", reduction, 1, 1, "x[Dimension!]", "the sum over marked subscripts"},
    FunctionRow{product, "PROD", reduction, 1, 1, "x[Dimension!]", "the product over marked subscripts"},
    FunctionRow{smallest, "VMIN", reduction, 1, 1, "x[Dimension!]", "the smallest over marked subscripts"},
    FunctionRow{largest, "VMAX", reduction, 1, 1, "x[Dimension!]", "the largest over marked subscripts"},
    FunctionRow{element_count, "ELMCOUNT", special, 1, 1, "Dimension", "how many elements a dimension has"},
    FunctionRow{step, "STEP", input, 2, 2, "height, time", "0 before a time, a height from then on"},
    FunctionRow{ramp, "RAMP", input, 3, 3, "slope, start, end", "a slope that lasts from a start to an end"},
    FunctionRow{pulse, "PULSE", input, 2, 2, "start, width", "1 for a width of time from a start, otherwise 0"},
    FunctionRow{pulse_train, "PULSE TRAIN", input, 4, 4, "start, width, every, end", "a PULSE again and again"},
    FunctionRow{integral, "INTEG", form, 2, 2, "rate, initial value", "a stock"},
    FunctionRow{active_initial, "ACTIVE INITIAL", form, 2, 2, "value, value while initialising",
                "one value while running, another while initialising"},
    FunctionRow{initial, "INITIAL", stateful, 1, 1, "x", "x as it was before the first step"},
    FunctionRow{sample_if_true, "SAMPLE IF TRUE", stateful, 3, 3, "condition, x, initial value",
                "x taken whenever a condition holds, and kept until the next time"},
    FunctionRow{smooth, "SMOOTH", stateful, 2, 2, "x, time", "first-order exponential smoothing"},
    FunctionRow{smooth_from, "SMOOTHI", stateful, 3, 3, "x, time, initial value", "SMOOTH from a given start"},
    FunctionRow{smooth3, "SMOOTH3", stateful, 2, 2, "x, time", "third-order exponential smoothing"},
    FunctionRow{smooth3_from, "SMOOTH3I", stateful, 3, 3, "x, time, initial value", "SMOOTH3 from a given start"},
    FunctionRow{smooth_n, "SMOOTH N", stateful, 4, 4, "x, time, initial value, order", "smoothing of a given order"},
    FunctionRow{delay1, "DELAY1", stateful, 2, 2, "x, time", "first-order material delay"},
    FunctionRow{delay1_from, "DELAY1I", stateful, 3, 3, "x, time, initial value", "DELAY1 from a given start"},
    FunctionRow{delay3, "DELAY3", stateful, 2, 2, "x, time", "third-order material delay"},
    FunctionRow{delay3_from, "DELAY3I", stateful, 3, 3, "x, time, initial value", "DELAY3 from a given start"},
    FunctionRow{delay_n, "DELAY N", stateful, 4, 4, "x, time, initial value, order", "delay of a given order"},
    FunctionRow{delay_fixed, "DELAY FIXED", stateful, 3, 3, "x, time, initial value", "x as it was a time ago"},
    FunctionRow{trend, "TREND", stateful, 3, 3, "x, averaging time, initial trend", "the fractional rate of growth"},
    FunctionRow{forecast, "FORECAST", stateful, 3, 3, "x, averaging time, horizon", "x carried on along its trend"},
    FunctionRow{game, "GAME", special, 1, 1, "x", "x; a player may change it elsewhere"},
    FunctionRow{with_lookup, "WITH LOOKUP", special, 2, 2, "x, table", "a table given in place, read at x"},
    FunctionRow{allocate_by_priority, "ALLOCATE BY PRIORITY", special, 5, 5, "request, priority, size, width, supply",
                "a supply shared out among requests by priority"},
};

}  // namespace

std::span<const FunctionRow> functions() {
  return rows;
}

const FunctionRow* find_function(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string, const FunctionRow*> found;
    for (const FunctionRow& row : rows) found.emplace(syntax::canonical(row.name), &row);
    return found;
  }();
  const auto found = by_name.find(syntax::canonical(name));
  return found == by_name.end() ? nullptr : found->second;
}

std::string_view text(Function function) {
  switch (function) {
    case add: return "+";
    case subtract: return "-";
    case multiply: return "*";
    case divide: return "/";
    case power: return "^";
    case negate: return "-";
    case less: return "<";
    case less_equal: return "<=";
    case greater: return ">";
    case greater_equal: return ">=";
    case equal: return "=";
    case not_equal: return "<>";
    case logical_and: return ":AND:";
    case logical_or: return ":OR:";
    case logical_not: return ":NOT:";
    default: break;
  }
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const FunctionRow& r) { return r.function == function; });
  return row == rows.end() ? "?" : row->name;
}

}  // namespace commonweal::model
