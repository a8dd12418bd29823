// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace commonweal::report {

/// Figures from `low` to `high` laid along a line from `from` to `to`, in the drawing's units.
struct Scale {
  double low = 0, high = 1;
  double from = 0, to = 1;

  double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

/// The smallest and largest figure that a chart must show. NaN is passed over; zero is always inside.
struct Extent {
  double low = 0, high = 0;

  void include(double value);
  void include(std::span<const double> values);
  bool is_empty() const { return !(high > low); }
};

/// What each of several charts must show so that they compare: what all of them show together. Nothing where one would
/// then fill less than a third of its height: each has a scale of its own there.
Extent shared_extent(std::span<const Extent> charts);

/// Round figures (1, 2 or 5 times a power of ten apart) from at or below `extent.low` to at or above
/// `extent.high`: about `wanted` of them, two at least. An empty extent gives 0 and 1.
std::vector<double> nice_ticks(Extent extent, int wanted);

/// Digits after the decimal point that ticks so far apart need.
int digits_for_step(double step);

}  // namespace commonweal::report
