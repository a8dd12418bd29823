// SPDX-License-Identifier: Apache-2.0
#include "calibration/learned.h"

#include <algorithm>
#include <cmath>

namespace commonweal::calibration {

namespace {

constexpr double learned_below = 0.8, not_informed_above = 0.95;

Eigen::VectorXd deviations(const Eigen::VectorXd& values) {
  return values.array() - values.mean();
}

double variance(const Eigen::VectorXd& values) {
  return deviations(values).squaredNorm() / (static_cast<double>(values.size()) - 1);
}

Lesson lesson_of(double shrink) {
  if (shrink < learned_below) return Lesson::learned;
  return shrink > not_informed_above ? Lesson::not_informed : Lesson::little;
}

}  // namespace

std::vector<Learned> learned(const Eigen::MatrixXd& before, const Eigen::MatrixXd& after) {
  std::vector<Learned> all;
  for (Eigen::Index i = 0; i < before.rows(); ++i) {
    const double spread = std::sqrt(variance(before.row(i)));
    Learned one;
    one.shrink = std::sqrt(variance(after.row(i))) / spread;
    one.shift = (after.row(i).mean() - before.row(i).mean()) / spread;
    one.lesson = lesson_of(one.shrink);
    all.push_back(one);
  }
  return all;
}

std::vector<Pair> entangled(const Eigen::MatrixXd& after, double at_least) {
  std::vector<Pair> pairs;
  for (Eigen::Index i = 0; i < after.rows(); ++i) {
    const Eigen::VectorXd one = deviations(after.row(i));
    for (Eigen::Index j = i + 1; j < after.rows(); ++j) {
      const Eigen::VectorXd other = deviations(after.row(j));
      const double correlation = one.dot(other) / (one.norm() * other.norm());
      if (std::fabs(correlation) >= at_least) {
        pairs.push_back({static_cast<std::size_t>(i), static_cast<std::size_t>(j), correlation});
      }
    }
  }
  std::ranges::stable_sort(pairs, std::ranges::greater(), [](const Pair& pair) { return std::fabs(pair.correlation); });
  return pairs;
}

double implausibility(const Eigen::VectorXd& predictions, double measured, double error) {
  return std::fabs(measured - predictions.mean()) / std::sqrt(variance(predictions) + error * error);
}

}  // namespace commonweal::calibration
