// SPDX-License-Identifier: Apache-2.0
#include "appraisal/fair_split.h"

#include <numeric>

#include <gtest/gtest.h>

#include "appraisal/measures.h"

namespace commonweal::appraisal {
namespace {

// Two agencies gain 60 and 90 by what costs 100. Neither would do it alone: together they have 50, and each is needed
// for all of it, so each gets 25. The first pays 60 - 25 = 35, the second 90 - 25 = 65.
TEST(FairSplit, gives_alike_to_those_who_are_needed_alike) {
  EXPECT_EQ(fair_split(std::vector{60.0, 90.0}, 100), (std::vector{25.0, 25.0}));
}

// 120 and 40 by what costs 100: the first would do it alone and have 20; the second adds 40 to that, and has nothing by
// itself. Half of the time either comes first: (20 + 60) / 2 and (0 + 40) / 2, but 60 - 0 for the first after the
// second.
TEST(FairSplit, gives_more_to_who_could_do_it_alone) {
  EXPECT_EQ(fair_split(std::vector{120.0, 40.0}, 100), (std::vector{40.0, 20.0}));
}

TEST(FairSplit, has_nothing_to_share_where_the_whole_loses) {
  EXPECT_EQ(fair_split(std::vector{30.0, 40.0}, 100), (std::vector{0.0, 0.0}));
}

TEST(FairSplit, adds_up_and_its_transfers_add_up_to_nothing) {
  const std::vector<double> gains = {12, 31, -4, 0, 8.5, 40, 2, 0.25};
  const double cost = 37;
  const std::vector<double> shares = fair_split(gains, cost);
  EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 89.75 - 37, 1e-9);
  std::vector<double> net = gains;
  net[0] -= cost;  // the first pays
  const std::vector<double> transfers = transfers_to(shares, net);
  EXPECT_NEAR(std::accumulate(transfers.begin(), transfers.end(), 0.0), 0, 1e-9);
}

}  // namespace
}  // namespace commonweal::appraisal
