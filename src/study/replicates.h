// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace commonweal::study {

/// Draws are dealt to eight independent scramblings of one Sobol' sequence in turn. What the eight disagree on is the
/// error of a statistic; and asking for more draws leaves the first ones as they are.
inline constexpr std::size_t replicates = 8;

constexpr std::size_t replicate_of(std::uint64_t draw) {
  return static_cast<std::size_t>(draw % replicates);
}

/// Which point of its replicate's sequence a draw is.
constexpr std::uint64_t point_of(std::uint64_t draw) {
  return draw / replicates;
}

}  // namespace commonweal::study
