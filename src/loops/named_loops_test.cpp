// SPDX-License-Identifier: Apache-2.0
#include "loops/named_loops.h"

#include <gtest/gtest.h>

#include "loops/scored_test.h"

namespace commonweal::loops {
namespace {

TEST(NamedLoops, ALoopGoesByTheNamesOfItsLinks) {
  const Scored logistic = scored(
      "s = INTEG(births - deaths, 10) ~ ~ |\nbirths = 0.5 * s ~ ~ |\ncrowding = s / 1000 ~ ~ |\n"
      "deaths = 0.4 * s * crowding + 0.05 * s ~ ~ |\n",
      "20", "0.125");
  const auto shares =
      shares_by_name(logistic.program, logistic.graph, logistic.loops,
                     {{"loop R growth", {{"s", "births"}}}, {"loop B crowding", {{"crowding", "deaths"}}}});
  ASSERT_EQ(shares.size(), 3U);
  EXPECT_EQ(shares[0].name, "");  // s, deaths
  EXPECT_EQ(shares[1].name, "loop B crowding");
  EXPECT_EQ(shares[2].name, "loop R growth");
  for (std::size_t moment = 0; moment < logistic.links.times.size(); ++moment) {
    EXPECT_EQ(shares[1].reinforcing[moment], 0);
    EXPECT_EQ(shares[2].balancing[moment], 0);
    EXPECT_NEAR(shares[2].reinforcing[moment] - shares[1].balancing[moment] - shares[0].balancing[moment], 1, 1e-12);
  }
}

TEST(NamedLoops, ALoopThroughLinksOfTwoNamesGoesByBoth) {
  const Scored pair = scored("a = INTEG(0.1 * b, 1) ~ ~ |\nb = INTEG(0.1 * a, 1) ~ ~ |\n", "5", "0.25");
  const auto shares =
      shares_by_name(pair.program, pair.graph, pair.loops, {{"one", {{"a", "b"}}}, {"two", {{"b", "a"}}}});
  ASSERT_EQ(shares.size(), 1U);
  EXPECT_EQ(shares[0].name, "one, two");
  EXPECT_EQ(shares[0].circles, 1U);
}

}  // namespace
}  // namespace commonweal::loops
