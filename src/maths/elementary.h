// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Exponential, logarithm and power of our own, to about one unit in the last place, the same bits on every machine.
/// Edge cases are those of C. For vectors: elementary_vector.h.
namespace commonweal::maths {

double exponential(double x);

/// Of 0: minus infinity; of less: no number.
double natural_logarithm(double x);

/// x to the power y.
double power(double x, double y);

}  // namespace commonweal::maths
