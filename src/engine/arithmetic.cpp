// SPDX-License-Identifier: Apache-2.0
#include "engine/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "maths/elementary.h"

namespace commonweal::engine {

namespace {

double truth(bool value) {
  return value ? 1.0 : 0.0;
}

double elementary(program::Operation operation, double a, double b) {
  using enum program::Operation;
  switch (operation) {
    case power: return maths::power(a, b);
    case absolute: return std::fabs(a);
    case exponential: return maths::exponential(a);
    case natural_logarithm: return maths::natural_logarithm(a);
    case logarithm: return maths::natural_logarithm(a) / maths::natural_logarithm(b);
    case square_root: return std::sqrt(a);
    case sine: return std::sin(a);
    case cosine: return std::cos(a);
    case tangent: return std::tan(a);
    case arc_sine: return std::asin(a);
    case arc_cosine: return std::acos(a);
    case arc_tangent: return std::atan(a);
    case hyperbolic_sine: return std::sinh(a);
    case hyperbolic_cosine: return std::cosh(a);
    case hyperbolic_tangent: return std::tanh(a);
    case integer: return std::trunc(a);
    case modulo: return std::fmod(a, b);
    case quantum: return b > 0 ? b * std::trunc(a / b) : a;
    default: return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double apply(program::Operation operation, double a, double b, double c) {
  using enum program::Operation;
  switch (operation) {
    case copy: return a;
    case add: return a + b;
    case subtract: return a - b;
    case multiply: return a * b;
    case divide: return a / b;
    case negate: return -a;
    case less: return truth(a < b);
    case less_equal: return truth(a <= b);
    case greater: return truth(a > b);
    case greater_equal: return truth(a >= b);
    case equal: return truth(a == b);
    case not_equal: return truth(a != b);
    case logical_and: return truth(a != 0 && b != 0);
    case logical_or: return truth(a != 0 || b != 0);
    case logical_not: return truth(a == 0);
    case choose: return a != 0 ? b : c;
    case minimum: return b < a ? b : a;
    case maximum: return b > a ? b : a;
    case zero_if_divided_by_zero: return b == 0 ? 0 : a / b;
    case value_if_divided_by_zero: return b == 0 ? c : a / b;
    default: return elementary(operation, a, b);
  }
}

double read_table(const program::Table& table, double x) {
  if (table.x.empty()) return 0;
  const auto above = std::find_if(table.x.begin(), table.x.end(), [&](double known) { return known > x; });
  if (above == table.x.begin()) return table.y.front();
  if (above == table.x.end()) return table.y.back();
  const auto next = static_cast<std::size_t>(above - table.x.begin());
  const double x0 = table.x[next - 1], y0 = table.y[next - 1];
  return y0 + (table.y[next] - y0) * ((x - x0) / (table.x[next] - x0));
}

double allocate(std::span<const double> requests, std::span<const double> priorities, double width, double supply,
                std::size_t place) {
  if (!(width > 0)) return std::numeric_limits<double>::quiet_NaN();
  const auto given = [&](std::size_t i, double clearing) {
    const double above = (priorities[i] - clearing) / width;
    return requests[i] * std::clamp(above, 0.0, 1.0);
  };
  double asked = 0;
  double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    asked += requests[i];
    lowest = std::min(lowest, priorities[i]);
    highest = std::max(highest, priorities[i]);
  }
  if (asked <= supply) return requests[place];
  // The total falls as the clearing priority rises: halve the interval until it cannot be halved further.
  double low = lowest - width, high = highest;
  while (true) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    double total = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) total += given(i, middle);
    (total > supply ? low : high) = middle;
  }
  return given(place, high);
}

}  // namespace commonweal::engine
