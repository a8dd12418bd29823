// SPDX-License-Identifier: Apache-2.0
#include "calibration/error_covariance.h"

#include <vector>

#include <gtest/gtest.h>

namespace commonweal::calibration {
namespace {

Observation observed(const char* series, int year, double error, double discrepancy) {
  Observation observation;
  observation.series = series;
  observation.year = {year};
  observation.error = error;
  observation.discrepancy = discrepancy;
  return observation;
}

TEST(ErrorCovariance, LastsWithinASeriesAndFadesWithTheYears) {
  const std::vector<Observation> observations = {observed("post", 2010, 3, 2), observed("post", 2012, 1, 4),
                                                 observed("telephone", 2010, 1, 5)};
  const Eigen::MatrixXd covariance = error_covariance(observations);
  EXPECT_DOUBLE_EQ(covariance(0, 0), 9 + 4);
  EXPECT_DOUBLE_EQ(covariance(1, 1), 1 + 16);
  EXPECT_NEAR(covariance(0, 1), 2 * 4 * 0.49, 1e-12);
  EXPECT_EQ(covariance(0, 1), covariance(1, 0));
  EXPECT_EQ(covariance(0, 2), 0);
  EXPECT_DOUBLE_EQ(covariance(2, 2), 26);
}

}  // namespace
}  // namespace commonweal::calibration
