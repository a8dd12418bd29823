// SPDX-License-Identifier: Apache-2.0
#include "analysis/ranges.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

const std::optional<Crossing> not_crossed;

Crossing after(double years) {
  return {years, base::FinancialYear{2012} + static_cast<int>(std::ceil(years))};
}

GraphOfDoom graph(const std::string& name, std::optional<Crossing> restricts, std::optional<Crossing> takes_all,
                  std::vector<double> care_share) {
  GraphOfDoom made;
  made.scenario_name = name;
  made.restricts = restricts;
  made.takes_all = takes_all;
  made.care_share = std::move(care_share);
  return made;
}

Gap gap(std::vector<double> before_action) {
  Gap made;
  made.before_action = std::move(before_action);
  return made;
}

TEST(Ranges, GoFromTheEarliestToTheLatestOfAScenarioAndItsBounds) {
  GraphOfDoom flat = graph("Flat", after(6.5), after(24.2), {0.6, 0.8});
  add_range(flat, {graph("Low", after(9), not_crossed, {0.6, 0.7}), graph("High", after(4), after(11), {0.6, 0.9})});
  EXPECT_EQ(flat.restricts_range.earliest->years_from_base, 4);
  EXPECT_EQ(flat.restricts_range.latest->years_from_base, 9);
  EXPECT_EQ(flat.takes_all_range.earliest->years_from_base, 11);
  EXPECT_FALSE(flat.takes_all_range.latest);
  EXPECT_EQ(flat.restricts_range.scenario_names, (std::vector<std::string>{"Low", "High"}));
  EXPECT_EQ(flat.takes_all_range.scenario_names, (std::vector<std::string>{"Low", "High"}));
  EXPECT_EQ(flat.care_share_low, (std::vector<double>{0.6, 0.7}));
  EXPECT_EQ(flat.care_share_high, (std::vector<double>{0.6, 0.9}));
  EXPECT_EQ(flat.takes_all->years_from_base, 24.2);
}

TEST(Ranges, HoldTheScenarioItselfWhereItLiesOutsideItsBounds) {
  GraphOfDoom flat = graph("Flat", not_crossed, after(3), {0.5, 0.9});
  add_range(flat, {graph("Odd", after(5), after(8), {0.6, 0.7})});
  EXPECT_EQ(flat.restricts_range.earliest->years_from_base, 5);
  EXPECT_FALSE(flat.restricts_range.latest);
  EXPECT_EQ(flat.takes_all_range.earliest->years_from_base, 3);
  EXPECT_EQ(flat.takes_all_range.latest->years_from_base, 8);
  EXPECT_EQ(flat.care_share_low, (std::vector<double>{0.5, 0.7}));
  EXPECT_EQ(flat.care_share_high, (std::vector<double>{0.6, 0.9}));
}

TEST(Ranges, HaveNoUpperEndWhereABoundHasNoMoneyAtAll) {
  GraphOfDoom flat = graph("Flat", not_crossed, not_crossed, {0.5, 0.6, std::nan("")});
  add_range(flat, {graph("High", not_crossed, not_crossed, {0.5, std::nan(""), std::nan("")})});
  EXPECT_EQ(flat.care_share_low[1], 0.6);
  EXPECT_TRUE(std::isnan(flat.care_share_high[1]));
  EXPECT_TRUE(std::isnan(flat.care_share_low[2]));
  EXPECT_FALSE(flat.takes_all_range.earliest || flat.takes_all_range.latest);
}

TEST(Ranges, OfTheGapAreTakenYearByYear) {
  Gap flat = gap({0, 10, 30});
  add_range(flat, {gap({0, -5, 20}), gap({0, 25, 28})});
  EXPECT_EQ(flat.before_action_low, (std::vector<double>{0, -5, 20}));
  EXPECT_EQ(flat.before_action_high, (std::vector<double>{0, 25, 30}));
  EXPECT_EQ(flat.before_action, (std::vector<double>{0, 10, 30}));
}

TEST(Ranges, AreNoneWithoutBounds) {
  GraphOfDoom lone = graph("Lone", after(6.5), after(24.2), {0.6, 0.8});
  add_range(lone, {});
  EXPECT_FALSE(lone.takes_all_range.earliest);
  EXPECT_TRUE(lone.takes_all_range.scenario_names.empty());
  EXPECT_TRUE(lone.care_share_low.empty() && lone.care_share_high.empty());
  Gap gap_alone = gap({0, 10});
  add_range(gap_alone, {});
  EXPECT_TRUE(gap_alone.before_action_low.empty() && gap_alone.before_action_high.empty());
}

}  // namespace
}  // namespace commonweal::analysis
