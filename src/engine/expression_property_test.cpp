// SPDX-License-Identifier: Apache-2.0
// Random expressions, computed by the whole road from text to engine and, beside it, straight from their tree.
#include <cmath>
#include <functional>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "engine/compiled_test.h"

namespace commonweal::engine {
namespace {

/// An expression over a, b and Time: as text, and as what it should come to.
struct Tree {
  std::string text;
  std::function<double(double a, double b, double time)> value;
};

constexpr double half(double x) {
  return x / 2;
}

Tree leaf() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return {"a", [](double a, double, double) { return a; }};
    case 1: return {"b", [](double, double b, double) { return b; }};
    case 2: return {"Time", [](double, double, double time) { return time; }};
    default: {
      const double number = half(*rc::gen::inRange(0, 20));
      return {base::shortest(number), [number](double, double, double) { return number; }};
    }
  }
}

using Two = double (*)(double, double);

struct Row {
  const char* before;
  const char* between;
  Two compute;
};

constexpr Row rows[] = {
    {"(", " + ", [](double x, double y) { return x + y; }},
    {"(", " - ", [](double x, double y) { return x - y; }},
    {"(", " * ", [](double x, double y) { return x * y; }},
    {"ZIDZ(", ", ", [](double x, double y) { return y == 0 ? 0 : x / y; }},
    {"MIN(", ", ", [](double x, double y) { return std::min(x, y); }},
    {"MAX(", ", ", [](double x, double y) { return std::max(x, y); }},
    {"(", " <= ", [](double x, double y) { return x <= y ? 1.0 : 0.0; }},
    {"QUANTUM(", ", ", [](double x, double y) { return y > 0 ? y * std::trunc(x / y) : x; }},
    {"IF THEN ELSE(a > 2, ", ", ", nullptr},
};

Tree tree(int depth) {
  if (depth == 0 || *rc::gen::inRange(0, 4) == 0) return leaf();
  const Tree x = tree(depth - 1), y = tree(depth - 1);
  const Row& row = rows[*rc::gen::inRange<std::size_t>(0, std::size(rows))];
  return {row.before + x.text + row.between + y.text + ")", [x, y, row](double a, double b, double time) {
            if (row.compute == nullptr) return a > 2 ? x.value(a, b, time) : y.value(a, b, time);
            return row.compute(x.value(a, b, time), y.value(a, b, time));
          }};
}

const std::string arrays = "Age: young, middle, old ~ ~ |\na[Age] = 1, 2, 3 ~ ~ |\nb[Age] = -0.5, 0, 4 ~ ~ |\n";
constexpr double a[] = {1, 2, 3}, b[] = {-0.5, 0, 4};

/// The tree's text with a and b subscripted; no other word in it is a lower-case letter by itself.
std::string subscripted(const std::string& text, const std::string& subscript) {
  std::string out;
  for (const char letter : text) {
    out += letter;
    if (letter == 'a' || letter == 'b') out += "[" + subscript + "]";
  }
  return out;
}

RC_GTEST_PROP(ExpressionProperty, AnArrayIsComputedAsItsTreeSays, ()) {
  const Tree expression = tree(5);
  const auto program = ten_years(arrays + "x[Age] = " + subscripted(expression.text, "Age") + " ~ ~ |\n");
  for (std::size_t i = 0; i < 3; ++i) {
    for (const auto& [time, value] : values_of(program, "x", i)) {
      RC_ASSERT(value == expression.value(a[i], b[i], time));
    }
  }
}

RC_GTEST_PROP(ExpressionProperty, AnArrayIsTheSameAsItsElementsWrittenOut, ()) {
  const std::string text = tree(4).text;
  const auto whole = ten_years(arrays + "x[Age] = " + subscripted(text, "Age") + " ~ ~ |\n");
  std::string one_by_one;
  for (const char* age : {"young", "middle", "old"}) {
    one_by_one += std::string("x[") + age + "] = " + subscripted(text, age) + " ~ ~ |\n";
  }
  const auto apart = ten_years(arrays + one_by_one);
  for (std::size_t i = 0; i < 3; ++i) RC_ASSERT(values_of(whole, "x", i) == values_of(apart, "x", i));
}

RC_GTEST_PROP(ExpressionProperty, ASumIsItsTermsAdded, ()) {
  const Tree expression = tree(4);
  const auto program = ten_years(arrays + "x = SUM(" + subscripted("a * 0 + " + expression.text, "Age!") + ") ~ ~ |\n");
  for (const auto& [time, value] : values_of(program, "x")) {
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) sum += a[i] * 0 + expression.value(a[i], b[i], time);
    RC_ASSERT(value == sum);
  }
}

}  // namespace
}  // namespace commonweal::engine
