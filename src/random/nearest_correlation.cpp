// SPDX-License-Identifier: Apache-2.0
/// The nearest correlation matrix: N. J. Higham, "Computing the nearest correlation matrix: a problem from finance",
/// IMA Journal of Numerical Analysis 22 (2002), 329-343.
///
/// Two sets are easy to get to: matrices without negative eigenvalues (set those to 0), and matrices with ones in the
/// diagonal (set them). Going from one to the other and back ends where the sets meet, and with Dykstra's correction,
/// which takes back the last change made towards the first set before making the next, it ends at the point that is
/// nearest to the start. Eigenvalues come from Jacobi's rotations, which need nothing but + - * / and the square root.
#include "random/nearest_correlation.h"

#include <algorithm>
#include <cmath>

namespace commonweal::random {

namespace {

/// A symmetric matrix turned until it is diagonal.
struct Eigen {
  std::vector<double> values;
  SquareMatrix vectors;  ///< in columns
};

double off_diagonal(const SquareMatrix& matrix) {
  double sum = 0;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) sum += matrix(i, j) * matrix(i, j);
  }
  return sum;
}

/// Rotates the plane of axes p and q so that matrix(p, q) becomes 0.
void rotate(SquareMatrix& matrix, SquareMatrix& vectors, std::size_t p, std::size_t q) {
  const double ratio = (matrix(q, q) - matrix(p, p)) / (2 * matrix(p, q));
  const double tangent = (ratio >= 0 ? 1 : -1) / (std::fabs(ratio) + std::sqrt(ratio * ratio + 1));
  const double cosine = 1 / std::sqrt(tangent * tangent + 1), sine = tangent * cosine;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    const double at_p = matrix(i, p), at_q = matrix(i, q);
    matrix(i, p) = cosine * at_p - sine * at_q;
    matrix(i, q) = sine * at_p + cosine * at_q;
  }
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    const double at_p = matrix(p, i), at_q = matrix(q, i);
    matrix(p, i) = cosine * at_p - sine * at_q;
    matrix(q, i) = sine * at_p + cosine * at_q;
    const double vector_p = vectors(i, p), vector_q = vectors(i, q);
    vectors(i, p) = cosine * vector_p - sine * vector_q;
    vectors(i, q) = sine * vector_p + cosine * vector_q;
  }
}

Eigen eigen(SquareMatrix matrix) {
  const std::size_t size = matrix.size();
  SquareMatrix vectors(size);
  for (std::size_t i = 0; i < size; ++i) vectors(i, i) = 1;
  constexpr int most_sweeps = 60;  // each squares what is left; about ten do
  for (int sweep = 0; sweep < most_sweeps && off_diagonal(matrix) > 1e-28; ++sweep) {
    for (std::size_t p = 0; p < size; ++p) {
      for (std::size_t q = p + 1; q < size; ++q) {
        if (matrix(p, q) != 0) rotate(matrix, vectors, p, q);
      }
    }
  }
  std::vector<double> values(size);
  for (std::size_t i = 0; i < size; ++i) values[i] = matrix(i, i);
  return {std::move(values), std::move(vectors)};
}

/// The nearest matrix without eigenvalues below `least`.
SquareMatrix with_eigenvalues_from(double least, const SquareMatrix& matrix) {
  const Eigen parts = eigen(matrix);
  SquareMatrix sum(matrix.size());
  for (std::size_t k = 0; k < matrix.size(); ++k) {
    const double value = std::max(parts.values[k], least);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      for (std::size_t j = 0; j < matrix.size(); ++j) sum(i, j) += value * parts.vectors(i, k) * parts.vectors(j, k);
    }
  }
  return sum;
}

}  // namespace

std::optional<SquareMatrix> cholesky(const SquareMatrix& matrix) {
  constexpr double nothing = 1e-12;
  SquareMatrix factor(matrix.size());
  for (std::size_t j = 0; j < matrix.size(); ++j) {
    for (std::size_t i = j; i < matrix.size(); ++i) {
      double rest = matrix(i, j);
      for (std::size_t k = 0; k < j; ++k) rest -= factor(i, k) * factor(j, k);
      if (i == j && rest < -nothing) return std::nullopt;
      if (i == j) {
        factor(j, j) = rest > nothing ? std::sqrt(rest) : 0;
      } else if (factor(j, j) > 0) {
        factor(i, j) = rest / factor(j, j);
      } else if (std::fabs(rest) > 1e-6) {
        return std::nullopt;
      }
    }
  }
  return factor;
}

SquareMatrix nearest_correlation(const SquareMatrix& matrix) {
  constexpr double least = 1e-7;  // so that rounding leaves a Cholesky factor
  constexpr int most_turns = 10000;
  SquareMatrix current = matrix, correction(matrix.size());
  for (int turn = 0; turn < most_turns; ++turn) {
    SquareMatrix start = current;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      for (std::size_t j = 0; j < matrix.size(); ++j) start(i, j) -= correction(i, j);
    }
    const SquareMatrix positive = with_eigenvalues_from(least, start);
    double moved = 0;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      for (std::size_t j = 0; j < matrix.size(); ++j) {
        correction(i, j) = positive(i, j) - start(i, j);
        const double next = i == j ? 1 : positive(i, j);
        moved = std::max(moved, std::fabs(next - current(i, j)));
        current(i, j) = next;
      }
    }
    if (moved < 1e-10) break;
  }
  return current;
}

}  // namespace commonweal::random
