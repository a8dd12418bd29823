// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace commonweal::random {

/// What defines one dimension of Sobol's sequence: a primitive polynomial over bits and the first direction numbers.
struct JoeKuo {
  std::uint32_t degree = 0;              ///< 0 for the first dimension, which needs no polynomial
  std::uint32_t polynomial = 0;          ///< all coefficients, the highest in bit `degree`, the lowest in bit 0
  std::span<const std::uint16_t> first;  ///< odd numbers, one for each degree
};

/// The choice of Joe and Kuo for `dimension`, which is below sobol_dimensions.
JoeKuo joe_kuo(std::uint32_t dimension);

}  // namespace commonweal::random
