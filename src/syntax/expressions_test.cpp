// SPDX-License-Identifier: Apache-2.0
#include "syntax/expressions.h"

#include <gtest/gtest.h>

#include "syntax/parsed_test.h"

namespace commonweal::syntax {
namespace {

TEST(Expressions, bind_as_the_language_says) {
  EXPECT_EQ(dumped_equation("a = 1 + 2 * 3 - 4"), "a = ((1 + (2 * 3)) - 4)");
  EXPECT_EQ(dumped_equation("a = 8 / 4 / 2"), "a = ((8 / 4) / 2)");
  EXPECT_EQ(dumped_equation("a = (1 + 2) * 3"), "a = ((1 + 2) * 3)");
  EXPECT_EQ(dumped_equation("a = b < 1 :AND: :NOT: c >= 2 :OR: d <> 3"),
            "a = (((b < 1) :AND: (:NOT: (c >= 2))) :OR: (d <> 3))");
  EXPECT_EQ(dumped_equation("a = b + 1 = c"), "a = ((b + 1) = c)");
}

TEST(Expressions, put_a_power_before_a_sign_and_powers_from_the_right) {
  EXPECT_EQ(dumped_equation("a = -3^2"), "a = (-(3 ^ 2))");
  EXPECT_EQ(dumped_equation("a = 2^-3*4"), "a = ((2 ^ (-3)) * 4)");
  EXPECT_EQ(dumped_equation("a = 2^3^2"), "a = (2 ^ (3 ^ 2))");
  EXPECT_EQ(dumped_equation("a = b - -c * +d"), "a = (b - ((-c) * (+d)))");
}

TEST(Expressions, know_every_way_to_write_a_number) {
  EXPECT_EQ(dumped_equation("a = 1 + .5 + 1. + 1e-3 + 2E+5 + 1.25e2"),
            "a = (((((1 + 0.5) + 1) + 0.001) + 200000) + 125)");
  EXPECT_EQ(dumped_equation("a = :NA:"), "a = :NA:");
  EXPECT_EQ(dumped_equation("a = :na:"), "a = :NA:");
}

TEST(Expressions, keep_names_as_written_with_white_space_folded) {
  EXPECT_EQ(dumped_equation("a = older   people's_need \\\n\t\tat home\n\tnow$"),
            "a = older people's_need at home now$");
  EXPECT_EQ(dumped_equation("\"\xE2\x82\xAC/$ \\\"x\\\"\" = caf\xC3\xA9 2"),
            "\"\xE2\x82\xAC/$ \\\"x\\\"\" = caf\xC3\xA9 2");
}

TEST(Expressions, call_functions_and_lookups_alike) {
  EXPECT_EQ(dumped_equation("a = IF THEN\n ELSE(b > 0, MAX(b, 1), RANDOM 0 1())"),
            "a = IF THEN ELSE((b > 0), MAX(b, 1), RANDOM 0 1())");
  EXPECT_EQ(dumped_equation("a[Age] = SUM(cost[Age!, older people]) * curve[Age](Time)"),
            "a[Age] = (SUM(cost[Age!, older people]) * curve[Age](Time))");
  EXPECT_EQ(dumped_equation("a = GET XLS CONSTANTS('data.xlsx', 'Sheet 1', 'B2*')"),
            "a = GET XLS CONSTANTS('data.xlsx', 'Sheet 1', 'B2*')");
}

TEST(Expressions, hold_tables_in_place) {
  EXPECT_EQ(dumped_equation("a = WITH LOOKUP ( Time, ([(0,-1)-(10,1)],(0,-1),(5,0.5\\\n\t\t),(10,1) ))"),
            "a = WITH LOOKUP(Time, ((0, -1), (5, 0.5), (10, 1)))");
  EXPECT_EQ(dumped_equation("a = with lookup((b+c)*d, ((4,3),(6,4) ))"),
            "a = with lookup(((b + c) * d), ((4, 3), (6, 4)))");
}

TEST(Expressions, have_a_place_with_their_brackets) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<const base::SourceText>("a.mdl", "a = (b + 1) * f(c) ~ ~ |");
  const Document document = parse(source, diagnostics);
  const Expression& product = document.expressions[document.equations[0].right];
  EXPECT_EQ(source->text(product.span), "(b + 1) * f(c)");
  EXPECT_EQ(source->text(document.expressions[product.operands[0]].span), "(b + 1)");
  EXPECT_EQ(source->text(document.expressions[product.operands[1]].span), "f(c)");
  EXPECT_EQ(source->text(document.equations[0].left.span), "a");
  EXPECT_EQ(source->text(document.equations[0].span), "a = (b + 1) * f(c) ~ ~");
}

TEST(Expressions, leave_an_empty_argument_out_and_say_so) {
  EXPECT_EQ(faults("a = f(b,,c) ~ ~ |"),
            "a.mdl:1:9: warning: an argument of 'f' is empty and left out [empty-argument]\n"
            "    1 | a = f(b,,c) ~ ~ |\n"
            "      |         ^\n");
}

TEST(Expressions, name_what_is_missing_or_too_much) {
  EXPECT_EQ(faults("a = b + * c ~ ~ |\n"
                   "b = (c + 1 ~ ~ |\n"
                   "c = d + 1) ~ ~ |\n"
                   "d = MAX(1, (2 3)) ~ ~ |\n"
                   "e = 5 f ~ ~ |\n"
                   "f = g[ ~ ~ |\n"
                   "g = h(1 : x) ~ ~ |\n"),
            "a.mdl:1:9: error: '*' stands where a value should [missing-operand]\n"
            "    1 | a = b + * c ~ ~ |\n"
            "      |         ^\n"
            "a.mdl:2:5: error: '(' is never closed [unclosed-bracket]\n"
            "    2 | b = (c + 1 ~ ~ |\n"
            "      |     ^\n"
            "a.mdl:3:10: error: ')' closes nothing [unopened-bracket]\n"
            "    3 | c = d + 1) ~ ~ |\n"
            "      |          ^\n"
            "a.mdl:4:15: error: '3' stands where ')' should [unexpected-text]\n"
            "    4 | d = MAX(1, (2 3)) ~ ~ |\n"
            "      |               ^\n"
            "      = an operator or ',' is missing before it, or the ')'\n"
            "a.mdl:5:7: error: 'f' does not belong here [unexpected-text]\n"
            "    5 | e = 5 f ~ ~ |\n"
            "      |       ^\n"
            "      = an operator is missing before it, or the '~' that ends the equation\n"
            "a.mdl:6:6: error: a subscript should stand here [missing-name]\n"
            "    6 | f = g[ ~ ~ |\n"
            "      |      ^\n"
            "      = write the name of a dimension or of an element\n"
            "a.mdl:7:9: error: results of a macro after its arguments cannot be read yet [unknown-syntax]\n"
            "    7 | g = h(1 : x) ~ ~ |\n"
            "      |         ^\n");
}

TEST(Expressions, may_not_be_nested_without_limit) {
  const std::string within(200, '(');
  EXPECT_EQ(dumped_equation("a = " + within + "1" + std::string(200, ')')), "a = 1");
  for (const char opening : {'(', '-'}) {
    base::Diagnostics diagnostics;
    const std::string text = "a = " + std::string(200'000, opening) + "1 ~ ~ |";
    parse(std::make_shared<const base::SourceText>("a.mdl", text), diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1U);
    const base::Diagnostic& fault = diagnostics.all()[0];
    EXPECT_EQ(fault.name, "nested-too-deep");
    EXPECT_EQ(fault.position.column, 205U);
    EXPECT_EQ(fault.message, "more than 200 brackets or signs stand one inside another");
    EXPECT_EQ(fault.hint, "give the inner part a name of its own");
  }
}

TEST(Expressions, may_not_go_on_without_limit) {
  std::string sum = "1";
  for (int i = 0; i < 100'000; ++i) sum += "+1";
  base::Diagnostics diagnostics;
  parse(std::make_shared<const base::SourceText>("a.mdl", "a = " + sum + " ~ ~ |"), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "more than 1000 operations follow one from another");
  EXPECT_EQ(diagnostics.all()[0].hint, "give a part of them a name of its own");
}

TEST(Expressions, of_nothing_but_wrong_characters_are_given_up_after_ten) {
  base::Diagnostics diagnostics;
  const std::string text = "a = " + std::string(100'000, '%') + " ~ ~ |";
  parse(std::make_shared<const base::SourceText>("a.mdl", text), diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 10U);
}

TEST(Expressions, report_what_cannot_be_read_as_a_word) {
  EXPECT_EQ(faults("a = b % 2 ~ ~ |\n"
                   "b = 1e999 ~ ~ |\n"
                   "c = \"open + 1 ~ ~ |\n"
                   "d = GET('open) ~ ~ |\n"),
            "a.mdl:1:7: error: '%' means nothing here [unknown-character]\n"
            "    1 | a = b % 2 ~ ~ |\n"
            "      |       ^\n"
            "      = a name that holds such a character is written in double quotes\n"
            "a.mdl:2:5: error: '1e999' is too large for a number [number-out-of-range]\n"
            "    2 | b = 1e999 ~ ~ |\n"
            "      |     ^~~~~\n"
            "      = the largest is about 1.8e308\n"
            "a.mdl:3:5: error: the \" that begins here is not closed in its line [unclosed-quote]\n"
            "    3 | c = \"open + 1 ~ ~ |\n"
            "      |     ^\n"
            "      = write another \" behind the last character\n"
            "a.mdl:4:9: error: the ' that begins here is not closed in its line [unclosed-quote]\n"
            "    4 | d = GET('open) ~ ~ |\n"
            "      |         ^\n"
            "      = write another ' behind the last character\n");
}

}  // namespace
}  // namespace commonweal::syntax
