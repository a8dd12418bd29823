// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

/// The only functions beyond + - * / and the square root that a distribution may use, so that its values are the same
/// bits everywhere.
namespace commonweal::random {

inline double natural_logarithm(double x) {
  return std::log(x);
}
inline double exponential(double x) {
  return std::exp(x);
}

}  // namespace commonweal::random
