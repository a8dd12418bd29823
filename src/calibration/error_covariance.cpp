// SPDX-License-Identifier: Apache-2.0
#include "calibration/error_covariance.h"

#include <cmath>
#include <cstdlib>

namespace commonweal::calibration {

Eigen::MatrixXd error_covariance(std::span<const Observation> observations) {
  const auto count = static_cast<Eigen::Index>(observations.size());
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(count, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const Observation& one = observations[static_cast<std::size_t>(i)];
    for (Eigen::Index j = 0; j < count; ++j) {
      const Observation& other = observations[static_cast<std::size_t>(j)];
      if (one.series != other.series) continue;
      const int years = std::abs(one.year.start - other.year.start);
      covariance(i, j) = one.discrepancy * other.discrepancy * std::pow(likeness_of_next_year, years);
    }
    covariance(i, i) += one.error * one.error;
  }
  return covariance;
}

}  // namespace commonweal::calibration
