// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace commonweal::random {

/// How many dimensions there are: 0 .. sobol_dimensions - 1.
inline constexpr std::uint32_t sobol_dimensions = 1024;

/// Independent scrambles of one design; their scatter is the error of what is computed from it.
inline constexpr std::uint32_t replicates = 8;

/// One dimension of Sobol's sequence, with the direction numbers of Joe and Kuo.
class SobolDimension {
 public:
  /// `dimension` is below sobol_dimensions.
  explicit SobolDimension(std::uint32_t dimension);

  /// Coordinate of a point as a binary fraction: divide by 2^32.
  std::uint32_t operator()(std::uint32_t point) const;

 private:
  std::array<std::uint32_t, 32> directions_;
};

/// The same points with their digits permuted at random: Owen's nested uniform scrambling. Every stratum of the
/// sequence stays filled; each point by itself is uniform, so that means have no bias; and scrambles of other
/// replicates or names are independent of this one.
std::uint32_t owen_scrambled(std::uint32_t fraction, std::uint32_t seed);

/// The values of one uncertain input in a scrambled design.
class SobolInput {
 public:
  /// The scramble is keyed by seed, name and replicate; the dimension should be fixed to the name in a table, so that
  /// a new input moves no other. `dimension` is below sobol_dimensions.
  SobolInput(std::uint64_t seed, std::string_view name, std::uint32_t dimension);

  /// Uniform on (0, 1), never 0 or 1, in steps of 2^-32. `replicate` is below `replicates`.
  double at(std::uint32_t replicate, std::uint32_t point) const;

  /// Draw k is point k / replicates of replicate k % replicates: asking for more draws changes none of the earlier.
  double draw(std::uint64_t number) const;

 private:
  SobolDimension dimension_;
  std::array<std::uint32_t, replicates> scrambles_;
};

}  // namespace commonweal::random
