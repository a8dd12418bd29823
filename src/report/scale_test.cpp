// SPDX-License-Identifier: Apache-2.0
#include "report/scale.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::report {
namespace {

TEST(Scale, LaysFiguresAlongTheLine) {
  const Scale scale{0, 10, 100, 0};
  EXPECT_DOUBLE_EQ(scale.at(0), 100);
  EXPECT_DOUBLE_EQ(scale.at(2.5), 75);
  EXPECT_DOUBLE_EQ(scale.at(10), 0);
}

TEST(Ticks, AreRoundAndCoverTheFigures) {
  EXPECT_EQ(nice_ticks({0, 645}, 7), (std::vector<double>{0, 100, 200, 300, 400, 500, 600, 700}));
  EXPECT_EQ(nice_ticks({-33, 1080}, 6), (std::vector<double>{-200, 0, 200, 400, 600, 800, 1000, 1200}));
  EXPECT_EQ(nice_ticks({0, 0.4}, 5), (std::vector<double>{0, 0.1, 0.2, 0.30000000000000004, 0.4}));
}

TEST(Ticks, OfNothingAreZeroAndOne) {
  EXPECT_EQ(nice_ticks({}, 6), (std::vector<double>{0, 1}));
}

RC_GTEST_PROP(Ticks, HoldTheExtentAndZeroAndAreFew, (int low, int high, int power)) {
  const double size = std::pow(10.0, power % 9);
  Extent extent;
  extent.include(low * size);
  extent.include(high * size);
  RC_PRE(extent.high > extent.low);
  const std::vector<double> ticks = nice_ticks(extent, 6);
  const double slack = 1e-6 * (extent.high - extent.low);
  RC_ASSERT(ticks.front() <= extent.low + slack);
  RC_ASSERT(ticks.back() >= extent.high - slack);
  RC_ASSERT(std::find(ticks.begin(), ticks.end(), 0.0) != ticks.end());
  RC_ASSERT(ticks.size() >= 2u);
  RC_ASSERT(ticks.size() <= 14u);
}

TEST(Extent, PassesOverWhatIsNotAFigure) {
  Extent extent;
  extent.include(std::numeric_limits<double>::quiet_NaN());
  extent.include(std::numeric_limits<double>::infinity());
  extent.include(-2);
  EXPECT_EQ(extent.low, -2);
  EXPECT_EQ(extent.high, 0);
}

TEST(SharedExtent, IsThatOfAllUnlessOneWouldBePressedFlat) {
  const Extent near[] = {{0, 100}, {-20, 60}};
  EXPECT_EQ(shared_extent(near).low, -20);
  EXPECT_EQ(shared_extent(near).high, 100);
  const Extent far[] = {{0, 100}, {0, 30}};
  EXPECT_TRUE(shared_extent(far).is_empty());
}

TEST(TickDigits, AreThoseTheStepNeeds) {
  EXPECT_EQ(digits_for_step(100), 0);
  EXPECT_EQ(digits_for_step(0.5), 1);
  EXPECT_EQ(digits_for_step(0.02), 2);
}

}  // namespace
}  // namespace commonweal::report
