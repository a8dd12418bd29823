// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

/// The ledger of a run as a workbook that recalculates: what a sheet computes itself, what it was given, and the
/// engine's number for every cell.
namespace commonweal::audit {

/// What a cell computes: its text as spreadsheets read it, without the "=", and its value with the numbers that stand
/// in the cells it names. Both are made together, so that they cannot say different things.
struct Expression {
  enum class Binds { loosely, as_sum, as_product, as_one };  ///< how tightly its parts hold together

  std::string text;
  double value = 0;
  Binds binds = Binds::as_one;
};

Expression number(double value);

Expression operator+(const Expression& a, const Expression& b);
Expression operator-(const Expression& a, const Expression& b);
Expression operator*(const Expression& a, const Expression& b);
Expression operator/(const Expression& a, const Expression& b);  ///< b is not 0 with the engine's numbers
Expression operator-(const Expression& a);

Expression power(const Expression& base, const Expression& exponent);
Expression smaller(const Expression& a, const Expression& b);
Expression larger(const Expression& a, const Expression& b);

/// What may hold or not.
struct Condition {
  std::string text;
  bool holds = false;
};

Condition is_above(const Expression& a, const Expression& b);
Condition is_same(const Expression& a, const Expression& b);

/// IF. The branch that is not chosen may be no number.
Expression choose(const Condition& condition, const Expression& then, const Expression& otherwise);

/// a / b, and 0 where b is 0, as the model has it.
Expression quotient_or_zero(const Expression& a, const Expression& b);

/// Cells side by side or below each other.
struct Range {
  std::string text;
  std::vector<double> values;
};

Expression sum(const Range& cells);
Expression sum_of_products(const Range& a, const Range& b);
Expression sum_above_zero(const Range& cells);
Expression sum_below_zero(const Range& cells);

/// The sum of the cells of `summed` beside those of `keys` that are `key`; and of two columns of keys.
Expression sum_where(const Range& summed, const Range& keys, const Expression& key);
Expression sum_where(const Range& summed, const Range& keys, const Expression& key, const Range& others,
                     const Expression& other);
Expression sum_where(const Range& summed, const Range& keys, const Expression& key, const Range& others,
                     const Expression& other, const Range& thirds, const Expression& third);

/// The value beside the last of the rising `steps` that is not above `at`.
Expression in_steps(const Expression& at, const Range& steps, const Range& values);

/// One more than the last of the numbers `counted` beside which `values` are below zero; 1 where none is.
Expression after_last_below_zero(const Range& values, const Range& counted);

}  // namespace commonweal::audit
