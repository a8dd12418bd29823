// SPDX-License-Identifier: Apache-2.0
#include "analysis/band_depth.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

TEST(BandDepths, are_greatest_in_the_middle) {
  const std::vector<double> depths = band_depths({{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}});
  EXPECT_EQ(std::ranges::max_element(depths) - depths.begin(), 2);
  // The middle one lies between all pairs but the two pairs below it and above it; an outer one in its own four pairs.
  EXPECT_NEAR(depths[2], 0.8, 1e-12);
  EXPECT_NEAR(depths[0], 0.4, 1e-12);
}

TEST(BandDepths, of_a_path_that_crosses_the_others_are_less_than_those_of_one_that_stays) {
  const std::vector<double> depths = band_depths({{0, 0, 0}, {1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {4, 4, 4}, {0, 2, 4}});
  EXPECT_GT(depths[2], depths[5]);
}

TEST(BandDepths, of_fewer_than_two_paths_are_nothing) {
  EXPECT_EQ(band_depths({{1, 2}}), std::vector<double>{0});
  EXPECT_TRUE(band_depths({}).empty());
}

}  // namespace
}  // namespace commonweal::analysis
