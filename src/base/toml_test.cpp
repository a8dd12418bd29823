// SPDX-License-Identifier: Apache-2.0
#include "base/toml.h"

#include <gtest/gtest.h>

#include "base/toml_table.h"

namespace commonweal::base {
namespace {

std::string faults_of(const std::string& text) {
  Diagnostics diagnostics;
  parse_toml(SourceText("a.toml", text), diagnostics);
  return diagnostics.render();
}

// The library promised the compiler that there is no such letter; the sanitizers saw it break the promise.
TEST(Toml, refuses_a_letter_with_an_accent_where_a_key_begins) {
  EXPECT_EQ(faults_of("a = 1\n\u00e9 = 2\n"),
            "a.toml:2:1: error: this is not TOML: error while parsing root table: expected keys, tables, whitespace or "
            "comments, saw '\u00e9' [toml-syntax]\n"
            "    2 | \u00e9 = 2\n"
            "      | ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST(Toml, keeps_the_order_of_the_file_and_every_place) {
  Diagnostics diagnostics;
  const TomlValue file =
      parse_toml(SourceText("a.toml", "zebra = 1\n'£' = [\"x\", 2.5]\n[b]\na = true\n"), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  ASSERT_EQ(file.members.size(), 3U);
  EXPECT_EQ(file.members[0].key, "zebra");
  EXPECT_EQ(file.members[0].value.number, 1);
  EXPECT_EQ(file.members[1].key, "£");
  const TomlValue& list = file.members[1].value;
  ASSERT_EQ(list.list.size(), 2U);
  EXPECT_EQ(list.list[1].number, 2.5);
  EXPECT_EQ(list.list[1].position.line, 2U);
  EXPECT_EQ(list.list[1].position.column, 13U);
  EXPECT_EQ(file.members[2].value.members[0].value.kind, TomlValue::Kind::truth);
}

TEST(Toml, points_at_what_it_cannot_read) {
  EXPECT_EQ(
      faults_of("title = 1\nmodel = models/a.mdl\n"),
      "a.toml:2:9: error: this is not TOML: error while parsing value: could not determine value type [toml-syntax]\n"
      "    2 | model = models/a.mdl\n"
      "      |         ^\n"
      "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST(Toml, refuses_endless_nesting) {
  EXPECT_EQ(faults_of("a = " + std::string(200000, '[')),
            "a.toml:1:261: error: this is not TOML: error while parsing value: exceeded maximum nested value depth of "
            "256 [toml-syntax]\n"
            "    1 | "
            "...[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...\n"
            "      |                                        ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST(Toml, refuses_a_key_given_twice) {
  EXPECT_EQ(faults_of("a = 1\nb = 2\na = 3\n"),
            "a.toml:3:5: error: this is not TOML: error while parsing key-value pair: cannot redefine existing integer "
            "'a' [toml-syntax]\n"
            "    3 | a = 3\n"
            "      |     ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

// The library's assertions once stopped the program here.
TEST(Toml, refuses_headings_that_begin_with_no_key) {
  for (const char* text : {"[)", "[=]", "[[[a]]]", "[[", "[ ", "[[.a]]"}) EXPECT_NE(faults_of(text), "") << text;
  EXPECT_EQ(faults_of("[)year]"),
            "a.toml:1:2: error: this is not TOML: error while parsing key: expected bare key starting character or "
            "string delimiter, saw ')' [toml-syntax]\n"
            "    1 | [)year]\n"
            "      |  ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST(Toml, refuses_text_that_is_not_utf_8) {
  EXPECT_EQ(faults_of("a = \"\xA3\"\n"),
            "a.toml:1:5: error: this is not TOML: encountered invalid utf-8 sequence [toml-syntax]\n"
            "    1 | a = \"\xEF\xBF\xBD\"\n"
            "      |     ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

class TomlTableTest : public testing::Test {
 protected:
  TomlTable table(const std::string& text) {
    value_ = parse_toml(SourceText("a.toml", text), diagnostics_);
    return TomlTable(value_, "a study", diagnostics_);
  }
  std::string faults_of() const { return diagnostics_.render(); }

  TomlValue value_;
  Diagnostics diagnostics_;
};

TEST_F(TomlTableTest, gives_what_is_there) {
  auto study = table("t = ' x '\ny = '2012-13'\nl = ['a', 'b']\n[s]\n[[r]]\n[[r]]\n");
  EXPECT_EQ(study.text("t").text, "x");
  EXPECT_EQ(study.optional_text("none").text, "");
  EXPECT_EQ(study.year("y"), FinancialYear{2012});
  EXPECT_EQ(study.optional_year("none"), std::nullopt);
  EXPECT_EQ(study.some_texts("l").at(1).text, "b");
  EXPECT_EQ(study.texts("none").size(), 0U);
  EXPECT_NE(study.table("s"), nullptr);
  EXPECT_EQ(study.tables("r").size(), 2U);
  study.finish();
  EXPECT_EQ(faults_of(), "");
}

TEST_F(TomlTableTest, gives_numbers_truths_and_values_of_any_kind) {
  auto study = table("n = 2.5\nb = true\na = 'x'\n");
  EXPECT_EQ(study.number("n")->number, 2.5);
  EXPECT_FALSE(study.optional_number("none"));
  EXPECT_TRUE(study.truth("b"));
  EXPECT_FALSE(study.truth("none"));
  EXPECT_EQ(study.any("a")->kind, TomlValue::Kind::text);
  EXPECT_EQ(study.any("none"), nullptr);
  study.finish();
  EXPECT_EQ(faults_of(), "");
}

TEST_F(TomlTableTest, reports_a_number_that_is_none) {
  auto study = table("n = nan\n");
  study.number("n");
  study.number("m");
  EXPECT_EQ(faults_of(),
            "a.toml:1:5: error: 'n' cannot be nan [bad-number]\n"
            "    1 | n = nan\n"
            "      |     ^~~\n"
            "a.toml: error: a study has no 'm' [missing-key]\n");
}

TEST_F(TomlTableTest, reports_what_is_missing) {
  auto study = table("");
  study.text("t");
  study.year("y");
  study.some_texts("l");
  study.table("s");
  EXPECT_EQ(faults_of(),
            "a.toml: error: a study has no 't' [missing-key]\n"
            "a.toml: error: a study has no 'y' [missing-key]\n"
            "a.toml: error: a study has no 'l' [missing-key]\n"
            "a.toml: error: a study has no 's' [missing-key]\n");
}

TEST_F(TomlTableTest, reports_values_of_another_kind_once) {
  auto study = table("t = 1\ny = 2012-04-01\nl = 'a'\ns = true\nr = [1]\nm = ['a', 3]\n");
  study.text("t");
  study.year("y");
  study.some_texts("l");
  study.table("s");
  study.tables("r");
  study.texts("m");
  study.finish();
  EXPECT_EQ(faults_of(),
            "a.toml:1:5: error: 't' must be a text, not a number [wrong-type]\n"
            "    1 | t = 1\n"
            "      |     ^\n"
            "a.toml:2:5: error: 'y' must be a text, not a date or time [wrong-type]\n"
            "    2 | y = 2012-04-01\n"
            "      |     ^~~~~~~~~~\n"
            "a.toml:3:5: error: 'l' must be a list, not a text [wrong-type]\n"
            "    3 | l = 'a'\n"
            "      |     ^~~\n"
            "a.toml:4:5: error: 's' must be a table, not true or false [wrong-type]\n"
            "    4 | s = true\n"
            "      |     ^~~~\n"
            "a.toml:5:6: error: 'r' must be tables, each headed [[r]], not a number [wrong-type]\n"
            "    5 | r = [1]\n"
            "      |      ^\n"
            "a.toml:6:11: error: 'm' must be a list of texts, not a number [wrong-type]\n"
            "    6 | m = ['a', 3]\n"
            "      |           ^\n");
}

TEST_F(TomlTableTest, reports_empty_values_and_bad_years) {
  auto study = table("t = ' '\ny = '2012/13'\nl = []\nm = ['']\n");
  study.text("t");
  study.year("y");
  study.some_texts("l");
  study.texts("m");
  EXPECT_EQ(faults_of(),
            "a.toml:1:5: error: 't' is empty here [empty-value]\n"
            "    1 | t = ' '\n"
            "      |     ^~~\n"
            "a.toml:2:5: error: '2012/13' is not a financial year [bad-year]\n"
            "    2 | y = '2012/13'\n"
            "      |     ^~~~~~~~~\n"
            "      = write it as 2012-13\n"
            "a.toml:3:5: error: 'l' is empty here [empty-value]\n"
            "    3 | l = []\n"
            "      |     ^~\n"
            "a.toml:4:6: error: 'm' is empty here [empty-value]\n"
            "    4 | m = ['']\n"
            "      |      ^~\n");
}

TEST_F(TomlTableTest, reports_keys_nobody_asked_for) {
  auto study = table("titel = 'x'\nmodel = 'y'\nzzzzzzz = 1\n");
  study.optional_text("title");
  study.text("model");
  study.finish();
  EXPECT_EQ(faults_of(),
            "a.toml:1:1: error: a study has no key 'titel' [unknown-key]\n"
            "    1 | titel = 'x'\n"
            "      | ^~~~~\n"
            "      = did you mean 'title'?\n"
            "a.toml:3:1: error: a study has no key 'zzzzzzz' [unknown-key]\n"
            "    3 | zzzzzzz = 1\n"
            "      | ^~~~~~~\n"
            "      = the keys are: title, model\n");
}

}  // namespace
}  // namespace commonweal::base
