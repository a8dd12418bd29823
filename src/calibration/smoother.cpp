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

MatrixXd around_the_mean(const MatrixXd& members) {
  return members.colwise() - members.rowwise().mean();
}

}  // namespace

MatrixXd of_able(const MatrixXd& members, const MatrixXd& predictions) {
  std::vector<Eigen::Index> able;
  for (Eigen::Index i = 0; i < members.cols(); ++i) {
    if (predictions.col(i).allFinite()) able.push_back(i);
  }
  return members(Eigen::all, able);
}

MatrixXd assimilated(MatrixXd members, const Predict& predict, const Measured& measured, unsigned steps,
                     std::uint64_t seed) {
  const Eigen::LLT<MatrixXd> root(measured.error);
  const double widened = steps;  // of the errors' variances: the steps' inverses sum to 1
  for (unsigned step = 0; step < steps; ++step) {
    MatrixXd predictions = predict(members);
    members = of_able(members, predictions);
    predictions = of_able(predictions, predictions);
    if (members.cols() < 2) return members;

    // Errors of one kind and size, so that measurements of all kinds weigh as they should.
    const MatrixXd whitened = root.matrixL().solve(predictions);
    const Eigen::VectorXd wanted = root.matrixL().solve(measured.values);
    const MatrixXd spread = around_the_mean(whitened);
    const double others = static_cast<double>(members.cols()) - 1;
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
