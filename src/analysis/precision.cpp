// SPDX-License-Identifier: Apache-2.0
#include "analysis/precision.h"

#include <algorithm>
#include <cmath>

namespace commonweal::analysis {

double step_known(double error, double finest) {
  if (!std::isfinite(error) || error <= finest) return finest;
  const double decade = std::pow(10.0, std::floor(std::log10(error)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * decade >= error) return step * decade;
  }
  return 10 * decade;
}

double step_known(std::span<const ensemble::Estimate> statistics, double finest) {
  double step = finest;
  for (const ensemble::Estimate& statistic : statistics) step = std::max(step, step_known(statistic.error, finest));
  return step;
}

double rounded(double value, double step) {
  return std::round(value / step) * step;
}

int digits_of(double step) {
  return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

}  // namespace commonweal::analysis
