// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// Forecasts held against what happened: made as one who stood in the past could make them, and scored.
namespace commonweal::review {

/// A forecast of one figure: normal, with this mean and standard deviation (0: it is certain of itself).
struct Forecast {
  double mean = 0, deviation = 0;
};

/// The continuous ranked probability score of a normal forecast, in the figure's unit; 0 is perfect, and a certain
/// forecast scores its absolute error. Gneiting and Raftery 2007, Strictly proper scoring rules, equation 21.
double crps(const Forecast& forecast, double seen);

/// Whether what happened lies between the forecast's 10 and 90 of 100.
bool is_covered80(const Forecast& forecast, double seen);

/// Mean of scores over authorities, with the range that 95 of 100 resamples of whole authorities give. NaN counts as no
/// score.
struct Score {
  double mean = 0, low = 0, high = 0;
};
Score score_of(std::span<const double> of_authorities, std::uint64_t seed);

}  // namespace commonweal::review
