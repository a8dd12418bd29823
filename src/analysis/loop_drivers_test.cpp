// SPDX-License-Identifier: Apache-2.0
#include "analysis/loop_drivers.h"

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

loops::RunShares three_years() {
  loops::RunShares shares;
  shares.times = {2012, 2013, 2014};
  shares.circles = 9;
  shares.shares = {{"", 4, 3, {0.1, 0, 0}, {-0.5, -0.2, -0.1}},
                   {"loop R1 doom, loop B6 rationing", 4, 2, {0.3, 0.4, 0.5}, {0, -0.1, 0}},
                   {"loop R2 virtuous circle", 4, 1, {0.1, 0.2, 0.3}, {0, 0, 0}},
                   {"loop R3 trust trap", 4, 1, {0, 0.1, 0.1}, {0, 0, 0}},
                   {"", 7, 1, {1, 1, 1}, {0, 0, 0}}};
  return shares;
}

TEST(LoopDrivers, TheStrongestOfEachKindAreShownAndTheRestIsOneLayer) {
  study::Scenario scenario;
  scenario.name = "Carry on";
  const LoopDrivers drivers = loop_drivers(three_years(), scenario, "Smallville", 1);
  ASSERT_EQ(drivers.layers.size(), 4U);
  EXPECT_EQ(drivers.layers[0].name, "R1 doom with B6 rationing");
  EXPECT_EQ(drivers.layers[1].name, "All others that reinforce");
  EXPECT_NEAR(drivers.layers[1].shares[1], 0.3, 1e-12);
  EXPECT_EQ(drivers.layers[2].name, "Loops without a name");
  EXPECT_EQ(drivers.layers[2].shares, (std::vector<double>{0.5, 0.2, 0.1}));
  EXPECT_FALSE(drivers.layers[3].reinforces);
  for (std::size_t year = 0; year < 3; ++year) {
    double total = 0;
    for (const auto& layer : drivers.layers) total += layer.shares[year];
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

TEST(LoopDrivers, TheStrongestOfSomeYearsIsThatOfTheLargestMean) {
  const LoopDrivers drivers = loop_drivers(three_years(), study::Scenario(), "");
  EXPECT_EQ(strongest(drivers, 0, 1).name, "Loops without a name");
  EXPECT_EQ(strongest(drivers, 1, 2).name, "R1 doom with B6 rationing");
  EXPECT_NEAR(mean_share(strongest(drivers, 1, 2), 1, 2), 0.45, 1e-12);
}

}  // namespace
}  // namespace commonweal::analysis
