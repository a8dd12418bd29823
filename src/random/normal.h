// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace commonweal::random {

/// The probability that a standard normal number is below x, with 15 digits in both tails.
double normal_probability(double x);

/// The number below which a standard normal one is with probability p in (0, 1), with 15 digits.
double normal_quantile(double p);

/// The ninth tenth: 8 of 10 standard normal numbers lie between minus this and this.
inline constexpr double normal_ninth_tenth = 1.2815515655446004;

}  // namespace commonweal::random
