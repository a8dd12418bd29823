// SPDX-License-Identifier: Apache-2.0
#include "experiments/scale.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::experiments {
namespace {

evidence::Entry row(double low, double central, double high, const std::string& distribution, const std::string& unit) {
  evidence::Entry entry;
  entry.id = "row";
  entry.central = central, entry.low = low, entry.high = high;
  entry.distribution = distribution, entry.unit = unit;
  return entry;
}

TEST(Scale, follows_what_a_number_can_be) {
  EXPECT_EQ(scale_of(row(0, 0.01, 0.03, "triangular", "dimensionless")), Scale::log_odds);
  EXPECT_EQ(scale_of(row(0, 0.5, 1.5, "triangular", "dimensionless")), Scale::logarithm);
  EXPECT_EQ(scale_of(row(0, 0.5, 1, "triangular", "1/year")), Scale::logarithm);
  EXPECT_EQ(scale_of(row(-0.1, 0, 0.1, "triangular", "dimensionless")), Scale::plain);
  EXPECT_EQ(scale_of(row(0.1, 0.2, 0.3, "normal", "dimensionless")), Scale::plain);
  EXPECT_EQ(scale_of(row(0.1, 0.2, 0.4, "lognormal", "dimensionless")), Scale::logarithm);
}

TEST(Scale, goes_there_and_back) {
  for (const Scale scale : {Scale::plain, Scale::logarithm, Scale::log_odds}) {
    for (const double value : {0.001, 0.3, 0.999}) {
      EXPECT_NEAR(value_at(scale, position(scale, value)), value, 1e-12);
      const double step = 1e-6 * value * (1 - value);
      const double seen = (position(scale, value + step) - position(scale, value - step)) / (2 * step);
      EXPECT_NEAR(slope(scale, value) / seen, 1, 1e-6);
    }
  }
}

// Mean 10 with deviation 3, and 16 with error 4: weights 1/9 and 1/16, so 10 + 6 * 9 / 25 and 12 / 5.
TEST(Belief, weighs_each_as_one_over_its_variance) {
  const Belief together = combined({Scale::plain, 10, 3}, {Scale::plain, 16, 4});
  EXPECT_NEAR(together.mean, 12.16, 1e-12);
  EXPECT_NEAR(together.deviation, 2.4, 1e-12);
}

TEST(Belief, of_a_normal_row_is_that_row) {
  base::Diagnostics diagnostics;
  const auto belief = belief_of(row(2, 4, 6, "normal", "year"), diagnostics);
  ASSERT_TRUE(belief);
  EXPECT_NEAR(belief->centre(), 4, 1e-9);
  EXPECT_NEAR(belief->low(), 2, 1e-9);
  EXPECT_NEAR(belief->high(), 6, 1e-9);
}

// The tenth and the ninth tenth of a triangle from 0 to 2 about 1 are sqrt(0.2) and 2 - sqrt(0.2).
TEST(Belief, keeps_the_middle_eight_of_ten_of_a_triangle) {
  base::Diagnostics diagnostics;
  const auto belief = belief_of(row(0, 1, 2, "triangular", "year"), diagnostics);
  ASSERT_TRUE(belief);
  EXPECT_EQ(belief->scale, Scale::logarithm);
  EXPECT_NEAR(belief->low(), std::sqrt(0.2), 1e-9);
  EXPECT_NEAR(belief->high(), 2 - std::sqrt(0.2), 1e-9);
}

TEST(Belief, carries_an_error_over_by_the_slope) {
  EXPECT_NEAR(belief_of(Scale::logarithm, 4, 0.5).deviation, 0.125, 1e-12);
  EXPECT_NEAR(belief_of(Scale::log_odds, 0.2, 0.04).deviation, 0.25, 1e-12);
}

}  // namespace
}  // namespace commonweal::experiments
