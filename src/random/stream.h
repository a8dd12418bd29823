// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "random/philox.h"

namespace commonweal::random {

/// What a number is used for: two uses of one name and draw must not share their numbers.
enum class Purpose : std::uint32_t { draw = 0, scramble = 1, resample = 2, trajectory = 3 };

/// The random numbers of one variable under one seed. A number depends on seed, name, draw and year, and on nothing
/// else: not on policy, scenario, thread, or which other variables there are. So all scenarios share the same futures,
/// and a new uncertain variable leaves the draws of every other as they were.
class Stream {
 public:
  /// Any seed will do, 0 included. Spellings of a name that the model takes as one (case, blanks, underscores) give the
  /// same numbers; write an element as "name[element]".
  Stream(std::uint64_t seed, std::string_view name);

  /// 64 random bits.
  std::uint64_t bits(std::uint64_t draw, std::int32_t year = 0, Purpose purpose = Purpose::draw) const;

  /// Uniform on (0, 1), never 0 or 1, in steps of 2^-53.
  double uniform(std::uint64_t draw, std::int32_t year = 0, Purpose purpose = Purpose::draw) const;

  /// One of 0 .. count-1, all as likely as 64 bits allow. `count` is above 0.
  std::uint64_t below(std::uint64_t count, std::uint64_t draw, std::int32_t year, Purpose purpose) const;

 private:
  PhiloxKey key_;
};

/// The same for those who need one number only.
double uniform(std::uint64_t seed, std::string_view name, std::uint64_t draw, std::int32_t year = 0);

}  // namespace commonweal::random
