// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "discovery/box.h"

/// Which conditions on the inputs tell futures that are wanted from others.
namespace commonweal::discovery {

/// A limited input of a box.
struct Condition {
  std::size_t input = 0;
  Limits limits;
  double by_chance = 0;    ///< how likely chance alone would make it look as useful (quasi p value)
  double found_again = 0;  ///< share of half samples in which this input was limited too
};

/// The best single limit on a single input: what a box has to beat.
struct SingleRule {
  std::size_t input = 0;
  Limits limits;
  Fit kept_back;
};

struct Discovery {
  std::size_t wanted = 0, all = 0;    ///< futures
  std::vector<Condition> conditions;  ///< empty: nothing was found that chance would not make; the clearest first
  Fit learned;                        ///< on the half that it was found on: flattering
  Fit kept_back;                      ///< on the other half: what to believe
  std::optional<SingleRule> single;   ///< nothing: none does better than chance
};

/// Looks for one box with peel(), on one half of the sample; judges it on the other. A limit is dropped where chance
/// alone would make one as useful in 1 of 20 looks at all inputs together, and all of the box where the other half does
/// not bear it out (1 in 100). `seed` decides which futures are in which half.
Discovery discover(const Sample& sample, std::uint64_t seed);

/// The chance of `least` or more of `count` where each has the chance `share`.
double binomial_tail(std::size_t count, double share, std::size_t least);

}  // namespace commonweal::discovery
