// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

/// Random numbers as pure functions of what they are for, and the designs and distributions made of them.
namespace commonweal::random {

/// 128 random bits for each counter, under a key of 64: the function Philox4x32-10 of Salmon, Moraes, Dror and Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3" (SC11, 2011). No state, so no order in which numbers are drawn.
using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
  constexpr int rounds = 10;
  constexpr std::uint64_t multiplier_0 = 0xD2511F53, multiplier_1 = 0xCD9E8D57;
  constexpr std::uint32_t key_step_0 = 0x9E3779B9, key_step_1 = 0xBB67AE85;
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t product_0 = multiplier_0 * counter[0], product_1 = multiplier_1 * counter[2];
    const auto high_0 = static_cast<std::uint32_t>(product_0 >> 32), low_0 = static_cast<std::uint32_t>(product_0);
    const auto high_1 = static_cast<std::uint32_t>(product_1 >> 32), low_1 = static_cast<std::uint32_t>(product_1);
    counter = {high_1 ^ counter[1] ^ key[0], low_1, high_0 ^ counter[3] ^ key[1], low_0};
    key[0] += key_step_0;
    key[1] += key_step_1;
  }
  return counter;
}

}  // namespace commonweal::random
