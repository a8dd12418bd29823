// SPDX-License-Identifier: Apache-2.0
#include "calibration/smoother.h"

#include <cmath>
#include <limits>

#include <Eigen/Dense>
#include <gtest/gtest.h>

#include "calibration/learned.h"
#include "random/normal.h"
#include "random/stream.h"

namespace commonweal::calibration {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd standard_normal(Eigen::Index inputs, Eigen::Index members) {
  MatrixXd drawn(inputs, members);
  for (Eigen::Index i = 0; i < inputs; ++i) {
    const random::Stream stream(7, "input " + std::to_string(i));
    for (Eigen::Index k = 0; k < members; ++k) {
      drawn(i, k) = random::normal_quantile(stream.uniform(static_cast<std::uint64_t>(k)));
    }
  }
  return drawn;
}

// Three measurements of three inputs, none of them alone.
const MatrixXd weights = (MatrixXd(3, 3) << 1, 0.5, 0, 0, 2, -1, 0.3, 0, 1).finished();

TEST(Smoother, FindsWhatCanBeWorkedOutForALinearModelWithNormalErrors) {
  const Measured measured{(VectorXd(3) << 0.8, -1, 0.4).finished(),
                          (VectorXd(3) << 0.2, 0.5, 0.3).finished().asDiagonal()};
  const MatrixXd precision = MatrixXd::Identity(3, 3) + weights.transpose() * measured.error.inverse() * weights;
  const MatrixXd covariance = precision.inverse();
  const VectorXd mean = covariance * weights.transpose() * measured.error.inverse() * measured.values;

  const MatrixXd members = assimilated(
      standard_normal(3, 2000), [](const MatrixXd& inputs) { return MatrixXd(weights * inputs); }, measured, 4, 1);
  ASSERT_EQ(members.cols(), 2000);
  for (Eigen::Index i = 0; i < 3; ++i) {
    const double expected = std::sqrt(covariance(i, i)), seen_mean = members.row(i).mean();
    const double seen = std::sqrt((members.row(i).array() - seen_mean).square().sum() / 1999);
    EXPECT_NEAR(seen_mean, mean(i), 0.1 * expected) << i;
    EXPECT_NEAR(seen, expected, 0.05 * expected) << i;
  }
}

TEST(Smoother, LearnsNothingOfAnInputThatMovesNothing) {
  const MatrixXd before = standard_normal(2, 500);
  const Measured measured{VectorXd::Constant(1, 1), MatrixXd::Constant(1, 1, 0.01)};
  const MatrixXd after =
      assimilated(before, [](const MatrixXd& inputs) { return MatrixXd(inputs.topRows(1)); }, measured, 4, 1);
  const std::vector<Learned> lessons = learned(before, after);
  EXPECT_EQ(lessons[0].lesson, Lesson::learned);
  EXPECT_EQ(lessons[1].lesson, Lesson::not_informed) << lessons[1].shrink;
  EXPECT_TRUE(entangled(after, 0.5).empty());
}

TEST(Smoother, TellsTwoInputsOfWhichOnlyTheSumIsSeen) {
  const Measured measured{VectorXd::Constant(1, 1), MatrixXd::Constant(1, 1, 1e-3)};
  const MatrixXd after = assimilated(
      standard_normal(3, 500), [](const MatrixXd& inputs) { return MatrixXd(inputs.row(0) + inputs.row(1)); }, measured,
      4, 1);
  const std::vector<Pair> pairs = entangled(after, 0.9);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].first, 0U);
  EXPECT_EQ(pairs[0].second, 1U);
  EXPECT_LT(pairs[0].correlation, -0.9);
}

TEST(Smoother, GoesOnWithoutMembersThatCannotBeRun) {
  const Predict half_fail = [](const MatrixXd& inputs) {
    MatrixXd predictions = inputs.topRows(1);
    for (Eigen::Index i = 0; i < inputs.cols(); ++i) {
      if (inputs(1, i) > 1) predictions(0, i) = std::numeric_limits<double>::quiet_NaN();
    }
    return predictions;
  };
  const Measured measured{VectorXd::Constant(1, 0.5), MatrixXd::Constant(1, 1, 0.1)};
  const MatrixXd before = standard_normal(2, 400), after = assimilated(before, half_fail, measured, 4, 1);
  EXPECT_LT(after.cols(), before.cols());
  EXPECT_GT(after.cols(), before.cols() / 2);
  EXPECT_TRUE(after.allFinite());
}

TEST(Implausibility, CountsStandardDeviationsOfPredictionAndMeasurementTogether) {
  const VectorXd predictions = (VectorXd(3) << 1, 2, 3).finished();  // mean 2, variance 1
  EXPECT_DOUBLE_EQ(implausibility(predictions, 7, std::sqrt(24.0)), 1);
}

}  // namespace
}  // namespace commonweal::calibration
