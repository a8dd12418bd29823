// SPDX-License-Identifier: Apache-2.0
#include "evidence/register.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "evidence/grade.h"

namespace commonweal::evidence {
namespace {

class RegisterTest : public testing::Test {
 protected:
  Register read(const std::string& rows) {
    const auto path = folder_.write(
        "register.csv", "id,variable,element,central,low,high,distribution,unit,grade,status,source,url,note\n" + rows);
    return evidence::read(path, diagnostics_);
  }

  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  std::string faults_of(const std::string& rows) {
    read(rows);
    return faults();
  }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(RegisterTest, is_read_whole) {
  const Register evidence = read(
      "prices,general inflation,,0.023,0.018,0.027,triangular,1/year,official,sourced,OBR 2025,https://obr.uk,\n"
      "need-old,need growth,older people,0.01,,,,1/year,judgement,assumption,,,half of what was seen\n");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(
      dump(evidence),
      "register, 2 rows\n"
      "hash " +
          evidence.hash +
          "\n"
          "  prices: general inflation = 0.023 [0.018, 0.027] 1/year (sourced, official) triangular "
          "source: OBR 2025 <https://obr.uk>\n"
          "  need-old: need growth[older people] = 0.01 1/year (assumption, judgement) # half of what was seen\n");
  EXPECT_EQ(evidence.entries[1].position.line, 3U);
}

TEST_F(RegisterTest, finds_the_row_of_an_element_before_that_of_the_whole) {
  const Register evidence = read(
      "all,need growth,,0.02,,,,1/year,judgement,assumption,,,why\n"
      "old,need growth,older people,0.01,,,,1/year,judgement,assumption,,,why\n");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(evidence.find("need growth", "older people")->id, "old");
  EXPECT_EQ(evidence.find("Need_growth", "OLDER people")->id, "old");
  EXPECT_EQ(evidence.find("need growth", "children")->id, "all");
  EXPECT_EQ(evidence.find("need growth", "")->id, "all");
  EXPECT_EQ(evidence.find("growth", ""), nullptr);
}

TEST_F(RegisterTest, keeps_the_centre_within_the_range) {
  EXPECT_EQ(faults_of("a,a,,3,1,2,,1,rule,assumption,,,why\n"
                      "b,b,,1,1,2,,1,rule,assumption,,,why\n"
                      "c,c,,0.5,2,1,,1,rule,assumption,,,why\n"
                      "d,d,,1,1,,,1,rule,assumption,,,why\n"
                      "e,e,,1,,2,,1,rule,assumption,,,why\n"),
            "FOLDER/register.csv:2:6: error: the range of 'a', 1 to 2, does not hold its central value 3 "
            "[range-excludes-centre]\n"
            "    2 | a,a,,3,1,2,,1,rule,assumption,,,why\n"
            "      |      ^\n"
            "FOLDER/register.csv:4:6: error: the range of 'c', 2 to 1, does not hold its central value 0.5 "
            "[range-excludes-centre]\n"
            "    4 | c,c,,0.5,2,1,,1,rule,assumption,,,why\n"
            "      |      ^~~\n"
            "FOLDER/register.csv:5:8: error: 'd' has only one end of a range [half-range]\n"
            "    5 | d,d,,1,1,,,1,rule,assumption,,,why\n"
            "      |        ^\n"
            "      = give both 'low' and 'high', or neither\n"
            "FOLDER/register.csv:6:9: error: 'e' has only one end of a range [half-range]\n"
            "    6 | e,e,,1,,2,,1,rule,assumption,,,why\n"
            "      |         ^\n"
            "      = give both 'low' and 'high', or neither\n");
}

TEST_F(RegisterTest, complains_once_about_a_bound_it_cannot_read) {
  EXPECT_EQ(faults_of("a,a,,1,one,2,,1,rule,assumption,,,why\n"),
            "FOLDER/register.csv:2:8: error: 'one' is not a number [bad-number]\n"
            "    2 | a,a,,1,one,2,,1,rule,assumption,,,why\n"
            "      |        ^~~\n"
            "      = write it with digits and a decimal point only: 1234.5\n");
}

TEST_F(RegisterTest, names_the_origin_of_every_row) {
  EXPECT_EQ(faults_of("a,a,,1,,,,1,rule,sourced,,,why\n"
                      "b,b,,1,,,,1,rule,assumption,a source,,\n"),
            "FOLDER/register.csv:2:18: error: 'a' is said to be sourced but names no source [missing-source]\n"
            "    2 | a,a,,1,,,,1,rule,sourced,,,why\n"
            "      |                  ^~~~~~~\n"
            "      = name the source, or call it an assumption and give the reason in 'note'\n"
            "FOLDER/register.csv:3:18: error: 'b' is assumed, but nothing says why [missing-reason]\n"
            "    3 | b,b,,1,,,,1,rule,assumption,a source,,\n"
            "      |                  ^~~~~~~~~~\n"
            "      = give the reason in 'note'\n");
}

TEST_F(RegisterTest, names_distributions_that_can_be_drawn_from) {
  EXPECT_EQ(faults_of("a,a,,1,0,2,triangle,1,rule,assumption,,,why\n"
                      "b,b,,1,,,triangular,1,rule,assumption,,,why\n"
                      "c,c,,1,0,2,,1,rule,assumption,,,why\n"),
            "FOLDER/register.csv:2:12: error: 'triangle' is no distribution [unknown-distribution]\n"
            "    2 | a,a,,1,0,2,triangle,1,rule,assumption,,,why\n"
            "      |            ^~~~~~~~\n"
            "      = did you mean 'triangular'?\n"
            "FOLDER/register.csv:3:10: error: a triangular number needs low and high [range-wanted]\n"
            "    3 | b,b,,1,,,triangular,1,rule,assumption,,,why\n"
            "      |          ^~~~~~~~~~\n"
            "      = give both, or leave the distribution out\n");
}

TEST_F(RegisterTest, knows_a_list_of_grades) {
  EXPECT_EQ(
      faults_of("a,a,,1,,,,1,RTC,assumption,,,why\n"
                "b,b,,1,,,,1,small RCT,assumption,,,why\n"
                "c,c,,1,,,,1,gut feeling,assumption,,,why\n"),
      "FOLDER/register.csv:2:13: error: 'RTC' is no grade of evidence [unknown-grade]\n"
      "    2 | a,a,,1,,,,1,RTC,assumption,,,why\n"
      "      |             ^~~\n"
      "      = did you mean 'RCT'?\n"
      "FOLDER/register.csv:4:13: error: 'gut feeling' is no grade of evidence [unknown-grade]\n"
      "    4 | c,c,,1,,,,1,gut feeling,assumption,,,why\n"
      "      |             ^~~~~~~~~~~\n"
      "      = they are: META, RCT, small RCT, QE, OBS, official, SURV, MODEL, before-after, SROI, business case, "
      "judgement, rule, fitted, scenario, definition, switch\n");
}

TEST(Grades, are_found_by_their_word) {
  ASSERT_NE(find_grade("before-after"), nullptr);
  EXPECT_EQ(find_grade("before-after")->meaning, "the same people or places before and after, nobody to compare with");
  EXPECT_EQ(find_grade("Before-After"), nullptr);
}

TEST_F(RegisterTest, has_one_row_for_each_constant_and_each_id) {
  EXPECT_EQ(faults_of("a,growth,old,1,,,,1,rule,assumption,,,why\n"
                      "b,Growth,old,1,,,,1,rule,assumption,,,why\n"
                      "a,growth,,1,,,,1,rule,assumption,,,why\n"),
            "FOLDER/register.csv:3: error: 'Growth[old]' has two rows [duplicate-constant]\n"
            "    3 | b,Growth,old,1,,,,1,rule,assumption,,,why\n"
            "      = the first stands in line 2\n"
            "FOLDER/register.csv:4: error: the id 'a' has two rows [duplicate-id]\n"
            "    4 | a,growth,,1,,,,1,rule,assumption,,,why\n"
            "      = the first stands in line 2\n");
}

TEST_F(RegisterTest, complains_about_every_cell_of_a_row) {
  EXPECT_EQ(faults_of(",,,much,1,2,,,,sorced,,,\n"),
            "FOLDER/register.csv:2:1: error: 'id' is empty here [empty-cell]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      | ^\n"
            "FOLDER/register.csv:2:2: error: 'variable' is empty here [empty-cell]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      |  ^\n"
            "FOLDER/register.csv:2:4: error: 'much' is not a number [bad-number]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      |    ^~~~\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "FOLDER/register.csv:2:14: error: 'unit' is empty here [empty-cell]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      |              ^\n"
            "FOLDER/register.csv:2:15: error: 'grade' is empty here [empty-cell]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      |               ^\n"
            "FOLDER/register.csv:2:16: error: 'sorced' is no status [unknown-word]\n"
            "    2 | ,,,much,1,2,,,,sorced,,,\n"
            "      |                ^~~~~~\n"
            "      = did you mean 'sourced'?\n");
}

TEST_F(RegisterTest, must_be_there) {
  evidence::read(folder_.path() / "none.csv", diagnostics_);
  EXPECT_EQ(faults(), "FOLDER/none.csv: error: there is no file 'FOLDER/none.csv' [missing-file]\n");
}

}  // namespace
}  // namespace commonweal::evidence
