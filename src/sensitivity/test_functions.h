// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "sensitivity/evaluation.h"

/// Functions whose sensitivity is known by formula, for tests.
namespace commonweal::sensitivity {

/// Evaluates a function of one output at each point.
inline Evaluate each(const std::function<double(const Point&)>& function) {
  return [function](const std::vector<Point>& points) {
    std::vector<std::vector<double>> outputs;
    for (const Point& point : points) outputs.push_back({function(point)});
    return outputs;
  };
}

/// sin x + 7 sin^2 y + 0.1 z^4 sin x over (-pi, pi)^3: Ishigami and Homma 1990.
inline double ishigami(const Point& point) {
  const auto angle = [&](std::size_t input) { return std::numbers::pi * (2 * point[input] - 1); };
  const double x = std::sin(angle(0)), y = std::sin(angle(1));
  return x + 7 * y * y + 0.1 * std::pow(angle(2), 4) * x;
}

/// How much each of forty inputs counts: a few much, most little.
inline double weight_of_forty(std::size_t input) {
  return 10 / (1 + static_cast<double>(input));
}

inline double sum_of_forty(const Point& point) {
  double sum = 0;
  for (std::size_t input = 0; input < point.size(); ++input) sum += weight_of_forty(input) * point[input];
  return sum;
}

/// The exact shares of `sum_of_forty`: first and total alike, since nothing
/// acts together.
inline std::vector<double> shares_of_forty() {
  std::vector<double> shares;
  double all = 0;
  for (std::size_t input = 0; input < 40; ++input) {
    shares.push_back(weight_of_forty(input) * weight_of_forty(input));
    all += shares.back();
  }
  for (double& share : shares) share /= all;
  return shares;
}

}  // namespace commonweal::sensitivity
