// SPDX-License-Identifier: Apache-2.0
#include "maths/elementary.h"

#include "maths/elementary_vector.h"

namespace commonweal::maths {

double exponential(double x) {
  return exponential_of(x);
}

double natural_logarithm(double x) {
  return natural_logarithm_of(x);
}

double power(double x, double y) {
  return power_of(x, y);
}

}  // namespace commonweal::maths
