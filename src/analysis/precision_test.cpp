// SPDX-License-Identifier: Apache-2.0
#include "analysis/precision.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::analysis {
namespace {

TEST(StepKnown, is_the_next_round_one_above_the_error) {
  EXPECT_DOUBLE_EQ(step_known(0.3, 0.1), 0.5);
  EXPECT_DOUBLE_EQ(step_known(13, 0.1), 20);
  EXPECT_DOUBLE_EQ(step_known(7, 0.1), 10);
  EXPECT_DOUBLE_EQ(step_known(1, 0.1), 1);
  EXPECT_DOUBLE_EQ(step_known(0.02, 0.1), 0.1);
  EXPECT_DOUBLE_EQ(step_known(0, 0.1), 0.1);
  EXPECT_DOUBLE_EQ(step_known(std::numeric_limits<double>::quiet_NaN(), 0.1), 0.1);
}

TEST(StepKnown, of_several_is_that_of_the_least_known) {
  const ensemble::Estimate statistics[] = {{5, 0.01}, {7, 0.4}, {9, 0}};
  EXPECT_DOUBLE_EQ(step_known(statistics, 0.1), 0.5);
}

RC_GTEST_PROP(StepKnown, is_never_finer_than_the_error_nor_three_times_as_coarse, ()) {
  const double error = std::exp(*rc::gen::inRange(-20, 20) / 2.0);
  const double step = step_known(error, 1e-6);
  RC_ASSERT(step >= error * (1 - 1e-12));
  RC_ASSERT(step <= 2.5 * error * (1 + 1e-12));
}

TEST(Rounded, goes_to_multiples_of_a_step) {
  EXPECT_DOUBLE_EQ(rounded(129, 20), 120);
  EXPECT_DOUBLE_EQ(rounded(-1.26, 0.5), -1.5);
}

TEST(DigitsOf, are_those_that_multiples_of_a_step_need) {
  EXPECT_EQ(digits_of(20), 0);
  EXPECT_EQ(digits_of(1), 0);
  EXPECT_EQ(digits_of(0.5), 1);
  EXPECT_EQ(digits_of(0.1), 1);
  EXPECT_EQ(digits_of(0.02), 2);
}

}  // namespace
}  // namespace commonweal::analysis
