// SPDX-License-Identifier: Apache-2.0
#include "loops/loop_scores.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "loops/scored_test.h"

namespace commonweal::loops {
namespace {

TEST(LoopScores, ALoopAloneScoresOneWhateverItsStrength) {
  for (const char* strength : {"0.01", "0.5", "3"}) {
    const Scored growth =
        scored("s = INTEG(growth, 100) ~ ~ |\ngrowth = " + std::string(strength) + " * s ~ ~ |\n", "10", "0.125");
    ASSERT_EQ(growth.loops.size(), 1U);
    for (const double score : growth.loops[0].scores) EXPECT_NEAR(score, 1, 1e-9);
  }
  const Scored drain = scored("s = INTEG(-leak, 100) ~ ~ |\nleak = s / 4 ~ ~ |\n", "10", "0.125");
  ASSERT_EQ(drain.loops.size(), 1U);
  for (const double score : drain.loops[0].scores) EXPECT_NEAR(score, -1, 1e-9);
  for (const double share : drain.loops[0].relative) EXPECT_NEAR(share, -1, 1e-12);
}

TEST(LoopScores, ALoopAloneThroughTwoStocksScoresOne) {
  const Scored both = scored("a = INTEG(up, 1) ~ ~ |\nup = 0.3 * b ~ ~ |\nb = INTEG(0.2 * a, 1) ~ ~ |\n", "10", "0.25");
  ASSERT_EQ(both.loops.size(), 1U);
  for (const double score : both.loops[0].scores) EXPECT_NEAR(score, 1, 1e-9);
}

TEST(LoopScores, ItDoesNotMatterHowFlowsAreAddedUp) {
  const std::string flows = "births = 0.3 * s ~ ~ |\ndeaths = s * s / 500 ~ ~ |\n";
  const Scored many = scored("s = INTEG(births - deaths, 10) ~ ~ |\n" + flows, "20", "0.125");
  const Scored net = scored("s = INTEG(net, 10) ~ ~ |\nnet = births - deaths ~ ~ |\n" + flows, "20", "0.125");
  const auto& born = many.through({"s", "births"});
  const auto& born_by_net = net.through({"s", "births", "net"});
  const auto& died = many.through({"s", "deaths"});
  const auto& died_by_net = net.through({"s", "deaths", "net"});
  for (std::size_t moment = 0; moment < born.scores.size(); ++moment) {
    EXPECT_NEAR(born.scores[moment] / born_by_net.scores[moment], 1, 1e-9);
    EXPECT_NEAR(died.scores[moment] / died_by_net.scores[moment], 1, 1e-9);
  }
}

TEST(LoopScores, AStepBetweenTwoValuesChangesNothing) {
  const Scored direct = scored("s = INTEG(births - s * s / 500, 10) ~ ~ |\nbirths = 0.3 * s ~ ~ |\n", "20", "0.125");
  const Scored by_way =
      scored("s = INTEG(births - s * s / 500, 10) ~ ~ |\nbirths = 2 * parents ~ ~ |\nparents = 0.15 * s ~ ~ |\n", "20",
             "0.125");
  const auto& one = direct.through({"s", "births"});
  const auto& two = by_way.through({"s", "births", "parents"});
  for (std::size_t moment = 0; moment < one.relative.size(); ++moment)
    EXPECT_NEAR(one.relative[moment], two.relative[moment], 1e-9);
}

TEST(LoopScores, DominanceOfLogisticGrowthShiftsAtHalfOfWhatCanLive) {
  // d(births) = r ds and d(deaths) = 2 r s ds / K are of equal size where s = K / 2, and there alone.
  const Scored yeast =
      scored("s = INTEG(births - deaths, 10) ~ ~ |\nbirths = 0.5 * s ~ ~ |\ndeaths = 0.5 * s * s / 1000 ~ ~ |\n", "25",
             "0.01");
  const auto& reinforcing = yeast.through({"s", "births"});
  const auto& balancing = yeast.through({"s", "deaths"});
  double shifted = 0;
  for (std::size_t moment = 0; moment < yeast.links.times.size(); ++moment) {
    EXPECT_GT(reinforcing.relative[moment], 0);
    EXPECT_LT(balancing.relative[moment], 0);
    EXPECT_NEAR(reinforcing.relative[moment] - balancing.relative[moment], 1, 1e-12);
    if (shifted == 0 && -balancing.relative[moment] > 0.5) shifted = yeast.links.times[moment];
  }
  // s(t) = K / (1 + 99 exp(-r t)) is K / 2 at t = ln 99 / r; Euler's method is late by less than three steps.
  EXPECT_NEAR(shifted, std::log(99) / 0.5, 0.03);
}

/// Three parties, each moving to a target made of what the two others have (Eberlein and Schoenberg 2020).
const std::string arms_race = R"(
A arms = INTEG(A changing, 50) ~ ~ |
B arms = INTEG(B changing, 100) ~ ~ |
C arms = INTEG(C changing, 150) ~ ~ |
A changing = (A target - A arms) / 10 ~ ~ |
B changing = (B target - B arms) / 10 ~ ~ |
C changing = (C target - C arms) / 10 ~ ~ |
A target = B arms + 0.9 * C arms ~ ~ |
B target = A arms + 1.1 * C arms ~ ~ |
C target = 1.1 * A arms + 0.9 * B arms ~ ~ |
)";

TEST(LoopScores, TheArmsRaceOfThreeHasEightLoopsWithTheStrengthsOfItsLastingGrowth) {
  const Scored race = scored(arms_race, "200", "1");
  EXPECT_TRUE(race.discovery.complete);
  ASSERT_EQ(race.loops.size(), 8U);
  // In the long run all grow at (m - 1) / 10 a year, where m = 1.99776 is the largest root of
  // m^3 - (1 + 0.99 + 0.99) m - (1.1 * 1.1 * 1 + 0.9 * 0.9 * 1) = 0. A loop of n parties whose weights have the product
  // w then scores w / (m - 1)^n, and a party's own correction -1 / (m - 1).
  double m = 2;
  for (int turn = 0; turn < 20; ++turn) m -= (m * m * m - 2.98 * m - 2.02) / (3 * m * m - 2.98);
  const double k = m - 1;
  const auto last = [](const ScoredLoop& loop) { return loop.scores.back(); };
  EXPECT_NEAR(last(race.through({"A arms", "A changing"})), -1 / k, 1e-6);
  EXPECT_NEAR(last(race.through({"A arms", "B target", "B changing", "B arms", "A target", "A changing"})), 1 / (k * k),
              1e-6);
  EXPECT_NEAR(last(race.through({"B arms", "C target", "C changing", "C arms", "B target", "B changing"})),
              0.99 / (k * k), 1e-6);
  // The two loops of three go through the same nine values, one each way round.
  std::vector<double> of_three;
  for (const ScoredLoop& loop : race.loops) {
    if (loop.circle.size() == 9) of_three.push_back(last(loop));
  }
  std::ranges::sort(of_three);
  ASSERT_EQ(of_three.size(), 2U);
  EXPECT_NEAR(of_three[0], 0.81 / (k * k * k), 1e-6);
  EXPECT_NEAR(of_three[1], 1.21 / (k * k * k), 1e-6);
  for (std::size_t moment = 0; moment < race.links.times.size(); ++moment) {
    double total = 0;
    for (const ScoredLoop& loop : race.loops) total += std::fabs(loop.relative[moment]);
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

TEST(LoopScores, LoopsWithoutACommonValueAreNeverCompared) {
  const Scored apart = scored("a = INTEG(0.1 * a, 1) ~ ~ |\nb = INTEG(-b, 1) ~ ~ |\n", "5", "0.25");
  ASSERT_EQ(apart.loops.size(), 2U);
  EXPECT_NE(apart.loops[0].partition, apart.loops[1].partition);
  EXPECT_NEAR(apart.through({"a"}).relative.back(), 1, 1e-12);
  EXPECT_NEAR(apart.through({"b"}).relative.back(), -1, 1e-12);
}

TEST(LoopScores, ElementsOfAnArrayHaveLoopsOfTheirOwn) {
  const Scored arrays = scored(
      "g: young, old ~ ~ |\nrate[g] = 0.1, 0.2 ~ ~ |\npeople[g] = INTEG(rate[g] * all / 2, 1) ~ ~ |\n"
      "all = SUM(people[g!]) ~ ~ |\n",
      "5", "0.25");
  ASSERT_EQ(arrays.loops.size(), 2U);
  const auto& young = arrays.through({"people[young]", "all"});
  const auto& old = arrays.through({"people[old]", "all"});
  for (std::size_t moment = 0; moment < young.scores.size(); ++moment)
    EXPECT_NEAR(old.relative[moment], 2 * young.relative[moment], 1e-9);
}

TEST(LoopScores, ALoopThroughASmoothGoesThroughItsStock) {
  const Scored smooth =
      scored("s = INTEG(10 - leak, 0) ~ ~ |\nseen = SMOOTH(s, 2) ~ ~ |\nleak = seen / 5 ~ ~ |\n", "10", "0.125");
  // The loop itself, and that by which a smooth comes nearer to what it smooths.
  EXPECT_EQ(smooth.loops.size(), 2U);
  EXPECT_LT(smooth.through({"s", "seen", "leak"}).relative.at(40), 0);
}

TEST(LoopScores, NothingActsWhereNothingChanges) {
  const Scored still = scored("s = INTEG(5 - s / 2, 10) ~ ~ |\n", "5", "0.25");
  EXPECT_TRUE(still.loops.empty());
}

TEST(LoopScores, ThoseThatNeverMatterAreLeftOut) {
  const Scored two = scored("s = INTEG(0.1 * s + 0.00001 * t, 1) ~ ~ |\nt = s ~ ~ |\n", "5", "0.25");
  EXPECT_EQ(two.loops.size(), 2U);
  EXPECT_EQ(that_matter(two.loops).size(), 1U);
}

}  // namespace
}  // namespace commonweal::loops
