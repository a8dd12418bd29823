// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

/// Boxes of inputs, and what lies in them.
namespace commonweal::discovery {

/// Futures with their inputs, and which of them are of interest.
struct Sample {
  std::vector<std::vector<double>> inputs;  ///< [future][input]
  std::vector<bool> wanted;                 ///< [future]

  std::size_t count() const { return wanted.size(); }
  std::size_t count_wanted() const;
};

/// Between which values an input lies; without an end: anywhere.
struct Limits {
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();

  bool is_restricted() const { return low > -high_end || high < high_end; }
  bool holds(double value) const { return low <= value && value <= high; }

 private:
  static constexpr double high_end = std::numeric_limits<double>::infinity();
};

struct Box {
  std::vector<Limits> limits;  ///< [input]

  bool holds(const std::vector<double>& inputs) const;
  std::vector<std::size_t> restricted() const;  ///< the inputs that it limits
};

/// How well a box tells the wanted futures of a sample from the others.
struct Fit {
  std::size_t inside = 0, wanted_inside = 0, wanted = 0, all = 0;

  double coverage() const;  ///< share of the wanted that is inside; 0 if there are none
  double density() const;   ///< share of what is inside that is wanted; 0 if nothing is
  double base_rate() const;
};

Fit fit(const Box& box, const Sample& sample);

/// The futures whose numbers are given.
Sample part_of(const Sample& sample, std::span<const std::size_t> futures);

}  // namespace commonweal::discovery
