// SPDX-License-Identifier: Apache-2.0
#include "random/normal.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "maths/elementary.h"

namespace commonweal::random {

namespace {

constexpr double root_of_two_pi = 2.5066282746310005;

double density(double x) {
  return maths::exponential(-0.5 * x * x) / root_of_two_pi;
}

/// The probability above x, for x above 2: density(x) over Laplace's continued fraction x + 1/(x + 2/(x + 3/(x +
/// ...))).
double upper_tail(double x) {
  constexpr int terms = 150;  // enough for all digits from 2 on
  double fraction = x;
  for (int term = terms; term > 0; --term) fraction = x + term / fraction;
  return density(x) / fraction;
}

using Coefficients = std::array<double, 8>;

double polynomial(const Coefficients& coefficients, double x) {
  double value = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * x + coefficients[i];
  return value;
}

double ratio(const Coefficients& above, const Coefficients& below, double x) {
  return polynomial(above, x) / polynomial(below, x);
}

}  // namespace

double normal_probability(double x) {
  if (x > 2) return 1 - upper_tail(x);
  if (x < -2) return upper_tail(-x);
  // 1/2 + density(x) (x + x^3/3 + x^5/(3*5) + ...): Marsaglia, "Evaluating the normal distribution" (2004).
  double term = x, sum = x;
  for (int i = 3; std::fabs(term) > 1e-17 * std::fabs(sum); i += 2) {
    term *= x * x / i;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

/// Algorithm AS 241 (PPND16): M. J. Wichura, "The percentage points of the normal distribution", Applied Statistics 37
/// (1988), 477-484.
double normal_quantile(double p) {
  assert(p > 0 && p < 1);
  const double from_centre = p - 0.5;
  if (std::fabs(from_centre) <= 0.425) {
    constexpr Coefficients above = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                    3.3430575583588128105e+4, 2.5090809287301226727e+3};
    constexpr Coefficients below = {1,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
    return from_centre * ratio(above, below, 0.180625 - from_centre * from_centre);
  }
  const double root = std::sqrt(-maths::natural_logarithm(std::min(p, 1 - p)));
  double size = 0;
  if (root <= 5) {
    constexpr Coefficients above = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                    3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                    2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr Coefficients below = {1,
                                    2.05319162663775882187e0,
                                    1.67638483018380384940e0,
                                    6.89767334985100004550e-1,
                                    1.48103976427480074590e-1,
                                    1.51986665636164571966e-2,
                                    5.47593808499534494600e-4,
                                    1.05075007164441684324e-9};
    size = ratio(above, below, root - 1.6);
  } else {
    constexpr Coefficients above = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                    2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr Coefficients below = {1,
                                    5.99832206555887937690e-1,
                                    1.36929880922735805310e-1,
                                    1.48753612908506148525e-2,
                                    7.86869131145613259100e-4,
                                    1.84631831751005468180e-5,
                                    1.42151175831644588870e-7,
                                    2.04426310338993978564e-15};
    size = ratio(above, below, root - 5);
  }
  return from_centre < 0 ? -size : size;
}

}  // namespace commonweal::random
