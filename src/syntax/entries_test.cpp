// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "syntax/parsed_test.h"

namespace commonweal::syntax {
namespace {

TEST(Entries, hold_equation_units_documentation_and_a_mark) {
  EXPECT_EQ(
      dumped("{UTF-8}\n"
             "need = 5\n\t~\tPeople [0,10,1]\n\t~\tWho needs\n\t\tcare. \\\n\t\tAnd why.\n\t~ :SUPPLEMENTARY\n\t|\n"
             "other=6~~|"),
      "need = 5\n"
      "  units: People\n"
      "  documentation: Who needs care. And why.\n"
      "  supplementary\n"
      "\n"
      "other = 6\n");
}

TEST(Entries, stand_in_the_group_of_the_banner_before_them) {
  EXPECT_EQ(dumped("a = 1 ~ ~ |\n"
                   "********************\n\t.Control\n********************~\n\t\tSimulation\n\t|\n"
                   "b = 2 ~ ~ |\n"
                   "****\n.People at home\n****~|\n"
                   "c = 3 ~ ~ |\n"),
            "a = 1\n"
            "\n"
            "b = 2\n"
            "  group: Control\n"
            "\n"
            "c = 3\n"
            "  group: People at home\n");
}

TEST(Entries, know_what_each_group_is_about) {
  base::Diagnostics diagnostics;
  const Document document = parse(
      std::make_shared<const base::SourceText>("a.mdl",
                                               "****\n.Empty\n****~|\n****\n.People\n****~\n\tWho lives\n\there.\n|\n"
                                               "a = 1 ~ ~ |\nb = 2 ~ ~ |\n"),
      diagnostics);
  ASSERT_EQ(document.groups.size(), 1U);
  EXPECT_EQ(document.groups[0].name, "People");
  EXPECT_EQ(document.groups[0].documentation, "Who lives here.");
}

TEST(Entries, end_at_the_sketch) {
  EXPECT_EQ(dumped("a = 1 ~ ~ |\n\\\\\\---/// Sketch information\nV300 ~ {|\n"), "a = 1\n");
  EXPECT_EQ(dumped("a = 1 ~ ~ |\n\\\\---/// Sketch information\nV300 ~ {|\n"), "a = 1\n");
}

TEST(Entries, may_begin_behind_a_byte_order_mark) {
  EXPECT_EQ(dumped("\xEF\xBB\xBF{UTF-8}\na = 1 ~ ~ |\n"), "a = 1\n");
}

TEST(Entries, may_have_windows_line_ends) {
  EXPECT_EQ(dumped("a = 1 +\r\n\t2\r\n\t~\tPeople\r\n\t~\tAll\r\n\tof them\r\n\t|\r\n"),
            "a = (1 + 2)\n  units: People\n  documentation: All of them\n");
}

TEST(Entries, keep_separators_in_comments_quotes_and_texts) {
  EXPECT_EQ(dumped("\"yes | no ~ maybe\" = {| ~ {inner} |} f('a|b~c') ~ People {of all} ~ \"odd quote |\n"),
            "\"yes | no ~ maybe\" = f('a|b~c')\n"
            "  units: People\n"
            "  documentation: \"odd quote\n");
}

TEST(Entries, are_found_behind_one_that_lacks_its_bar) {
  EXPECT_EQ(faults("a = 1 ~ People ~ all of them\n"
                   "b = + ~ People ~ |\n"),
            "a.mdl:1:29: error: '|' is missing before the next entry [missing-bar]\n"
            "    1 | a = 1 ~ People ~ all of them\n"
            "      |                             ^\n"
            "      = an entry is written: name = expression ~ units ~ documentation |\n"
            "a.mdl:2:5: error: a value should follow '+' [missing-operand]\n"
            "    2 | b = + ~ People ~ |\n"
            "      |     ^\n");
}

TEST(Entries, are_found_where_the_bar_before_a_banner_is_missing) {
  EXPECT_EQ(faults("a = 1 ~ People ~\n"
                   "****\n.Control\n****~ all |\n"
                   "b = 2 ~ ~ |\n"),
            "a.mdl:1:17: error: '|' is missing before the next entry [missing-bar]\n"
            "    1 | a = 1 ~ People ~\n"
            "      |                 ^\n"
            "      = an entry is written: name = expression ~ units ~ documentation |\n");
}

TEST(Entries, are_read_where_the_last_lacks_its_bar) {
  EXPECT_EQ(faults("a = 1 ~ ~ |\nb = 2 ~ People ~ all\n"),
            "a.mdl:2:21: error: the last entry is not ended by '|' [missing-bar]\n"
            "    2 | b = 2 ~ People ~ all\n"
            "      |                     ^\n"
            "      = an entry is written: name = expression ~ units ~ documentation |\n");
}

TEST(Entries, need_both_tildes) {
  EXPECT_EQ(faults("a = 1 |\nb = 2 ~ People |\n"),
            "a.mdl:1:6: error: units and documentation are missing before the entry's end [missing-tilde]\n"
            "    1 | a = 1 |\n"
            "      |      ^\n"
            "      = an entry is written: name = expression ~ units ~ documentation |; both may be empty, as in 'a = 1 "
            "~ ~ |'\n"
            "a.mdl:2:15: error: documentation is missing before the entry's end [missing-tilde]\n"
            "    2 | b = 2 ~ People |\n"
            "      |               ^\n"
            "      = an entry is written: name = expression ~ units ~ documentation |; both may be empty, as in 'a = 1 "
            "~ ~ |'\n");
}

TEST(Entries, have_four_fields_at_most) {
  EXPECT_EQ(faults("a = 1 ~ People ~ all ~ more |\n"),
            "a.mdl:1:24: error: an entry has no such field [extra-field]\n"
            "    1 | a = 1 ~ People ~ all ~ more |\n"
            "      |                        ^~~~\n"
            "      = an entry is written: name = expression ~ units ~ documentation |\n");
}

TEST(Entries, end_at_a_comment_without_end) {
  EXPECT_EQ(faults("a = 1 ~ ~ |\nb = {two ~ ~ |\n"),
            "a.mdl:2:5: error: the comment that begins here has no end [unclosed-comment]\n"
            "    2 | b = {two ~ ~ |\n"
            "      |     ^\n"
            "      = comments are written { ... }\n");
}

TEST(Entries, of_a_macro_are_named_as_not_read) {
  EXPECT_EQ(faults(":MACRO: GROW FAST(input, rate)\nGROW FAST = input * rate ~ ~ |\n:END OF MACRO:\na = ~ ~ |\n"),
            "a.mdl:1:9: error: macro 'GROW FAST' cannot be read yet [unsupported-macro]\n"
            "    1 | :MACRO: GROW FAST(input, rate)\n"
            "      |         ^~~~~~~~~\n"
            "      = write its equations out where it is used\n"
            "a.mdl:4:3: error: a value should follow '=' [missing-operand]\n"
            "    4 | a = ~ ~ |\n"
            "      |   ^\n");
}

TEST(Entries, of_a_macro_without_end_are_lost_and_said_to_be) {
  EXPECT_EQ(faults(":MACRO: GROW(a)\nb = 2 ~ ~ |\n"),
            "a.mdl:1:9: error: macro 'GROW' cannot be read yet [unsupported-macro]\n"
            "    1 | :MACRO: GROW(a)\n"
            "      |         ^~~~\n"
            "      = write its equations out where it is used\n"
            "a.mdl:1:9: error: macro 'GROW' has no end [unclosed-macro]\n"
            "    1 | :MACRO: GROW(a)\n"
            "      |         ^~~~\n"
            "      = a macro ends with :END OF MACRO:\n");
}

}  // namespace
}  // namespace commonweal::syntax
