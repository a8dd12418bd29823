// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// What policies cost and bring, to whom, and why a figure changed. Knows money by agency and year, and functions of
/// sets; nothing of pages.
namespace commonweal::appraisal {

/// Some of the players, a bit each: player 0 is the lowest.
using Coalition = std::uint32_t;

/// So many players at most: the exact value needs a worth for each of their 2^12 sets.
inline constexpr std::size_t most_players = 12;

/// The fair part of each player in what all of them bring together (Shapley 1953): what a player adds, averaged over
/// every order in which they could come. `worth` is of every coalition, the empty one first, 2^players of them. The
/// parts add up to worth.back() - worth.front(); a player who never adds anything gets nothing.
std::vector<double> shapley(std::span<const double> worth);

/// The same, asking for each worth.
std::vector<double> shapley(std::size_t players, const std::function<double(Coalition)>& worth);

/// What two players do together beyond what each does by itself, averaged over whoever else is there (Grabisch and
/// Roubens 1999): [a * players + b], the same both ways, 0 on the diagonal. Above 0: each makes the other worth more.
std::vector<double> interactions(std::span<const double> worth);

}  // namespace commonweal::appraisal
