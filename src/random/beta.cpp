// SPDX-License-Identifier: Apache-2.0
/// The incomplete beta function and its inverse.
///
/// The probability that a beta number with shapes a and b is at most x is x^a (1-x)^b / (a B(a, b)) times a continued
/// fraction, which converges fast for x below the mean; above it the two shapes and the two ends of the range change
/// places. The inverse is sought by Newton's method from the mode. The density rises up to the mode and falls after it,
/// so each step from there falls short of the goal and none jumps over it; a bracket holds against rounding, and where
/// Newton would leave it the bracket is halved instead. It ends when a step no longer changes x.
#include "random/beta.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "maths/elementary.h"

namespace commonweal::random {

namespace {

constexpr double tiny = 1e-300;  // stands for a zero that would be divided by

/// ln gamma(x) for x at least 1: Stirling's series from 10 on, and from below by gamma(x) = gamma(x + 1) / x.
double logarithm_of_gamma(double x) {
  double product = 1;
  for (; x < 10; x += 1) product *= x;
  constexpr std::array<double, 7> series = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                            1.0 / 1188, -691.0 / 360360, 1.0 / 156};
  const double inverse_square = 1 / (x * x);
  double sum = 0;
  for (std::size_t i = series.size(); i-- > 0;) sum = sum * inverse_square + series[i];
  constexpr double half_logarithm_of_two_pi = 0.91893853320467274178;
  return (x - 0.5) * maths::natural_logarithm(x) - x + half_logarithm_of_two_pi + sum / x -
         maths::natural_logarithm(product);
}

double away_from_zero(double x) {
  return std::fabs(x) < tiny ? tiny : x;
}

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method: numerators
/// and denominators are carried as ratios of neighbours, which neither overflow nor vanish.
double continued_fraction(double a, double b, double x) {
  constexpr int most_terms = 10000;  // shapes of a million need some 1,000
  double numerators = 1, denominators = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double value = denominators;
  for (int m = 1; m <= most_terms; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    denominators = 1 / away_from_zero(1 + even * denominators);
    numerators = away_from_zero(1 + even / numerators);
    value *= numerators * denominators;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    denominators = 1 / away_from_zero(1 + odd * denominators);
    numerators = away_from_zero(1 + odd / numerators);
    const double factor = numerators * denominators;
    value *= factor;
    if (std::fabs(factor - 1) < 1e-16) break;
  }
  return value;
}

/// x^a (1-x)^b / B(a, b).
double powers(const BetaShape& shape, double x) {
  return maths::exponential(shape.first * maths::natural_logarithm(x) + shape.second * maths::natural_logarithm(1 - x) -
                            shape.logarithm);
}

/// For p up to 1/2, where the lower tail keeps its digits.
double lower_quantile(const BetaShape& shape, double p) {
  const double a = shape.first, b = shape.second;
  double low = 0, high = 1;
  double x = a + b > 2 ? (a - 1) / (a + b - 2) : 0.5;  // the mode
  x = std::clamp(x, 1e-3, 1 - 1e-3);
  constexpr int most_steps = 200;
  for (int step = 0; step < most_steps; ++step) {
    const double excess = beta_probability(shape, x) - p;
    (excess > 0 ? high : low) = x;
    if (excess == 0) return x;
    const double density = powers(shape, x) / (x * (1 - x));
    double next = density > 0 ? x - excess / density : low;
    if (!(next > low && next < high)) next = low + 0.5 * (high - low);
    const double moved = std::fabs(next - x);
    x = next;
    if (moved <= 1e-15 * x || high - low <= 1e-16 * high) break;
  }
  return x;
}

}  // namespace

double logarithm_of_beta(double first, double second) {
  return logarithm_of_gamma(first) + logarithm_of_gamma(second) - logarithm_of_gamma(first + second);
}

BetaShape BetaShape::of(double first, double second) {
  assert(first >= 1 && second >= 1);
  return {first, second, logarithm_of_beta(first, second)};
}

double beta_probability(const BetaShape& shape, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double a = shape.first, b = shape.second;
  const double factor = powers(shape, x);
  if (x < (a + 1) / (a + b + 2)) return factor * continued_fraction(a, b, x) / a;
  return 1 - factor * continued_fraction(b, a, 1 - x) / b;
}

double beta_quantile(const BetaShape& shape, double p) {
  assert(p > 0 && p < 1);
  if (p <= 0.5) return lower_quantile(shape, p);
  return 1 - lower_quantile({shape.second, shape.first, shape.logarithm}, 1 - p);
}

}  // namespace commonweal::random
