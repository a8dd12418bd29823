// SPDX-License-Identifier: Apache-2.0
#include "appraisal/shapley.h"

#include <bit>
#include <cassert>

namespace commonweal::appraisal {

namespace {

std::size_t players_of(std::span<const double> worth) {
  assert(std::has_single_bit(worth.size()) && worth.size() <= (std::size_t{1} << most_players));
  return static_cast<std::size_t>(std::countr_zero(worth.size()));
}

/// How often a coalition of so many others is the one that comes first, of all orders: s! (n - s - 1)! / n!, which is
/// 1 / (n C(n - 1, s)). `others` is n - 1.
std::vector<double> weights(std::size_t others) {
  std::vector<double> weights;
  double ways = 1;  // C(others, size)
  for (std::size_t size = 0; size <= others; ++size) {
    weights.push_back(1 / (static_cast<double>(others + 1) * ways));
    ways = ways * static_cast<double>(others - size) / static_cast<double>(size + 1);
  }
  return weights;
}

}  // namespace

std::vector<double> shapley(std::span<const double> worth) {
  const std::size_t players = players_of(worth);
  std::vector<double> parts(players, 0.0);
  if (players == 0) return parts;
  const std::vector<double> weight = weights(players - 1);
  for (std::size_t player = 0; player < players; ++player) {
    const std::size_t joined = std::size_t{1} << player;
    for (std::size_t others = 0; others < worth.size(); ++others) {
      if ((others & joined) != 0) continue;
      const auto size = static_cast<std::size_t>(std::popcount(others));
      parts[player] += weight[size] * (worth[others | joined] - worth[others]);
    }
  }
  return parts;
}

std::vector<double> shapley(std::size_t players, const std::function<double(Coalition)>& worth) {
  assert(players <= most_players);
  std::vector<double> all(std::size_t{1} << players);
  for (std::size_t coalition = 0; coalition < all.size(); ++coalition) {
    all[coalition] = worth(static_cast<Coalition>(coalition));
  }
  return shapley(all);
}

std::vector<double> interactions(std::span<const double> worth) {
  const std::size_t players = players_of(worth);
  std::vector<double> together(players * players, 0.0);
  if (players < 2) return together;
  const std::vector<double> weight = weights(players - 2);
  for (std::size_t a = 0; a < players; ++a) {
    for (std::size_t b = a + 1; b < players; ++b) {
      const std::size_t first = std::size_t{1} << a, second = std::size_t{1} << b;
      double sum = 0;
      for (std::size_t others = 0; others < worth.size(); ++others) {
        if ((others & (first | second)) != 0) continue;
        const auto size = static_cast<std::size_t>(std::popcount(others));
        sum += weight[size] *
               (worth[others | first | second] - worth[others | first] - worth[others | second] + worth[others]);
      }
      together[a * players + b] = together[b * players + a] = sum;
    }
  }
  return together;
}

}  // namespace commonweal::appraisal
