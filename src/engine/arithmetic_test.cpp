// SPDX-License-Identifier: Apache-2.0
#include "engine/arithmetic.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::engine {
namespace {

using program::Operation;

TEST(Arithmetic, LookupsAreStraightBetweenPointsAndLevelBeyond) {
  const program::Table table{{0, 1, 3}, {10, 20, 0}};
  EXPECT_EQ(read_table(table, -5), 10);
  EXPECT_EQ(read_table(table, 0), 10);
  EXPECT_EQ(read_table(table, 0.5), 15);
  EXPECT_EQ(read_table(table, 1), 20);
  EXPECT_EQ(read_table(table, 2), 10);
  EXPECT_EQ(read_table(table, 3), 0);
  EXPECT_EQ(read_table(table, 9), 0);
}

TEST(Arithmetic, ALookupMayJumpOrHaveOnePoint) {
  const program::Table jump{{0, 1, 1, 2}, {0, 0, 5, 5}};
  EXPECT_EQ(read_table(jump, 0.999), 0);
  EXPECT_EQ(read_table(jump, 1), 5);  // from the jump on
  EXPECT_EQ(read_table({{7}, {3}}, 0), 3);
  EXPECT_EQ(read_table({{7}, {3}}, 8), 3);
  EXPECT_EQ(read_table({}, 8), 0);
}

TEST(Arithmetic, WholePartsGoTowardsZero) {
  EXPECT_EQ(apply(Operation::integer, -2.7, 0, 0), -2);
  EXPECT_EQ(apply(Operation::modulo, 7.5, 2, 0), 1.5);
  EXPECT_EQ(apply(Operation::modulo, -7.5, 2, 0), -1.5);
  EXPECT_EQ(apply(Operation::quantum, 7.9, 2, 0), 6);
  EXPECT_EQ(apply(Operation::quantum, -7.9, 2, 0), -6);
  EXPECT_EQ(apply(Operation::quantum, 7.9, 0, 0), 7.9);
  EXPECT_EQ(apply(Operation::quantum, 7.9, -1, 0), 7.9);
}

TEST(Arithmetic, GuardedDivisionsGuardAgainstZeroOnly) {
  EXPECT_EQ(apply(Operation::zero_if_divided_by_zero, 3, 0, 0), 0);
  EXPECT_EQ(apply(Operation::value_if_divided_by_zero, 3, 0, 8), 8);
  EXPECT_EQ(apply(Operation::zero_if_divided_by_zero, 3, 1e-300, 0), 3e300);
}

TEST(Arithmetic, AllocationServesHigherPrioritiesFirst) {
  const std::vector<double> requests{4, 4}, far_apart{9, 1}, same{5, 5};
  EXPECT_EQ(allocate(requests, far_apart, 1, 20, 1), 4);
  EXPECT_NEAR(allocate(requests, far_apart, 1, 5, 0), 4, 1e-12);
  EXPECT_NEAR(allocate(requests, far_apart, 1, 5, 1), 1, 1e-12);
  EXPECT_NEAR(allocate(requests, same, 1, 5, 0), 2.5, 1e-12);
  EXPECT_EQ(allocate(requests, same, 1, 0, 0), 0);
}

TEST(Arithmetic, AnAllocationWithoutWidthIsNoNumber) {
  const std::vector<double> requests{4, 4}, priorities{9, 1};
  EXPECT_TRUE(std::isnan(allocate(requests, priorities, 0, 5, 0)));
  EXPECT_TRUE(std::isnan(allocate(requests, priorities, -1, 5, 0)));
}

RC_GTEST_PROP(ArithmeticProperty, ALookupStaysWithinItsNeighbours, ()) {
  program::Table table;
  for (int x = 0; x < 5; ++x) {
    table.x.push_back(x);
    table.y.push_back(*rc::gen::inRange(-100, 100));
  }
  const double x = *rc::gen::inRange(-100, 500) / 100.0;
  const auto below = static_cast<std::size_t>(std::clamp(std::floor(x), 0.0, 4.0));
  const std::size_t above = std::min<std::size_t>(below + 1, 4);
  const double y = read_table(table, x);
  RC_ASSERT(y >= std::min(table.y[below], table.y[above]) && y <= std::max(table.y[below], table.y[above]));
}

}  // namespace
}  // namespace commonweal::engine
