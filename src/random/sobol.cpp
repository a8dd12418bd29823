// SPDX-License-Identifier: Apache-2.0
/// Sobol's sequence, and its scrambling.
///
/// A sequence in base 2: the first coordinate of point i is i with its binary digits mirrored at the point, 0, 1/2,
/// 1/4, 3/4, ...; the others multiply the digits of i by a triangular matrix of bits. Any 2^m points from a multiple of
/// 2^m on have one coordinate in each of 2^m equal parts of (0, 1), in every dimension, and pairs of dimensions fill
/// squares almost as evenly. Point i is the exclusive or of direction numbers, one for each digit of i that is set.
///
/// Nested uniform scrambling (Owen 1995) flips each digit or not by a coin that depends on all digits before it. Laine
/// and Karras (2011) saw that in mirrored order, lowest digit first, this is what a hash does in which each bit depends
/// on lower bits only: additions and multiplications by even-plus-one numbers. Burley (2020, "Practical hash-based Owen
/// scrambling") made it a method; the constants are those that Vegdahl (2021, "Building a better LK hash") found by
/// search. How even and how independent the results are is tested in sobol_test.cpp.
#include "random/sobol.h"

#include <bit>
#include <cassert>

#include "random/joe_kuo.h"
#include "random/stream.h"

namespace commonweal::random {

namespace {

std::uint32_t mirrored(std::uint32_t bits) {
  bits = (bits & 0x55555555) << 1 | (bits >> 1 & 0x55555555);
  bits = (bits & 0x33333333) << 2 | (bits >> 2 & 0x33333333);
  bits = (bits & 0x0f0f0f0f) << 4 | (bits >> 4 & 0x0f0f0f0f);
  bits = (bits & 0x00ff00ff) << 8 | (bits >> 8 & 0x00ff00ff);
  return bits << 16 | bits >> 16;
}

/// Direction numbers from their first few, by the recurrence that a primitive polynomial over bits defines.
std::array<std::uint32_t, 32> directions(const JoeKuo& given) {
  std::array<std::uint32_t, 32> directions{};
  if (given.degree == 0) {  // the first dimension: digits mirrored
    for (std::uint32_t digit = 0; digit < 32; ++digit) directions[digit] = 1u << (31 - digit);
    return directions;
  }
  for (std::uint32_t digit = 0; digit < 32; ++digit) {
    if (digit < given.degree) {
      directions[digit] = static_cast<std::uint32_t>(given.first[digit]) << (31 - digit);
      continue;
    }
    const std::uint32_t before = directions[digit - given.degree];
    directions[digit] = before ^ before >> given.degree;
    for (std::uint32_t term = 1; term < given.degree; ++term) {
      if (given.polynomial >> (given.degree - term) & 1) directions[digit] ^= directions[digit - term];
    }
  }
  return directions;
}

}  // namespace

SobolDimension::SobolDimension(std::uint32_t dimension) : directions_(directions(joe_kuo(dimension))) {}

std::uint32_t SobolDimension::operator()(std::uint32_t point) const {
  std::uint32_t fraction = 0;
  for (; point != 0; point &= point - 1) fraction ^= directions_[static_cast<std::uint32_t>(std::countr_zero(point))];
  return fraction;
}

std::uint32_t owen_scrambled(std::uint32_t fraction, std::uint32_t seed) {
  std::uint32_t digits = mirrored(fraction);
  digits ^= digits * 0x3d20adea;
  digits += seed;
  digits *= seed >> 16 | 1;
  digits ^= digits * 0x05526c56;
  digits ^= digits * 0x53a22864;
  return mirrored(digits);
}

SobolInput::SobolInput(std::uint64_t seed, std::string_view name, std::uint32_t dimension) : dimension_(dimension) {
  const Stream stream(seed, name);
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    scrambles_[replicate] = static_cast<std::uint32_t>(stream.bits(replicate, 0, Purpose::scramble));
  }
}

double SobolInput::at(std::uint32_t replicate, std::uint32_t point) const {
  assert(replicate < replicates);
  return (owen_scrambled(dimension_(point), scrambles_[replicate]) + 0.5) * 0x1p-32;
}

double SobolInput::draw(std::uint64_t number) const {
  return at(static_cast<std::uint32_t>(number % replicates), static_cast<std::uint32_t>(number / replicates));
}

}  // namespace commonweal::random
