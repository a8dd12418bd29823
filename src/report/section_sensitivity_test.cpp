// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/fixture_test.h"
#include "report/sections.h"
#include "report/sensitivity_tables.h"

namespace commonweal::report {
namespace {

void expect_all_words(const std::string& text, const std::vector<const char*>& expected) {
  for (const char* words : expected) EXPECT_NE(text.find(words), std::string::npos) << words;
}

TEST(SensitivitySection, SaysWhatTheResultHangsOn) {
  const std::string text = sensitivity_section(fixture::findings()).text();
  expect_all_words(
      text, {"Most of the uncertainty comes from spend at start[older people] with elasticity",
             "If spend at start[older people] with elasticity were known, 62% (58 to 66) of the variance of the gap "
             "before action in 2030-31 would go. With what it does together with others, its part is 67% (63 "
             "to 71).",
             "from 1,023 rows of points, 4,096 runs", "1 row more had a run that could not be computed"});
  expect_all_words(text, {"Over its whole range, spend at start[older people] with elasticity moves the result most",
                          "changes the gap before action in 2030-31 by £42 million on average; by 36 to £48 million"});
  expect_all_words(text, {"Of one per cent more, that on elasticity does most",
                          "1% more on elasticity makes the gap before action in 2030-31 £20.1 million lower."});
}

TEST(SensitivitySection, SaysWhatItLeavesOut) {
  expect_all_words(sensitivity_section(fixture::findings()).text(),
                   {"1 number more changes nothing at all.",
                    "Not moved by one per cent: loop switch (has single values only); fee (is 0).",
                    "Set by the scenario or its place, and so not varied over their ranges: general inflation.",
                    "Numbers that are correlated are varied as one", "Yearly shocks are left out of these runs."});
}

TEST(SensitivitySection, ShowsTheSmallMovesAloneWhereNothingElseWasAsked) {
  analysis::Findings findings = fixture::findings();
  findings.sensitivity->screening.reset();
  findings.sensitivity->variance.reset();
  const std::string text = sensitivity_section(findings).text();
  EXPECT_NE(text.find("Of one per cent more"), std::string::npos);
  EXPECT_EQ(text.find("Yearly shocks"), std::string::npos);
  EXPECT_EQ(text.find("Over its whole range"), std::string::npos);
}

TEST(SensitivitySection, IsNoneWhereNothingIsUncertain) {
  analysis::Findings findings = fixture::findings();
  findings.sensitivity->figures.clear();
  EXPECT_TRUE(sensitivity_section(findings).empty());
  EXPECT_TRUE(sensitivity_section(fixture::smallest()).empty());
}

TEST(SensitivitySection, DoesNotSayMostWhereNoNumberMakesHalfOfTheVariance) {
  analysis::Findings findings = fixture::findings();
  findings.sensitivity->variance->outputs[0].total[1].value = 0.4;
  EXPECT_NE(sensitivity_section(findings).text().find("No number makes most of the uncertainty"), std::string::npos);
}

TEST(SensitivitySection, DrawsNoBarThatCouldNotBeSeen) {
  analysis::Findings findings = fixture::findings();
  findings.sensitivity->variance->outputs[0].total[0].value = 0.006;
  EXPECT_NE(sensitivity_section(findings).text().find("Shown: what matters most, 1 of 2."), std::string::npos);
}

TEST(SensitivityTables, HaveTheLargestFirst) {
  const sensitivity::StudySensitivity made = *fixture::findings().sensitivity;
  const Table moved = moved_table(made), screening = screening_table(made), variance = variance_table(made);
  EXPECT_EQ(moved.rows.size(), 3U);  // without the idle number
  EXPECT_EQ(std::get<std::string>(moved.rows[0][0]), "Elasticity");
  EXPECT_EQ(std::get<std::string>(moved.rows[1][3]), "1 percentage point");
  EXPECT_EQ(std::get<std::string>(moved.rows[2][3]), "1%");
  EXPECT_EQ(moved.columns[4].header, "Gap before action in 2030-31: number lower (£ million)");
  EXPECT_EQ(std::get<double>(moved.rows[1][7]), 1.2);  // percentage points
  EXPECT_EQ(screening.rows.size(), 3U);                // without what changes nothing
  EXPECT_EQ(std::get<std::string>(screening.rows[0][6]), "none: several numbers");
  EXPECT_EQ(std::get<double>(screening.rows[1][6]), 30);
  EXPECT_EQ(variance.rows.size(), 3U);
  EXPECT_EQ(std::get<double>(variance.rows[0][5]), 67);
}

}  // namespace
}  // namespace commonweal::report
