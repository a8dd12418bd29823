// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <Eigen/Core>

#include "calibration/observations.h"

namespace commonweal::calibration {

/// How alike the discrepancies of neighbouring years are: what the model misses this year it mostly misses the next.
/// An assumption; without it many years of one series would count as so many independent proofs (Brynjarsdottir and
/// O'Hagan 2014, Inverse Problems 30).
inline constexpr double likeness_of_next_year = 0.7;

/// The covariance of what separates observations from the model: measurement error, each by itself, and the model's own
/// discrepancy, which lasts within a series: error^2 on the diagonal, and discrepancy * discrepancy * 0.7^years between
/// for two of one series.
Eigen::MatrixXd error_covariance(std::span<const Observation> observations);

}  // namespace commonweal::calibration
