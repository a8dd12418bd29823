// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace commonweal::random {

class SquareMatrix {
 public:
  explicit SquareMatrix(std::size_t size) : size_(size), values_(size * size) {}

  std::size_t size() const { return size_; }
  double& operator()(std::size_t row, std::size_t column) { return values_[row * size_ + column]; }
  double operator()(std::size_t row, std::size_t column) const { return values_[row * size_ + column]; }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

/// The lower triangular L with L L' = `matrix`, which is symmetric; nothing if there is none. A row that the rows
/// before it determine (a correlation of 1) gets a 0 in its corner.
std::optional<SquareMatrix> cholesky(const SquareMatrix& matrix);

/// The correlation matrix nearest to a symmetric one with ones in its diagonal, by the sum of squared differences, to
/// about 1e-7. It has a Cholesky factor.
SquareMatrix nearest_correlation(const SquareMatrix& matrix);

}  // namespace commonweal::random
