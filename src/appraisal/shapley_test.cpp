// SPDX-License-Identifier: Apache-2.0
#include "appraisal/shapley.h"

#include <bit>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace commonweal::appraisal {
namespace {

/// Numbers as good as random, the same every time (splitmix64's finaliser).
double scattered(std::uint64_t seed) {
  std::uint64_t bits = (seed + 1) * 0x9e3779b97f4a7c15U;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
  bits ^= bits >> 31;
  return 1000 * static_cast<double>(bits >> 11) * 0x1p-53;
}

TEST(Shapley, parts_add_up_to_the_whole_change_for_any_game) {
  for (std::size_t players = 0; players <= most_players; ++players) {
    std::vector<double> worth(std::size_t{1} << players);
    for (std::size_t i = 0; i < worth.size(); ++i) worth[i] = scattered(i + 10'000 * players);
    const std::vector<double> parts = shapley(worth);
    const double change = worth.back() - worth.front();
    EXPECT_NEAR(std::accumulate(parts.begin(), parts.end(), 0.0), change, 1e-9 * (1 + std::abs(change))) << players;
  }
}

TEST(Shapley, who_adds_nothing_gets_nothing_and_alike_get_alike) {
  // Only players 0 and 1 matter, and only together.
  const std::vector<double> parts = shapley(3, [](Coalition some) { return (some & 3U) == 3U ? 10.0 : 0.0; });
  EXPECT_DOUBLE_EQ(parts[0], 5);
  EXPECT_DOUBLE_EQ(parts[1], 5);
  EXPECT_EQ(parts[2], 0);
}

/// Das Gupta's (1993, p. 4) decomposition of a product of three factors, as he writes it.
double das_gupta(double a0, double a1, double b0, double b1, double c0, double c1) {
  return (a1 - a0) * ((b0 * c0 + b1 * c1) / 3 + (b0 * c1 + b1 * c0) / 6);
}

TEST(Shapley, of_a_product_of_factors_is_das_guptas_decomposition) {
  const double before[] = {120, 1.05, 0.8}, after[] = {150, 0.97, 1.3};
  const std::vector<double> parts = shapley(3, [&](Coalition changed) {
    double product = 1;
    for (unsigned i = 0; i < 3; ++i) product *= ((changed >> i) & 1U) != 0 ? after[i] : before[i];
    return product;
  });
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t j = (i + 1) % 3, k = (i + 2) % 3;
    const double expected = das_gupta(before[i], after[i], before[j], after[j], before[k], after[k]);
    EXPECT_NEAR(parts[i], expected, 1e-9 * std::abs(expected)) << i;
  }
}

TEST(Interactions, of_a_sum_are_nil_and_of_a_product_are_what_the_two_do_together) {
  const auto worth = [](bool is_product) {
    std::vector<double> all;
    for (unsigned some = 0; some < 4; ++some) {
      const double a = (some & 1U) != 0 ? 5 : 2, b = (some & 2U) != 0 ? 7 : 3;
      all.push_back(is_product ? a * b : a + b);
    }
    return all;
  };
  EXPECT_EQ(interactions(worth(false))[1], 0);
  EXPECT_EQ(interactions(worth(true))[1], (5 - 2) * (7 - 3));
  EXPECT_EQ(interactions(worth(true))[2], (5 - 2) * (7 - 3));
  EXPECT_EQ(interactions(worth(true))[0], 0);
}

TEST(Interactions, of_two_are_averaged_over_who_else_is_there) {
  // Players 0 and 1 together bring 6, and 12 more once player 2 is there: on average 12.
  std::vector<double> all;
  for (unsigned some = 0; some < 8; ++some) all.push_back((some & 3U) != 3U ? 0 : (some & 4U) != 0 ? 18 : 6);
  EXPECT_DOUBLE_EQ(interactions(all)[1], 12);
}

}  // namespace
}  // namespace commonweal::appraisal
