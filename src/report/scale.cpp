// SPDX-License-Identifier: Apache-2.0
#include "report/scale.h"

#include <algorithm>
#include <cmath>

namespace commonweal::report {
namespace {

/// The round number next above `rough`, or a little below it: a few ticks more are better than much empty paper.
double nice_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double mantissa = rough / power;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (mantissa <= nice * 1.25) return nice * power;
  }
  return 10 * power;
}

}  // namespace

void Extent::include(double value) {
  if (!std::isfinite(value)) return;
  low = std::min(low, value);
  high = std::max(high, value);
}

void Extent::include(std::span<const double> values) {
  for (const double value : values) include(value);
}

Extent shared_extent(std::span<const Extent> charts) {
  constexpr double least_filled = 1.0 / 3;
  Extent all;
  for (const Extent& chart : charts) {
    all.include(chart.low);
    all.include(chart.high);
  }
  for (const Extent& chart : charts) {
    if (chart.high - chart.low < least_filled * (all.high - all.low)) return {};
  }
  return all;
}

std::vector<double> nice_ticks(Extent extent, int wanted) {
  if (!(extent.high > extent.low)) return {0, 1};
  const double step = nice_step((extent.high - extent.low) / std::max(1, wanted - 1));
  // Counted in whole steps, so that no rounding error grows along the axis and zero is exactly zero.
  const auto first = static_cast<long>(std::floor(extent.low / step + 1e-9));
  const auto last = static_cast<long>(std::ceil(extent.high / step - 1e-9));
  std::vector<double> ticks;
  for (long tick = first; tick <= last; ++tick) ticks.push_back(static_cast<double>(tick) * step);
  return ticks;
}

int digits_for_step(double step) {
  for (int digits = 0; digits < 6; ++digits) {
    const double shifted = step * std::pow(10.0, digits);
    if (std::abs(shifted - std::round(shifted)) < 1e-6) return digits;
  }
  return 6;
}

}  // namespace commonweal::report
