// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/screening.h"

#include <gtest/gtest.h>

#include "sensitivity/test_functions.h"

namespace commonweal::sensitivity {
namespace {

const Plan three{{"a", "b", "c"}, 0};

TEST(Screening, finds_the_slope_of_a_straight_line_exactly) {
  const Screening result = screening(three, 10, each([](const Point& x) { return 1000 + 4 * x[0] - 2 * x[1]; }));
  const std::vector<ElementaryEffects>& effects = result.outputs.front();
  EXPECT_NEAR(effects[0].size.value, 4, 1e-9);
  EXPECT_NEAR(effects[0].mean, 4, 1e-9);
  EXPECT_NEAR(effects[0].deviation, 0, 1e-9);
  EXPECT_NEAR(effects[1].size.value, 2, 1e-9);
  EXPECT_NEAR(effects[1].mean, -2, 1e-9);
  EXPECT_EQ(effects[2].size.value, 0);
  EXPECT_EQ(result.runs, 40U);
}

TEST(Screening, tells_by_its_deviation_what_acts_together) {
  const Screening result =
      screening(three, 60, each([](const Point& x) { return x[0] + 8 * (x[1] - 0.5) * (x[2] - 0.5); }));
  const std::vector<ElementaryEffects>& effects = result.outputs.front();
  EXPECT_NEAR(effects[0].deviation, 0, 1e-9);
  EXPECT_GT(effects[1].deviation, 1);
  // |8 (c - 1/2)| over the middles of eight levels is 2 on average.
  EXPECT_NEAR(effects[1].size.value, 2, 0.35);
  EXPECT_LE(effects[1].size.low, effects[1].size.value);
  EXPECT_GE(effects[1].size.high, effects[1].size.value);
}

TEST(Screening, stays_inside_every_distribution_and_moves_each_input_once_a_walk) {
  std::vector<Point> seen;
  screening(three, 20, [&](const std::vector<Point>& points) {
    seen = points;
    return std::vector<std::vector<double>>(points.size(), {0.0});
  });
  ASSERT_EQ(seen.size(), 80U);
  for (std::size_t point = 0; point < seen.size(); ++point) {
    std::size_t moved = 0;
    for (std::size_t input = 0; input < 3; ++input) {
      EXPECT_GT(seen[point][input], 0);
      EXPECT_LT(seen[point][input], 1);
      if (point % 4 > 0) moved += seen[point][input] != seen[point - 1][input] ? 1 : 0;
    }
    if (point % 4 > 0) {
      EXPECT_EQ(moved, 1U);
    }
  }
  for (std::size_t walk = 0; walk < 20; ++walk) {
    for (std::size_t input = 0; input < 3; ++input) EXPECT_NE(seen[4 * walk][input], seen[4 * walk + 3][input]);
  }
}

TEST(Screening, leaves_out_walks_with_a_run_that_failed) {
  const Screening result = screening(three, 50, [](const std::vector<Point>& points) {
    std::vector<std::vector<double>> outputs;
    for (const Point& x : points) outputs.push_back(x[2] > 0.9 ? std::vector<double>() : std::vector<double>{x[0]});
    return outputs;
  });
  EXPECT_GT(result.failed_trajectories, 0U);
  EXPECT_EQ(result.trajectories + result.failed_trajectories, 50U);
  EXPECT_NEAR(result.outputs[0][0].size.value, 1, 1e-9);
}

}  // namespace
}  // namespace commonweal::sensitivity
