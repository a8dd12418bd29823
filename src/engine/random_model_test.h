// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "base/text.h"

/// Random models, for tests that hold one way of computing a model to another.
namespace commonweal::engine {

template <typename Value>
inline Value one_of(const std::vector<Value>& values) {
  return values[*rc::gen::inRange<std::size_t>(0, values.size())];
}

/// Writes a model: numbers that differ between lanes and one that does not, then equations over what stands before
/// them, stocks that feed back on themselves, and arrays.
class ModelWriter {
 public:
  std::string write() {
    std::string text =
        "Who: p, q, r ~ ~ |\na = 1 ~ ~ |\nb = 1 ~ ~ |\nc = 1.5 ~ ~ |\nw[Who] = 1, -2, 0.5 ~ ~ |\n"
        "t((-2, 1), (0, 0), (1.5, 2), (4, -3)) ~ ~ |\n";
    for (const char* stock : {"s", "u"}) names_.emplace_back(stock);
    names_.emplace_back("f");
    const int equations = *rc::gen::inRange(3, 12);
    for (int i = 0; i < equations; ++i) {
      const std::string name = "x" + std::to_string(i);
      if (*rc::gen::inRange(0, 4) == 0) {
        text += name + "[Who] = " + expression(3, true) + " ~ ~ |\n";
        arrays_.push_back(name);
        all_.push_back(name);
      } else {
        text += name + " = " + (*rc::gen::inRange(0, 4) == 0 ? stateful() : expression(4, false)) + " ~ ~ |\n";
        names_.push_back(name);
        all_.push_back(name);
      }
    }
    for (const char* stock : {"s", "u"}) {
      text += std::string(stock) + " = INTEG((" + expression(3, false) + ") / (1 + ABS(" + stock + ")), " +
              one_of<std::string>({"a", "c", "2"}) + ") ~ ~ |\n";
      all_.emplace_back(stock);
    }
    text += "f = DELAY FIXED(" + leaf(false) + ", " + one_of<std::string>({"0", "1", "2.5", "99"}) + ", " +
            one_of<std::string>({"b", "3"}) + ") ~ ~ |\n";
    all_.emplace_back("f");
    return text;
  }

  /// Some of the variables.
  std::vector<std::string> observed() const {
    std::vector<std::string> some{all_.back()};
    for (const std::string& name : all_) {
      if (*rc::gen::inRange(0, 3) == 0) some.push_back(name);
    }
    return some;
  }

 private:
  std::string leaf(bool in_array) {
    if (in_array && *rc::gen::inRange(0, 3) == 0) return "w[Who]";
    if (in_array && !arrays_.empty() && *rc::gen::inRange(0, 3) == 0) return one_of(arrays_) + "[Who]";
    switch (*rc::gen::inRange(0, 6)) {
      case 0: return "a";
      case 1: return "b";
      case 2: return "c";
      case 3: return "Time";
      case 4: return base::shortest(*rc::gen::inRange(-8, 9) / 4.0);
      default: return one_of(names_);
    }
  }

  std::string expression(int depth, bool in_array) {
    if (depth == 0 || *rc::gen::inRange(0, 5) == 0) return leaf(in_array);
    const std::string x = expression(depth - 1, in_array), y = expression(depth - 1, in_array);
    const std::string rare = in_array || arrays_.empty() ? "ABS(" + x + ")"
                                                         : one_of<std::string>({"SUM", "PROD", "VMIN", "VMAX"}) + "(" +
                                                               one_of(arrays_) + "[Who!] * (" + leaf(false) + "))";
    return one_of<std::string>(
        {"(" + x + " + " + y + ")",
         "(" + x + " - " + y + ")",
         "(" + x + " * " + y + ")",
         "(" + x + " / (1 + ABS(" + y + ")))",
         "(" + x + " / " + y + ")",
         "MIN(" + x + ", " + y + ")",
         "MAX(" + x + ", " + y + ")",
         "IF THEN ELSE(" + leaf(in_array) + " > 1, " + x + ", " + y + ")",
         "IF THEN ELSE(" + x + " <= " + leaf(in_array) + ", " + leaf(in_array) + " / a, " + y + ")",
         "(" + x + " < " + y + " :OR: b = 1)",
         "(" + x + " <> " + y + " :AND: :NOT: b > " + leaf(in_array) + ")",
         "ZIDZ(" + x + ", " + y + ")",
         "XIDZ(" + x + ", " + y + ", 2)",
         "EXP(MIN(3, " + x + "))",
         "LN(0.5 + ABS(" + x + "))",
         "(ABS(" + x + ") ^ " + leaf(in_array) + ")",
         one_of<std::string>({"a", "c", "(1 + b / 9)"}) + " ^ " + one_of<std::string>({"Time", "INTEGER(Time)"}),
         "SQRT(" + x + ")",
         "t(" + x + ")",
         "-" + leaf(in_array),
         rare});
  }

  std::string stateful() {
    const std::string x = leaf(false), y = leaf(false);
    return one_of<std::string>({"SMOOTH(" + x + ", 2)", "SMOOTH3I(" + x + ", 1.5, " + y + ")", "DELAY1(" + x + ", 2)",
                                "SAMPLE IF TRUE(" + x + " > " + y + ", " + leaf(false) + ", b)",
                                "INITIAL(a * 2) + " + x, "ACTIVE INITIAL(" + x + ", b)"});
  }

  std::vector<std::string> names_, arrays_, all_;
};

}  // namespace commonweal::engine
