// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include <Eigen/Core>

/// What the members of an ensemble have learned from measurements.
namespace commonweal::calibration {

/// How much narrower an input became. Bounds of the words are those of practice with ensemble smoothers.
enum class Lesson {
  learned,       ///< its spread is below 0.8 of what it was
  little,        ///< between
  not_informed,  ///< above 0.95: the data say nothing of it
};

/// Of one input, from its members before and after, as standard normal numbers.
struct Learned {
  double shrink = 1;  ///< standard deviation after / before
  double shift = 0;   ///< of the mean, in standard deviations before
  Lesson lesson = Lesson::not_informed;
};

/// [input]. Both matrices are [input, member]; they may have different numbers of members, two at least.
std::vector<Learned> learned(const Eigen::MatrixXd& before, const Eigen::MatrixXd& after);

/// Two inputs that the data tell of together only: the one can be high where the other is low (or high).
struct Pair {
  std::size_t first = 0, second = 0;
  double correlation = 0;
};

/// Pairs whose correlation after is beyond `at_least` in either direction, the strongest first.
std::vector<Pair> entangled(const Eigen::MatrixXd& after, double at_least);

/// By how many standard deviations the centre of the predictions misses what was measured, `error` being the
/// measurement's own: above 3 the model, or its ranges, cannot have made the figure (Craig et al. 1997).
double implausibility(const Eigen::VectorXd& predictions, double measured, double error);

}  // namespace commonweal::calibration
