// SPDX-License-Identifier: Apache-2.0
#include "calibration/smoother.h"

#include <cmath>
#include <string>
#include <vector>

#include <Eigen/Cholesky>

#include "random/normal.h"
#include "random/stream.h"

namespace commonweal::calibration {

namespace {

using Eigen::MatrixXd;

/// Standard normal numbers, a row a measurement.
MatrixXd noise(Eigen::Index rows, Eigen::Index columns, unsigned step, std::uint64_t seed) {
  MatrixXd numbers(rows, columns);
  for (Eigen::Index row = 0; row < rows; ++row) {
    const random::Stream stream(seed, "error of measurement " + std::to_string(row));
    for (Eigen::Index column = 0; column < columns; ++column) {
      numbers(row, column) =
          random::normal_quantile(stream.uniform(static_cast<std::uint64_t>(column), static_cast<std::int32_t>(step)));
    }
  }
  return numbers;
}

/// The columns of members that could be run.
std::vector<Eigen::Index> finite_columns(const MatrixXd& predictions) {
  std::vector<Eigen::Index> columns;
  for (Eigen::Index i = 0; i < predictions.cols(); ++i) {
    if (predictions.col(i).allFinite()) columns.push_back(i);
  }
  return columns;
}

MatrixXd around_the_mean(const MatrixXd& members) {
  return members.colwise() - members.rowwise().mean();
}

}  // namespace

MatrixXd assimilated(MatrixXd members, const Predict& predict, const Measured& measured, unsigned steps,
                     std::uint64_t seed) {
  const Eigen::LLT<MatrixXd> root(measured.error);
  const double widened = steps;  // of the errors' variances: the steps' inverses sum to 1
  for (unsigned step = 0; step < steps; ++step) {
    MatrixXd predictions = predict(members);
    const std::vector<Eigen::Index> able = finite_columns(predictions);
    members = MatrixXd(members(Eigen::all, able));
    predictions = MatrixXd(predictions(Eigen::all, able));
    if (able.size() < 2) return members;

    // Errors of one kind and size, so that measurements of all kinds weigh as they should.
    const MatrixXd whitened = root.matrixL().solve(predictions);
    const Eigen::VectorXd wanted = root.matrixL().solve(measured.values);
    const MatrixXd spread = around_the_mean(whitened);
    const double others = static_cast<double>(able.size()) - 1;
    const MatrixXd with_inputs = around_the_mean(members) * spread.transpose() / others;
    MatrixXd with_themselves = spread * spread.transpose() / others;
    with_themselves.diagonal().array() += widened;

    const MatrixXd missed =
        (std::sqrt(widened) * noise(whitened.rows(), whitened.cols(), step, seed) - whitened).colwise() + wanted;
    members += with_inputs * with_themselves.llt().solve(missed);
  }
  return members;
}

}  // namespace commonweal::calibration
