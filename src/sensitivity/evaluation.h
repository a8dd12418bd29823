// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// What moves a result, and by how much: each input by itself, and inputs
/// together. Knows functions of numbers only.
namespace commonweal::sensitivity {

/// One value an input, each in (0, 1): how far up its distribution it stands.
using Point = std::vector<double>;

/// The outputs of a model at many points: [point][output]. A point that cannot
/// be computed gives an empty list.
using Evaluate = std::function<std::vector<std::vector<double>>(const std::vector<Point>& points)>;

/// Who is varied and what seed the points and resamples have. Input i is known by its name: what a point holds for it
/// depends on seed and name.
struct Plan {
  std::vector<std::string> inputs;
  std::uint64_t seed = 0;

  /// Inputs that are moved as one, for they are correlated and no part of a result can be given to one of them alone
  /// (decision 33). Each stands in one group at most; one in no group is never moved by itself. Empty: every input is
  /// a group of its own.
  std::vector<std::vector<std::size_t>> groups = {};
};

/// The groups of a plan, those that go without saying too.
std::vector<std::vector<std::size_t>> groups_of(const Plan& plan);

/// A statistic with the range that 95 of 100 resamples of the same runs give.
struct Measured {
  double value = 0;
  double low = 0, high = 0;
};

}  // namespace commonweal::sensitivity
