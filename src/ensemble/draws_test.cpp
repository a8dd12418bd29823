// SPDX-License-Identifier: Apache-2.0
#include "ensemble/draws.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::ensemble {
namespace {

EventCounts::ByReplicate each(double count) {
  EventCounts::ByReplicate counts{};
  counts.fill(count);
  return counts;
}

/// A hundred futures of two years, an event that comes about in 10 of them in the first and in 30 in the second year,
/// 25 of these for the first time.
Cloud cloud() {
  Cloud cloud;
  cloud.years = 2;
  cloud.computed = each(100);
  cloud.events.push_back({.occurred = {each(10), each(30)}, .first = {each(10), each(25)}});
  cloud.events[0].occurred[1][0] = 38;
  cloud.events[0].occurred[1][1] = 22;
  return cloud;
}

TEST(Cloud, CountsItsFutures) {
  EXPECT_EQ(cloud().count(), 800U);
}

TEST(Cloud, TellsHowLikelyAnEventIsInAYearByAYearAndNever) {
  EXPECT_EQ(cloud().probability_in(0, 1).value, 0.3);
  EXPECT_EQ(cloud().probability_by(0, 0).value, 0.1);
  EXPECT_EQ(cloud().probability_by(0, 1).value, 0.35);
  EXPECT_EQ(cloud().probability_never(0).value, 0.65);
}

TEST(Cloud, TellsTheErrorOfALikelihoodFromTheReplicates) {
  // Two replicates are 0.08 off the mean, six on it: deviation sqrt(2 * 0.08^2 / 7), over the root of eight.
  EXPECT_NEAR(cloud().probability_in(0, 1).error, 0.08 * std::sqrt(2.0 / 7 / 8), 1e-15);
}

TEST(Cloud, IsNeverCertainOfWhatItHasNotSeen) {
  Cloud never = cloud();
  never.events[0].first = {each(0), each(0)};
  EXPECT_EQ(never.probability_by(0, 1).value, 0);
  EXPECT_EQ(never.probability_by(0, 1).error, 1.0 / 801);
  EXPECT_EQ(never.probability_never(0).value, 1);
  EXPECT_EQ(never.probability_never(0).error, 1.0 / 801);
}

TEST(Draws, FindWhatWasKept) {
  Draws draws;
  EXPECT_TRUE(draws.empty());
  draws.outputs = {{"spend", "roads", "", Accumulation::sum}, {"gap", "", "", Accumulation::sum}};
  draws.clouds.resize(1);
  draws.clouds[0].scenario = study::ScenarioId(2);
  EXPECT_EQ(draws.find("gap"), 1U);
  EXPECT_EQ(draws.find("spend", "care"), std::nullopt);
  EXPECT_EQ(draws.of(study::ScenarioId(2)), &draws.clouds[0]);
  EXPECT_EQ(draws.of(study::ScenarioId(0)), nullptr);
  EXPECT_EQ(draws.difference_of(study::ScenarioId(2)), nullptr);
}

}  // namespace
}  // namespace commonweal::ensemble
