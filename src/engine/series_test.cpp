// SPDX-License-Identifier: Apache-2.0
#include "engine/series.h"

#include <gtest/gtest.h>

namespace commonweal::engine {
namespace {

using program::Between;

const program::SeriesPoints points{{2010, 2012, 2013}, {10, 20, 50}};

TEST(Series, IsReadBetweenItsPointsInThreeWays) {
  EXPECT_EQ(read_points(points, Between::hold_last, 2011.5), 10);
  EXPECT_EQ(read_points(points, Between::take_next, 2011.5), 20);
  EXPECT_EQ(read_points(points, Between::straight, 2011.5), 17.5);
}

TEST(Series, IsItsPointsAtTheirTimesAndLevelBeyond) {
  for (const Between between : {Between::hold_last, Between::take_next, Between::straight}) {
    EXPECT_EQ(read_points(points, between, 2009), 10);
    EXPECT_EQ(read_points(points, between, 2010), 10);
    EXPECT_EQ(read_points(points, between, 2012), 20);
    EXPECT_EQ(read_points(points, between, 2013), 50);
    EXPECT_EQ(read_points(points, between, 2100), 50);
  }
}

}  // namespace
}  // namespace commonweal::engine
