// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "report/reading_tables.h"
#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

analysis::Findings two_readings() {
  analysis::Findings findings;
  findings.readings.of = "the cutting rule";
  findings.readings.ways = {{"as observed", "By law, the rest evenly."}, {"uniform", ""}};
  findings.readings.scenarios = {{"carry-on",
                                  "Carry on",
                                  "town",
                                  {2012},
                                  {{"as observed", {0.6, 0.8}, {60, 64}, {40, 16}, {0, 30}},
                                   {"uniform", {0.6, 0.65}, {60, 52}, {40, 28}, {0, 28}}}}};
  return findings;
}

TEST(ReadingsSection, SaysWhatTheChoicePutsInAndWhatIsThereByEveryReading) {
  const std::string text = readings_section(two_readings()).text();
  for (const char* words :
       {"What the cutting rule puts into the answer", "By law, the rest evenly.",
        "Care has 65.0% to 80.0% of spend in 2013-14, by how the cutting rule is read",
        "Carry on: from 60.0% in 2012-13 care’s share of spend moves by 20.0 points (as observed) and 5.0 points "
        "(uniform) to 2013-14. 5.0 points are there by every reading; up to 15.0 points more are put in by the cutting "
        "rule, and are no finding of the model."}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST(ReadingsSection, HasNoChartOfAShareThatIsNotKnown) {
  analysis::Findings findings = two_readings();
  findings.readings.scenarios[0].outcomes[1].care_share[1] = std::numeric_limits<double>::quiet_NaN();
  const std::string text = readings_section(findings).text();
  EXPECT_EQ(text.find("<figure"), std::string::npos);
  EXPECT_NE(text.find("[x]"), std::string::npos);
}

TEST(ReadingsSection, IsNoneWhereTheStudyDoesNotAsk) {
  EXPECT_TRUE(readings_section({}).empty());
  EXPECT_TRUE(reading_tables({}).empty());
}

TEST(ReadingTables, HaveEveryScenarioUnderEveryReadingAndStandInTheWorkbook) {
  const analysis::Findings findings = two_readings();
  const Table table = readings_table(findings.readings);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(table.rows[1][1]), "uniform");
  EXPECT_NEAR(std::get<double>(table.rows[1][6]), 5, 1e-9);
  EXPECT_EQ(std::get<double>(table.rows[0][8]), 16);
  EXPECT_EQ(std::get<double>(table.rows[0][9]), 30);
  const Table years = reading_years_table(findings.readings.scenarios[0], "the rule");
  ASSERT_EQ(years.rows.size(), 2U);
  EXPECT_NEAR(std::get<double>(years.rows[1][2]), 65, 1e-9);
  std::vector<std::string> sheets;
  for (const Table& one : all_tables(findings)) sheets.push_back(one.name);
  EXPECT_NE(std::ranges::find(sheets, "Readings"), sheets.end());
  EXPECT_NE(std::ranges::find(sheets, "Readings carry-on"), sheets.end());
}

}  // namespace
}  // namespace commonweal::report
