// SPDX-License-Identifier: Apache-2.0
#include "random/stream.h"

#include <algorithm>

#include "base/names.h"

namespace commonweal::random {

namespace {

/// FNV-1a of 64 bits. Its bits need not look random, since Philox mixes them; two names must only differ.
std::uint64_t hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3;
  }
  return hash;
}

std::uint32_t low(std::uint64_t bits) {
  return static_cast<std::uint32_t>(bits);
}
std::uint32_t high(std::uint64_t bits) {
  return static_cast<std::uint32_t>(bits >> 32);
}

/// The key of a variable: 64 bits that Philox makes of seed and name.
PhiloxKey key_of(std::uint64_t seed, std::string_view name) {
  const std::uint64_t named = hash(base::canonical(name));
  const PhiloxCounter mixed = philox({low(named), high(named), 0, 0}, {low(seed), high(seed)});
  return {mixed[0], mixed[1]};
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) : key_(key_of(seed, name)) {}

std::uint64_t Stream::bits(std::uint64_t draw, std::int32_t year, Purpose purpose) const {
  const PhiloxCounter words =
      philox({low(draw), high(draw), static_cast<std::uint32_t>(year), static_cast<std::uint32_t>(purpose)}, key_);
  return static_cast<std::uint64_t>(words[1]) << 32 | words[0];
}

double Stream::uniform(std::uint64_t draw, std::int32_t year, Purpose purpose) const {
  // The middle of one of 2^53 equal parts. That of the last rounds to 1, and is taken one step lower.
  const double middle = (static_cast<double>(bits(draw, year, purpose) >> 11) + 0.5) * 0x1p-53;
  return std::min(middle, 1 - 0x1p-53);
}

std::uint64_t Stream::below(std::uint64_t count, std::uint64_t draw, std::int32_t year, Purpose purpose) const {
  return bits(draw, year, purpose) % count;
}

double uniform(std::uint64_t seed, std::string_view name, std::uint64_t draw, std::int32_t year) {
  return Stream(seed, name).uniform(draw, year);
}

}  // namespace commonweal::random
