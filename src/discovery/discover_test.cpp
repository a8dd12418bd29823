// SPDX-License-Identifier: Apache-2.0
#include "discovery/discover.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "random/stream.h"

namespace commonweal::discovery {
namespace {

constexpr std::size_t inputs = 40;

/// Futures of 40 inputs, each uniform from 0 to 1; which are wanted is what `chance_of` says of their inputs.
template <typename ChanceOf>
Sample futures_of(std::size_t count, std::uint64_t seed, const ChanceOf& chance_of) {
  const random::Stream wanted(seed, "wanted");
  Sample sample;
  for (std::size_t future = 0; future < count; ++future) {
    std::vector<double> values;
    for (std::size_t input = 0; input < inputs; ++input) {
      values.push_back(random::uniform(seed, "input " + std::to_string(input), future));
    }
    sample.wanted.push_back(wanted.uniform(future) < chance_of(values));
    sample.inputs.push_back(std::move(values));
  }
  return sample;
}

double planted(const std::vector<double>& values) {
  return values[3] > 0.4 && values[17] < 0.6 && values[29] > 0.45 ? 0.97 : 0.01;
}

TEST(Discover, FindsThreePlantedConditionsAmongFortyInputsAndNoOther) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Discovery found = discover(futures_of(1024, seed, planted), seed);
    std::vector<std::size_t> limited;
    for (const Condition& condition : found.conditions) {
      limited.push_back(condition.input);
      EXPECT_LT(condition.by_chance, 0.05);
      EXPECT_GT(condition.found_again, 0.9);
    }
    std::ranges::sort(limited);
    EXPECT_EQ(limited, (std::vector<std::size_t>{3, 17, 29})) << seed;
    EXPECT_GT(found.kept_back.coverage(), 0.7) << seed;
    EXPECT_GT(found.kept_back.density(), 0.85) << seed;
    ASSERT_TRUE(found.single);
    EXPECT_LT(found.single->kept_back.density(), found.kept_back.density());
  }
}

TEST(Discover, FindsNothingInNoise) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Discovery nothing = discover(futures_of(512, seed, [](const auto&) { return 0.3; }), seed);
    if (!nothing.conditions.empty()) ++found;
    EXPECT_EQ(nothing.all, 512U);
  }
  EXPECT_EQ(found, 0U);
}

TEST(Discover, SaysNothingWhereAllOrNoneAreWanted) {
  for (const double chance : {0.0, 1.0}) {
    const Discovery discovery = discover(futures_of(64, 1, [&](const auto&) { return chance; }), 1);
    EXPECT_TRUE(discovery.conditions.empty());
    EXPECT_EQ(discovery.wanted, chance == 0 ? 0U : 64U);
    EXPECT_FALSE(discovery.single);
  }
}

TEST(Discover, LimitsAnInputOfFewValuesByTheValues) {
  const Sample sample = [] {
    Sample made = futures_of(600, 5, [](const auto& values) { return values[0] < 0.3 ? 0.9 : 0.05; });
    for (std::vector<double>& values : made.inputs) values[0] = values[0] < 0.3 ? 1 : 0;
    return made;
  }();
  const Discovery found = discover(sample, 5);
  ASSERT_EQ(found.conditions.size(), 1U);
  EXPECT_EQ(found.conditions.front().input, 0U);
  EXPECT_EQ(found.conditions.front().limits.low, 1);
}

TEST(BinomialTail, IsWhatTheTablesHave) {
  EXPECT_NEAR(binomial_tail(10, 0.5, 8), 0.0546875, 1e-12);
  EXPECT_NEAR(binomial_tail(20, 0.1, 1), 1 - 0.12157665459056935, 1e-12);
  EXPECT_EQ(binomial_tail(5, 0.2, 0), 1);
  EXPECT_EQ(binomial_tail(5, 0, 1), 0);
  EXPECT_EQ(binomial_tail(5, 1, 5), 1);
}

}  // namespace
}  // namespace commonweal::discovery
