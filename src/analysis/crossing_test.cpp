// SPDX-License-Identifier: Apache-2.0
#include "analysis/crossing.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

constexpr base::FinancialYear base_year{2012};
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// Care at 65.3% of a flat envelope, growing 2.15% a year.
std::vector<double> barnet_share() {
  std::vector<double> shares;
  for (int year = 0; year <= 30; ++year) shares.push_back(0.653 * std::pow(1.0215, year));
  return shares;
}

TEST(Crossing, OfTheBarnetShareIsAfterSixAndAHalfAndTwentyYears) {
  // By logarithms: ln(0.75/0.653)/ln(1.0215) = 6.51 and ln(1/0.653)/ln(1.0215) = 20.03.
  const auto restricts = first_crossing(barnet_share(), base_year, restricting_share);
  const auto takes_all = first_crossing(barnet_share(), base_year, whole_share);
  ASSERT_TRUE(restricts && takes_all);
  EXPECT_NEAR(restricts->years_from_base, 6.51, 0.01);
  EXPECT_EQ(restricts->year.text(), "2019-20");
  EXPECT_NEAR(takes_all->years_from_base, 20.03, 0.01);
  EXPECT_EQ(takes_all->year.text(), "2033-34");
}

TEST(Crossing, IsOnAStraightLineBetweenTwoYears) {
  const auto crossing = first_crossing({0.5, 0.7, 0.9}, base_year, 0.75);
  ASSERT_TRUE(crossing);
  EXPECT_DOUBLE_EQ(crossing->years_from_base, 1.25);  // a quarter of the way from 0.7 to 0.9
  EXPECT_EQ(crossing->year, base_year + 2);
}

TEST(Crossing, OfAYearlyFigureThatIsTheThresholdIsThatYear) {
  const auto crossing = first_crossing({0.25, 0.5, 0.75}, base_year, 0.5);
  ASSERT_TRUE(crossing);
  EXPECT_EQ(crossing->years_from_base, 1);
  EXPECT_EQ(crossing->year, base_year + 1);
}

TEST(Crossing, IsTheBaseYearIfTheFiguresBeginPastTheThreshold) {
  const auto crossing = first_crossing({0.9, 0.8, 0.7}, base_year, 0.75);
  ASSERT_TRUE(crossing);
  EXPECT_EQ(crossing->years_from_base, 0);
  EXPECT_EQ(crossing->year, base_year);
}

TEST(Crossing, IsTheFirstOfSeveral) {
  const auto crossing = first_crossing({0.5, 1.0, 0.5, 1.0}, base_year, 0.75);
  ASSERT_TRUE(crossing);
  EXPECT_EQ(crossing->years_from_base, 0.5);
}

TEST(Crossing, IsNoneBelowTheThresholdOrWithoutFigures) {
  EXPECT_FALSE(first_crossing({0.5, 0.6, 0.7}, base_year, 0.75));
  EXPECT_FALSE(first_crossing({nan, nan}, base_year, 0.75));
  EXPECT_FALSE(first_crossing({}, base_year, 0.75));
}

TEST(Crossing, IsAtTheYearItselfWhereNoLineCanBeDrawn) {
  EXPECT_EQ(first_crossing({0.5, infinity}, base_year, 0.75)->years_from_base, 1);
  EXPECT_EQ(first_crossing({0.5, nan, 0.8}, base_year, 0.75)->years_from_base, 2);
}

}  // namespace
}  // namespace commonweal::analysis
