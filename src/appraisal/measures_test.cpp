// SPDX-License-Identifier: Apache-2.0
#include "appraisal/measures.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "appraisal/discounting.h"
#include "appraisal/optimism.h"

namespace commonweal::appraisal {
namespace {

const DiscountRate flat{{{0, 0.035}}};

/// Pounds and pence.
double pence(double pounds) {
  return std::round(pounds * 100) / 100;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(Discounting, falls_by_each_years_own_rate) {
  const DiscountRate falling{{{0, 0.035}, {31, 0.03}}};
  const std::vector<double> factors = discount_factors(falling, 33);
  EXPECT_EQ(factors[0], 1);
  EXPECT_DOUBLE_EQ(factors[1], 1 / 1.035);
  EXPECT_DOUBLE_EQ(factors[30] / factors[31], 1.03);
  EXPECT_DOUBLE_EQ(factors[31] / factors[32], 1.03);
  EXPECT_NEAR(factors[30], std::pow(1.035, -30), 1e-15);
}

// A case worked by hand, in pounds of one year. A council spends 250,000 and then 40,000 a year on a team that keeps
// people out of hospital and care homes; it saves 60,000 a year from the second year on, the NHS 90,000.
//
//   year       factor at 3.5%   cost      of it today   saved by both   today
//   0          1                250,000   250,000.00          0               0.00
//   1          0.966183574...    40,000    38,647.34    150,000         144,927.54   (150,000 / 1.035)
//   2          0.933510700...    40,000    37,340.43    150,000         140,026.60   (150,000 / 1.071225)
//   3          0.901942705...    40,000    36,077.71    150,000         135,291.41   (150,000 / 1.108717875)
//   together                               362,065.48                    420,245.55
//
//   net 58,180.07; benefits for a pound of costs 420,245.55 / 362,065.48 = 1.1607.
TEST(Measures, agree_with_a_case_worked_by_hand_to_the_penny) {
  const std::vector<double> factors = discount_factors(flat, 4);
  const std::vector<double> cost = {250'000, 40'000, 40'000, 40'000}, council = {0, 60'000, 60'000, 60'000},
                            health = {0, 90'000, 90'000, 90'000};
  const double costs = present_value(cost, factors);
  const double council_gain = present_value(council, factors), health_gain = present_value(health, factors);
  EXPECT_EQ(pence(costs), 362'065.48);
  EXPECT_EQ(pence(council_gain + health_gain), 420'245.55);
  EXPECT_EQ(pence(council_gain + health_gain - costs), 58'180.07);
  EXPECT_EQ(pence(*benefit_cost_ratio(council_gain + health_gain, costs)), 1.16);

  // The council alone: 420,245.55 * 60 / 150 = 168,098.22, less 362,065.48: it loses 193,967.26, and the NHS, which
  // gains 252,147.33, must give it as much.
  const std::vector<double> net = {council_gain - costs, health_gain};
  EXPECT_EQ(pence(net[0]), -193'967.26);
  const std::vector<double> transfers = break_even_transfers(net);
  EXPECT_EQ(pence(transfers[0]), 193'967.26);
  EXPECT_EQ(pence(transfers[1]), -193'967.26);

  // The council pays all and has 60 of 150 pounds of the gains: 90 / 150 lands elsewhere.
  EXPECT_DOUBLE_EQ(*wrong_pocket_index(std::vector{council_gain, health_gain}, std::vector{costs, 0.0}), 0.6);
}

TEST(Payback, is_the_year_from_which_on_the_money_is_back_to_stay) {
  EXPECT_EQ(payback_year(std::vector{-100.0, 60.0, 60.0, 5.0}), 2U);
  EXPECT_EQ(payback_year(std::vector{-100.0, 120.0, -60.0, 50.0}), 3U);
  EXPECT_EQ(payback_year(std::vector{-100.0, 60.0}), std::nullopt);
  EXPECT_EQ(payback_year(std::vector{0.0, 0.0}), 0U);
}

TEST(BenefitCostRatio, is_none_where_nothing_is_spent) {
  EXPECT_EQ(benefit_cost_ratio(10, 0), std::nullopt);
  EXPECT_EQ(benefit_cost_ratio(10, 4), 2.5);
}

TEST(WrongPockets, none_where_all_gain_as_they_pay_and_all_where_no_payer_gains) {
  EXPECT_NEAR(*wrong_pocket_index(std::vector{3.0, 1.0}, std::vector{6.0, 2.0}), 0, 1e-15);
  EXPECT_DOUBLE_EQ(*wrong_pocket_index(std::vector{0.0, 4.0}, std::vector{5.0, 0.0}), 1);
  EXPECT_EQ(wrong_pocket_index(std::vector{-1.0, 0.0}, std::vector{5.0, 0.0}), std::nullopt);
}

TEST(BreakEvenTransfers, add_up_to_nothing_and_leave_nobody_worse_off_where_the_whole_gains) {
  const std::vector<double> values = {-5, 2, 8, 0, -1};
  const std::vector<double> transfers = break_even_transfers(values);
  EXPECT_NEAR(sum(transfers), 0, 1e-12);
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_GE(values[i] + transfers[i], -1e-12) << i;
}

TEST(BreakEvenTransfers, take_from_winners_all_they_have_where_the_whole_loses) {
  const std::vector<double> transfers = break_even_transfers(std::vector{-9.0, 3.0, -3.0});
  EXPECT_NEAR(sum(transfers), 0, 1e-12);
  EXPECT_DOUBLE_EQ(transfers[1], -3);
  EXPECT_DOUBLE_EQ(transfers[0], 2.25);
}

TEST(TransfersTo, bring_each_to_its_share) {
  const std::vector<double> transfers = transfers_to(std::vector{2.0, 2.0}, std::vector{-1.0, 5.0});
  EXPECT_EQ(transfers, (std::vector{3.0, -3.0}));
}

TEST(Optimism, makes_costs_larger_and_benefits_smaller_and_no_loss_smaller) {
  const std::vector<OptimismCorrection> table = {{"RCT", 0, 0}, {"judgement", 0.4, 0.4}};
  const OptimismCorrection& guess = correction_of(table, "judgement");
  EXPECT_DOUBLE_EQ(corrected_costs(100, guess), 140);
  EXPECT_DOUBLE_EQ(corrected_benefits(100, guess), 60);
  EXPECT_EQ(corrected_benefits(-100, guess), -100);
  EXPECT_EQ(corrected_costs(-100, guess), -100);
  EXPECT_EQ(corrected_costs(100, correction_of(table, "RCT")), 100);
  EXPECT_EQ(correction_of(table, "hearsay").grade, "judgement");
}

}  // namespace
}  // namespace commonweal::appraisal
