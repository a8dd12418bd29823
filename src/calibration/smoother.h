// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include <Eigen/Core>

/// What measurements say of the inputs of a model that is too long to be solved for them.
///
/// The ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013, Computers & Geosciences 55). A few
/// hundred members, each a draw of all inputs, are run. Where inputs and predictions vary together over the members,
/// what is known of the prediction is known of the input: each member is moved by as much as the covariance says. One
/// such step is exact for a linear model and measurements with normal errors; a model that bends is followed in several
/// smaller ones, in each of which the errors are taken to be wider, so that all together count the measurements once.
namespace commonweal::calibration {

/// What was measured, and the covariance of its errors, positive definite.
struct Measured {
  Eigen::VectorXd values;
  Eigen::MatrixXd error;
};

/// Predictions [measurement, member] from inputs [input, member]. A member that cannot be run has NaN.
using Predict = std::function<Eigen::MatrixXd(const Eigen::MatrixXd&)>;

/// Of `members`, whose columns are those of `predictions`, the ones that could be run.
Eigen::MatrixXd of_able(const Eigen::MatrixXd& members, const Eigen::MatrixXd& predictions);

/// The members after `steps` steps, from members whose inputs are standard normal numbers: [input, member]. A member
/// that could not be run is left out from then on. `seed` is that of the errors that the predictions are given in each
/// step. The more members, the less the result depends on which they are: 500 for tens of inputs.
Eigen::MatrixXd assimilated(Eigen::MatrixXd members, const Predict& predict, const Measured& measured, unsigned steps,
                            std::uint64_t seed);

}  // namespace commonweal::calibration
