// SPDX-License-Identifier: Apache-2.0
#include "loops/discovery.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "loops/scored_test.h"

namespace commonweal::loops {
namespace {

/// Five stocks, each of which makes all others grow: 84 loops of two to five stocks.
std::string all_on_all() {
  std::string text;
  for (int to = 1; to <= 5; ++to) {
    text += "s" + std::to_string(to) + " = INTEG(0";
    for (int from = 1; from <= 5; ++from) {
      if (from != to) text += " + " + std::to_string(0.01 * (from + 2 * to)) + " * s" + std::to_string(from);
    }
    text += ", " + std::to_string(to) + ") ~ ~ |\n";
  }
  return text;
}

TEST(Discovery, FewLoopsAreAllListed) {
  const Scored all = scored(all_on_all(), "5", "0.25");
  EXPECT_TRUE(all.discovery.complete);
  EXPECT_EQ(all.discovery.circles.size(), 84U);  // 10 of two, 20 of three, 30 of four, 24 of five
}

TEST(Discovery, OfManyTheStrongOnesAreFound) {
  const Scored all = scored(all_on_all(), "5", "0.25");
  const Scored some = scored(all_on_all(), "5", "0.25", {.circles = 10});
  EXPECT_FALSE(some.discovery.complete);
  EXPECT_LT(some.loops.size(), all.loops.size());
  const auto strongest =
      std::ranges::max_element(all.loops, {}, [](const ScoredLoop& loop) { return std::fabs(loop.relative.back()); });
  EXPECT_EQ(std::ranges::count(some.discovery.circles, strongest->circle), 1);
}

TEST(Discovery, ALinkThatNeverActsClosesNoLoop) {
  const Scored off =
      scored("s = INTEG(0.1 * s + switch * t, 1) ~ ~ |\nt = INTEG(0.1 * s, 1) ~ ~ |\nswitch = 0 ~ ~ |\n", "5", "0.25");
  EXPECT_EQ(off.discovery.circles.size(), 1U);
}

}  // namespace
}  // namespace commonweal::loops
