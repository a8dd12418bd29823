// SPDX-License-Identifier: Apache-2.0
#include "report/labels.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::report {
namespace {

TEST(Wrapping, BreaksAtSpacesAndKeepsEveryWord) {
  EXPECT_EQ(wrapped("Adult social care working age", 100, 14),
            (std::vector<std::string>{"Adult social", "care working", "age"}));
  EXPECT_EQ(wrapped("Unbreakable-as-it-is", 10, 14), (std::vector<std::string>{"Unbreakable-as-it-is"}));
  EXPECT_EQ(wrapped("", 100, 14), std::vector<std::string>{});
}

TEST(PushingApart, LeavesAloneWhatDoesNotTouch) {
  std::vector<double> centres = {10, 50, 90};
  push_apart(centres, {20, 20, 20}, 0, 100);
  EXPECT_EQ(centres, (std::vector<double>{10, 50, 90}));
}

TEST(PushingApart, MovesTouchingLabelsEquallyFar) {
  std::vector<double> centres = {50, 50};
  push_apart(centres, {20, 20}, 0, 100);
  EXPECT_EQ(centres, (std::vector<double>{40, 60}));
}

TEST(PushingApart, KeepsWithinItsBounds) {
  std::vector<double> centres = {-30, 2, 130};
  push_apart(centres, {20, 20, 20}, 0, 100);
  EXPECT_EQ(centres, (std::vector<double>{10, 30, 90}));
}

RC_GTEST_PROP(PushingApart, NeverOverlapsWhereThereIsRoom, ()) {
  auto wishes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 550));
  RC_PRE(wishes.size() <= 12u);
  std::vector<double> centres(wishes.begin(), wishes.end());
  std::vector<double> heights;
  for (std::size_t label = 0; label < centres.size(); ++label) heights.push_back(label % 3 == 0 ? 36 : 18);
  push_apart(centres, heights, 0, 500);

  std::vector<std::size_t> order(centres.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto one, auto other) { return centres[one] < centres[other]; });
  for (std::size_t place = 0; place < order.size(); ++place) {
    const double half = heights[order[place]] / 2, centre = centres[order[place]];
    RC_ASSERT(centre - half >= -1e-6);
    RC_ASSERT(centre + half <= 500 + 1e-6);
    if (place == 0) continue;
    RC_ASSERT(centre - half >= centres[order[place - 1]] + heights[order[place - 1]] / 2 - 1e-6);
    RC_ASSERT(wishes[order[place]] >= wishes[order[place - 1]]);
  }
}

}  // namespace
}  // namespace commonweal::report
