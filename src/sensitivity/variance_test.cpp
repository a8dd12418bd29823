// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/variance.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "random/stream.h"
#include "sensitivity/test_functions.h"

namespace commonweal::sensitivity {
namespace {

/// Inputs named "x0", "x1", ...
Plan plan_of(std::size_t inputs, std::uint64_t seed = 0) {
  Plan plan{{}, seed};
  for (std::size_t input = 0; input < inputs; ++input) plan.inputs.push_back("x" + std::to_string(input));
  return plan;
}

void expect_shares(const VarianceShares& seen, const std::vector<double>& first, const std::vector<double>& total,
                   double error) {
  for (std::size_t input = 0; input < first.size(); ++input) {
    EXPECT_NEAR(seen.first[input].value, first[input], error) << "first share of input " << input;
    EXPECT_NEAR(seen.total[input].value, total[input], error) << "total share of input " << input;
  }
}

TEST(VarianceShares, are_those_of_ishigami) {
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2012}}) {
    const VarianceAnalysis analysis = variance_analysis(plan_of(3, seed), 1024, each(ishigami));
    expect_shares(analysis.outputs.front(), {0.3139, 0.4424, 0}, {0.5576, 0.4424, 0.2437}, 0.03);
    EXPECT_EQ(analysis.runs, 1024U * 5);
  }
}

TEST(VarianceShares, are_those_of_forty_inputs_on_a_large_offset) {
  const std::size_t inputs = 40;
  const VarianceAnalysis analysis =
      variance_analysis(plan_of(inputs), 1024, each([](const Point& x) { return 1000 + sum_of_forty(x); }));
  const std::vector<double> exact = shares_of_forty();
  expect_shares(analysis.outputs.front(), exact, exact, 0.03);
}

TEST(VarianceShares, do_not_move_with_an_offset_of_a_million) {
  const VarianceAnalysis plain = variance_analysis(plan_of(3), 256, each(ishigami));
  const VarianceAnalysis lifted =
      variance_analysis(plan_of(3), 256, each([](const Point& x) { return 1e6 + ishigami(x); }));
  for (std::size_t input = 0; input < 3; ++input) {
    EXPECT_NEAR(plain.outputs[0].first[input].value, lifted.outputs[0].first[input].value, 1e-6);
    EXPECT_NEAR(plain.outputs[0].total[input].value, lifted.outputs[0].total[input].value, 1e-6);
  }
  EXPECT_NEAR(lifted.outputs[0].mean, 1e6 + plain.outputs[0].mean, 1e-6);
}

TEST(VarianceShares, hold_the_truth_in_their_range_nineteen_times_in_twenty) {
  const std::vector<double> first{0.3139, 0.4424, 0}, total{0.5576, 0.4424, 0.2437};
  int held = 0, asked = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const VarianceShares shares = variance_analysis(plan_of(3, seed), 128, each(ishigami)).outputs.front();
    for (std::size_t input = 0; input < 3; ++input) {
      held += shares.first[input].low <= first[input] && first[input] <= shares.first[input].high ? 1 : 0;
      held += shares.total[input].low <= total[input] && total[input] <= shares.total[input].high ? 1 : 0;
      asked += 2;
    }
  }
  EXPECT_GE(held, asked * 88 / 100);  // the scrambled design does better than
                                      // rows drawn by chance, so rarely worse
}

TEST(VarianceShares, of_an_input_that_does_nothing_are_nothing) {
  const VarianceShares shares =
      variance_analysis(plan_of(2), 256, each([](const Point& x) { return x[0]; })).outputs.front();
  EXPECT_EQ(shares.total[1].value, 0);
  EXPECT_EQ(shares.first[1].value, 0);
  EXPECT_NEAR(shares.total[0].value, 1, 0.03);
}

TEST(VarianceShares, take_an_input_of_few_values) {
  // 0 or 1 with equal odds, and a uniform number: variances 1/4 and 1/12.
  const auto coin = [](const Point& x) { return (x[0] < 0.5 ? 0.0 : 1.0) + x[1]; };
  expect_shares(variance_analysis(plan_of(2), 1024, each(coin)).outputs.front(), {0.75, 0.25}, {0.75, 0.25}, 0.03);
}

TEST(VarianceShares, of_a_group_are_those_of_its_members_together) {
  // x0 with x2, which act together; x1 in no group is never moved by itself, and so has no share.
  Plan plan = plan_of(3);
  plan.groups = {{0, 2}};
  const VarianceAnalysis analysis = variance_analysis(plan, 1024, each(ishigami));
  EXPECT_EQ(analysis.runs, 1024U * 3);
  expect_shares(analysis.outputs.front(), {0.5576}, {0.5576}, 0.03);
}

TEST(VarianceShares, of_outputs_together_weigh_each_by_its_variance) {
  const Evaluate two = [](const std::vector<Point>& points) {
    std::vector<std::vector<double>> outputs;
    for (const Point& x : points) outputs.push_back({x[0], 3 * x[1]});
    return outputs;
  };
  const VarianceAnalysis analysis = variance_analysis(plan_of(2), 1024, two);
  expect_shares(analysis.together, {0.1, 0.9}, {0.1, 0.9}, 0.02);
}

TEST(VarianceShares, leave_out_whole_rows_with_a_run_that_failed) {
  const Evaluate sometimes = [](const std::vector<Point>& points) {
    std::vector<std::vector<double>> outputs;
    for (const Point& x : points) outputs.push_back(x[0] > 0.9 ? std::vector<double>() : std::vector<double>{x[1]});
    return outputs;
  };
  const VarianceAnalysis analysis = variance_analysis(plan_of(2), 1024, sometimes);
  EXPECT_EQ(analysis.rows + analysis.failed_rows, 1024U);
  EXPECT_NEAR(static_cast<double>(analysis.failed_rows), 1024 * 0.19, 20);
  expect_shares(analysis.outputs.front(), {0, 1}, {0, 1}, 0.05);
}

TEST(VarianceShares, of_an_output_that_does_not_vary_are_not_numbers) {
  const VarianceAnalysis analysis = variance_analysis(plan_of(1), 64, each([](const Point&) { return 7.0; }));
  EXPECT_TRUE(std::isnan(analysis.outputs[0].first[0].value));
  EXPECT_EQ(analysis.outputs[0].variance, 0);
}

TEST(VarianceShares, are_the_same_for_the_same_seed_and_others_for_another) {
  const auto first_of = [](std::uint64_t seed) {
    return variance_analysis(plan_of(3, seed), 128, each(ishigami)).outputs[0].first[0];
  };
  EXPECT_EQ(first_of(0).value, first_of(0).value);
  EXPECT_EQ(first_of(0).low, first_of(0).low);
  EXPECT_NE(first_of(0).value, first_of(1).value);
}

}  // namespace
}  // namespace commonweal::sensitivity
