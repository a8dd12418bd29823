// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace commonweal::discovery {

/// Where along one input, all others at their centre, the answer turns, as the probability that the input is below.
struct Turn {
  std::size_t input = 0;
  double at = 0;                ///< between 0 and 1
  bool is_wanted_above = true;  ///< or below
};

/// Inputs at probabilities, one of them moved from its centre: (which input, to which probability).
struct Trial {
  std::size_t input = 0;
  double at = 0;
};

/// Whether each trial is wanted; nothing where it cannot be computed.
using Judge = std::function<std::vector<std::optional<bool>>(const std::vector<Trial>&)>;

/// For each of `inputs` that turns the answer between the ends of its range (0.1 % and 99.9 %): where, by halving, to a
/// ten thousandth. An input with the same answer at both ends turns nothing, or turns it twice, which is not looked
/// for.
std::vector<Turn> turns(std::size_t inputs, const Judge& judge);

}  // namespace commonweal::discovery
