// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace commonweal::random {

/// The logarithm of the beta function of `first` and `second`, both at least 1.
double logarithm_of_beta(double first, double second);

/// A beta distribution on 0 to 1 with one hump: both shapes are at least 1.
struct BetaShape {
  double first = 1, second = 1;
  double logarithm = 0;  ///< logarithm_of_beta(first, second), so that it is computed once

  static BetaShape of(double first, double second);
};

/// The probability that a beta number is at most x.
double beta_probability(const BetaShape& shape, double x);

/// The x with that probability, to about 1e-14; p in (0, 1).
double beta_quantile(const BetaShape& shape, double p);

}  // namespace commonweal::random
