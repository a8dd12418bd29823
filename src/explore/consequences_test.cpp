// SPDX-License-Identifier: Apache-2.0
#include "explore/consequences.h"

#include <gtest/gtest.h>

namespace commonweal::explore {
namespace {

analysis::Gap gap(const std::string& name, double last) {
  analysis::Gap gap;
  gap.scenario_id = gap.scenario_name = name;
  gap.first = {2012};
  gap.before_action = {0, last};
  return gap;
}

analysis::PairedDifference difference(double median, double higher) {
  analysis::PairedDifference difference;
  difference.scenario_id = "yours";
  difference.scenario_name = "Yours";
  difference.than = "Carry on";
  difference.variable = "gap before action";
  difference.unit = "GBP million";
  difference.year = {2032};
  difference.median = {median, 0.04};
  difference.higher = {higher, 0.05};
  difference.futures = 256;
  return difference;
}

TEST(Consequences, OfSingleRunsAreDifferencesOfTheLastYear) {
  analysis::Findings findings;
  findings.gaps = {gap("Carry on", 30), gap("Less", 27.5), gap("More", 31), gap("Same", 30)};
  const auto all = consequences(findings);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].text, "Less against Carry on: the gap before action in 2013-14 is £2.5 million lower");
  EXPECT_EQ(all[1].text, "More against Carry on: the gap before action in 2013-14 is £1.0 million higher");
  EXPECT_EQ(all[2].text, "Same against Carry on: the gap before action in 2013-14 is the same");
  EXPECT_EQ(all[0].likelihood, "in one run, every number at its centre");
}

TEST(Consequences, OfSingleRunsCompareNoOtherYears) {
  analysis::Findings findings;
  findings.gaps = {gap("Carry on", 30), gap("Later", 27.5)};
  findings.gaps[1].first = {2013};
  EXPECT_TRUE(consequences(findings).empty());
}

TEST(Consequences, SayOnWhichSideMostFuturesAre) {
  analysis::Findings findings;
  findings.uncertainty.draws = 256;
  findings.uncertainty.differences = {difference(-3, 0.2), difference(3, 0.8)};
  const auto all = consequences(findings);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].text,
            "Yours against Carry on: the gap before action in 2032-33 is lower, by a median of £3.0 million");
  EXPECT_EQ(all[0].likelihood, "in about 8 of 10 futures");
  EXPECT_EQ(all[1].text,
            "Yours against Carry on: the gap before action in 2032-33 is higher, by a median of £3.0 million");
  EXPECT_EQ(all[1].likelihood, "in about 8 of 10 futures");
}

TEST(Consequences, LeaveOutWhatRoundsToNothing) {
  analysis::Findings findings;
  findings.uncertainty.draws = 256;
  analysis::PairedDifference least = difference(0.0099, 0.9), enough = difference(-0.0101, 0.1);
  for (analysis::PairedDifference* share : {&least, &enough}) {
    share->variable = "residents trust";
    share->unit = "";
    share->median.error = 0.0001;
  }
  analysis::PairedDifference money = difference(0.004, 0.9);
  money.median.error = 0.001;
  analysis::PairedDifference uncertain = difference(0.004, 0.6);
  uncertain.median.error = 2;
  findings.uncertainty.differences = {least, enough, money, uncertain};
  const auto all = consequences(findings);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].text,
            "Yours against Carry on: the residents trust in 2032-33 is lower, by a median of 1% (of 100%)");
}

TEST(Consequences, TellWhatComesAbout) {
  analysis::Findings findings;
  findings.uncertainty.draws = 256;
  analysis::EventOdds odds;
  odds.scenario_id = "yours";
  odds.scenario_name = "Yours";
  odds.name = "Reserves under their floor";
  odds.first = {2012};
  odds.by_year = {{0, 0.01}, {0.3, 0.02}};
  odds.futures = 256;
  findings.uncertainty.events = {odds};
  const auto all = consequences(findings);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].text, "Yours: Reserves under their floor by 2013-14");
  EXPECT_EQ(all[0].likelihood, "in about 3 of 10 futures");
}

}  // namespace
}  // namespace commonweal::explore
