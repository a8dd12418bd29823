// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "ensemble/spread.h"

namespace commonweal::analysis {

/// How finely a statistic may be told: the least of ..., 0.1, 0.2, 0.5, 1, 2, 5, 10, ... that is not below its error,
/// and `finest` at least (itself such a number), where there is no error to speak of too.
double step_known(double error, double finest);

/// The step of the statistic that is known least, so that all can stand in one sentence or column.
double step_known(std::span<const ensemble::Estimate> statistics, double finest);

/// The nearest multiple of `step`.
double rounded(double value, double step);

/// Digits after the decimal point that multiples of `step` need.
int digits_of(double step);

}  // namespace commonweal::analysis
