// SPDX-License-Identifier: Apache-2.0
#include "audit/expression.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::audit {

namespace {

using Binds = Expression::Binds;

/// In brackets if it holds together less tightly than what stands around it.
std::string within(const Expression& part, Binds around) {
  return part.binds < around ? "(" + part.text + ")" : part.text;
}

/// The right side of - or / needs brackets even where it binds as tightly.
std::string right_of(const Expression& part, Binds around) {
  return part.binds <= around && part.binds != Binds::as_one ? "(" + part.text + ")" : part.text;
}

Expression call(const std::string& function, const std::string& operands, double value) {
  return {function + "(" + operands + ")", value, Binds::as_one};
}

}  // namespace

Expression number(double value) {
  return {base::shortest(value), value, value < 0 ? Binds::loosely : Binds::as_one};
}

Expression operator+(const Expression& a, const Expression& b) {
  return {within(a, Binds::as_sum) + "+" + within(b, Binds::as_sum), a.value + b.value, Binds::as_sum};
}

Expression operator-(const Expression& a, const Expression& b) {
  return {within(a, Binds::as_sum) + "-" + right_of(b, Binds::as_sum), a.value - b.value, Binds::as_sum};
}

Expression operator*(const Expression& a, const Expression& b) {
  return {within(a, Binds::as_product) + "*" + within(b, Binds::as_product), a.value * b.value, Binds::as_product};
}

Expression operator/(const Expression& a, const Expression& b) {
  return {within(a, Binds::as_product) + "/" + right_of(b, Binds::as_product), a.value / b.value, Binds::as_product};
}

Expression operator-(const Expression& a) {
  return {"-" + within(a, Binds::as_product), -a.value, Binds::loosely};
}

Expression power(const Expression& base, const Expression& exponent) {
  return call("POWER", base.text + "," + exponent.text, std::pow(base.value, exponent.value));
}

Expression smaller(const Expression& a, const Expression& b) {
  return call("MIN", a.text + "," + b.text, std::min(a.value, b.value));
}

Expression larger(const Expression& a, const Expression& b) {
  return call("MAX", a.text + "," + b.text, std::max(a.value, b.value));
}

Condition is_above(const Expression& a, const Expression& b) {
  return {a.text + ">" + b.text, a.value > b.value};
}

Condition is_same(const Expression& a, const Expression& b) {
  return {a.text + "=" + b.text, a.value == b.value};
}

Expression choose(const Condition& condition, const Expression& then, const Expression& otherwise) {
  return call("IF", condition.text + "," + then.text + "," + otherwise.text,
              condition.holds ? then.value : otherwise.value);
}

Expression quotient_or_zero(const Expression& a, const Expression& b) {
  return choose(is_same(b, number(0)), number(0), a / b);
}

Expression sum(const Range& cells) {
  return call("SUM", cells.text, std::accumulate(cells.values.begin(), cells.values.end(), 0.0));
}

Expression sum_of_products(const Range& a, const Range& b) {
  assert(a.values.size() == b.values.size());
  return call("SUMPRODUCT", a.text + "," + b.text,
              std::inner_product(a.values.begin(), a.values.end(), b.values.begin(), 0.0));
}

Expression sum_above_zero(const Range& cells) {
  double value = 0;
  for (const double cell : cells.values) value += std::max(0.0, cell);
  return call("SUMIF", cells.text + ",\">0\"", value);
}

Expression sum_below_zero(const Range& cells) {
  double value = 0;
  for (const double cell : cells.values) value += std::min(0.0, cell);
  return call("SUMIF", cells.text + ",\"<0\"", value);
}

Expression sum_where(const Range& summed, const Range& keys, const Expression& key) {
  double value = 0;
  for (std::size_t i = 0; i < summed.values.size(); ++i) value += keys.values[i] == key.value ? summed.values[i] : 0;
  return call("SUMIFS", summed.text + "," + keys.text + "," + key.text, value);
}

Expression sum_where(const Range& summed, const Range& keys, const Expression& key, const Range& others,
                     const Expression& other) {
  double value = 0;
  for (std::size_t i = 0; i < summed.values.size(); ++i) {
    value += keys.values[i] == key.value && others.values[i] == other.value ? summed.values[i] : 0;
  }
  return call("SUMIFS", summed.text + "," + keys.text + "," + key.text + "," + others.text + "," + other.text, value);
}

Expression sum_where(const Range& summed, const Range& keys, const Expression& key, const Range& others,
                     const Expression& other, const Range& thirds, const Expression& third) {
  double value = 0;
  for (std::size_t i = 0; i < summed.values.size(); ++i) {
    const bool is_wanted =
        keys.values[i] == key.value && others.values[i] == other.value && thirds.values[i] == third.value;
    value += is_wanted ? summed.values[i] : 0;
  }
  return call("SUMIFS",
              summed.text + "," + keys.text + "," + key.text + "," + others.text + "," + other.text + "," +
                  thirds.text + "," + third.text,
              value);
}

Expression in_steps(const Expression& at, const Range& steps, const Range& values) {
  double value = values.values.front();
  for (std::size_t i = 0; i < steps.values.size(); ++i) {
    if (steps.values[i] <= at.value) value = values.values[i];
  }
  return call("LOOKUP", at.text + "," + steps.text + "," + values.text, value);
}

Expression after_last_below_zero(const Range& values, const Range& counted) {
  double last = 0;
  for (std::size_t i = 0; i < values.values.size(); ++i) {
    if (values.values[i] < 0) last = std::max(last, counted.values[i]);
  }
  return call("SUMPRODUCT", "MAX((" + values.text + "<0)*" + counted.text + ")", last) + number(1);
}

}  // namespace commonweal::audit
