// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/sections.h"

namespace commonweal::report {
namespace {

analysis::Findings findings_of(std::size_t years, bool complete) {
  analysis::LoopDrivers drivers;
  drivers.scenario_id = "carry-on";
  drivers.scenario_name = "Carry on";
  drivers.place = "Smallville";
  drivers.first = {2012};
  drivers.circles = 900;
  drivers.complete = complete;
  drivers.layers = {{"R6 neglect with B6 rationing", true, std::vector<double>(years, 0.3)},
                    {"Loops without a name", false, std::vector<double>(years, 0.7)}};
  drivers.layers[0].shares.back() = 0.8;
  drivers.layers[1].shares.back() = 0.2;
  analysis::Findings findings;
  findings.loops = {drivers};
  return findings;
}

void expect_text(const std::string& text, const std::string& words) {
  EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

TEST(LoopsSection, SaysWhichLoopsDriveChangeAtFirstAndAtLast) {
  const std::string text = loops_section(findings_of(10, false)).text();
  expect_text(text, "Most of what loops do holds change back");
  expect_text(text,
              "In 2012-13 to 2016-17 the largest part is that of “Loops without a name”, balancing: 70.0% of all");
  expect_text(text,
              "In 2017-18 to 2021-22 the largest part is that of “Loops without a name”, balancing: 60.0% of all");
  expect_text(text, "shares of the 900 strong ones that were found");
  expect_text(text, "R6 neglect with B6 rationing, reinforcing (%)");
}

TEST(LoopsSection, SaysNothingOfStrongOnesWhereAllWereFoundNorOfALastSpellInFewYears) {
  const std::string text = loops_section(findings_of(3, true)).text();
  EXPECT_EQ(text.find("strong ones"), std::string::npos);
  expect_text(text, "In 2012-13 to 2014-15 the largest part is that of");
}

TEST(LoopsSection, IsNoneWhereTheStudyDoesNotAsk) {
  EXPECT_TRUE(loops_section(analysis::Findings()).empty());
}

}  // namespace
}  // namespace commonweal::report
