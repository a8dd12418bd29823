// SPDX-License-Identifier: Apache-2.0
// What any model that can be written, and any text at all, must come to.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "syntax/mdl.h"
#include "syntax/parsed_test.h"

namespace commonweal::syntax {
namespace {

bool chance(int one_in) {
  return *rc::gen::inRange(0, one_in) == 0;
}

template <typename Value>
Value one_of(const std::vector<Value>& values) {
  return *rc::gen::elementOf(values);
}

std::string random_blank() {
  return one_of<std::string>({"", "", " ", "\n\t", " \\\n\t\t", " {a | note ~} "});
}

/// A name as folded, and a way to write it.
struct Name {
  std::string folded;
  std::string written;
};

Name random_name() {
  return one_of<Name>({{"need", "need"},
                       {"older people's need", "older  people's\\\n\t\tneed"},
                       {"Need 2 b", "Need\n 2 b"},
                       {"caf\xC3\xA9_x", "caf\xC3\xA9_x"},
                       {"\"a | b ~ \\\" c\"", "\"a | b ~ \\\" c\""}});
}

/// Makes an expression, its fully bracketed dump and a way to write it with no more brackets than the language needs.
struct Written {
  std::string dump;
  std::string text;
  int strength = 9;  ///< of the outermost operator; 9 for what needs no brackets anywhere
};

Written random_expression(int depth);

std::string bracketed_below(const Written& part, int strength) {
  return part.strength < strength ? "(" + random_blank() + part.text + ")" : part.text;
}

Written random_binary(int depth) {
  struct Row {
    std::string symbol;
    int strength;
  };
  const Row row = one_of<Row>(
      {{":OR:", 1}, {":AND:", 2}, {"<", 4}, {"<>", 4}, {"=", 4}, {"+", 5}, {"-", 5}, {"*", 6}, {"/", 6}, {"^", 8}});
  const Written left = random_expression(depth - 1);
  const Written right = random_expression(depth - 1);
  const bool from_right = row.symbol == "^";
  // A sign or :NOT: on the left would take the whole power, or the whole comparison, as its operand.
  const int left_strength = row.strength + (from_right ? 1 : 0);
  return {"(" + left.dump + " " + row.symbol + " " + right.dump + ")",
          bracketed_below(left, left_strength) + random_blank() + row.symbol + random_blank() +
              bracketed_below(right, row.strength + (from_right ? 0 : 1)),
          row.strength};
}

Written random_unary(int depth) {
  const Written operand = random_expression(depth - 1);
  if (chance(3)) return {"(:NOT: " + operand.dump + ")", ":NOT:" + random_blank() + bracketed_below(operand, 3), 3};
  return {"(-" + operand.dump + ")", "-" + random_blank() + bracketed_below(operand, 7), 7};
}

Written random_call(int depth) {
  const Name name = random_name();
  Written call{name.folded + "(", name.written + random_blank() + "("};
  const int arguments = *rc::gen::inRange(0, 4);
  for (int i = 0; i < arguments; ++i) {
    const Written argument = random_expression(depth - 1);
    call.dump += (i > 0 ? ", " : "") + argument.dump;
    call.text += (i > 0 ? "," : "") + random_blank() + argument.text + random_blank();
  }
  return {call.dump + ")", call.text + ")"};
}

Written random_leaf() {
  if (chance(4)) return {":NA:", ":na:"};
  if (chance(4)) return {"'a|b'", "'a|b'"};
  if (chance(2)) {
    const double number = *rc::gen::inRange(0, 100'000) / 64.0;
    return {base::shortest(number), base::shortest(number) + (chance(2) ? "e0" : "")};
  }
  const Name name = random_name();
  if (chance(2)) return {name.folded, name.written};
  return {name.folded + "[Age!, old]",
          name.written + random_blank() + "[Age" + random_blank() + "!," + random_blank() + "old]"};
}

Written random_expression(int depth) {
  if (depth == 0 || chance(4)) return random_leaf();
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return random_unary(depth);
    case 1: return random_call(depth);
    default: return random_binary(depth);
  }
}

RC_GTEST_PROP(AnyModel, is_read_as_it_was_meant, ()) {
  std::string text = "{UTF-8}\n";
  std::string expected;
  const int equations = *rc::gen::inRange(1, 6);
  for (int i = 0; i < equations; ++i) {
    const Name name = random_name();
    const Written right = random_expression(4);
    const std::string sign = one_of<std::string>({"=", "==", ":="});
    const bool supplementary = chance(3);
    text += name.written + random_blank() + sign + random_blank() + right.text + random_blank() +
            "\n\t~\tPeople [0,?]\n\t~\tWhat \"it\n\t\tis.\n\t" + (supplementary ? "~\t:SUP\n\t" : "") + "|\n";
    expected += (i > 0 ? "\n" : "") + name.folded + " " + sign + " " + right.dump +
                "\n  units: People\n  documentation: What \"it is.\n" + (supplementary ? "  supplementary\n" : "");
  }
  RC_ASSERT(dumped(text) == expected);
}

RC_GTEST_PROP(AnyText, comes_through_with_whole_diagnostics, ()) {
  const std::vector<std::string> pieces = {"a",
                                           "=",
                                           "~",
                                           "|",
                                           "{",
                                           "}",
                                           "\"",
                                           "'",
                                           "(",
                                           ")",
                                           "[",
                                           "]",
                                           ",",
                                           ";",
                                           ":",
                                           "!",
                                           "<->",
                                           "->",
                                           "-",
                                           "1e9",
                                           ".",
                                           "\\",
                                           "\n",
                                           " ",
                                           "****",
                                           ":MACRO:",
                                           ":END OF MACRO:",
                                           ":NA:",
                                           ":NOT:",
                                           ":SUP",
                                           "\xFF",
                                           "\xC3\xA9",
                                           "WITH LOOKUP(",
                                           "TABBED ARRAY(",
                                           ":EXCEPT:",
                                           "\\\\\\---///",
                                           "~ ~ |\nb = 1 ~ ~ |\n"};
  std::string text;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    text += piece;
  base::Diagnostics diagnostics;
  const Document document = parse(std::make_shared<const base::SourceText>("a.mdl", text), diagnostics);
  for (const base::Diagnostic& fault : diagnostics.all()) {
    RC_ASSERT(!fault.name.empty());
    RC_ASSERT(!fault.message.empty());
    RC_ASSERT(fault.position.path == "a.mdl");
  }
  for (const Equation& equation : document.equations) {
    RC_ASSERT(!equation.left.name.empty());
    RC_ASSERT(equation.span.offset + equation.span.length <= text.size());
  }
  RC_ASSERT(dump(document).empty() == document.equations.empty());
}

}  // namespace
}  // namespace commonweal::syntax
