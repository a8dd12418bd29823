// SPDX-License-Identifier: Apache-2.0
#include "analysis/failure_causes.h"

#include <algorithm>
#include <cmath>

namespace commonweal::analysis {

namespace {

constexpr std::size_t fewest_futures = 5;
constexpr double chance_of_error = 0.01;

std::vector<double> column(const std::vector<std::vector<double>>& futures, std::size_t input) {
  std::vector<double> values;
  for (const std::vector<double>& future : futures) values.push_back(future[input]);
  std::ranges::sort(values);
  return values;
}

double share_at_or_below(const std::vector<double>& sorted, double value) {
  return static_cast<double>(std::ranges::upper_bound(sorted, value) - sorted.begin()) /
         static_cast<double>(sorted.size());
}

/// The greatest difference by size, with its sign: above 0 where the first values are the lower ones.
double signed_distance(const std::vector<double>& first, const std::vector<double>& second) {
  double greatest = 0;
  for (const auto* values : {&first, &second}) {
    for (const double value : *values) {
      const double difference = share_at_or_below(first, value) - share_at_or_below(second, value);
      if (std::abs(difference) > std::abs(greatest)) greatest = difference;
    }
  }
  return greatest;
}

/// The distance that chance exceeds with the given probability, for large samples (Smirnov 1948): 2 exp(-2 n d^2) = p.
double distance_by_chance(double first, double second, double probability) {
  return std::sqrt(-std::log(probability / 2) / 2 * (first + second) / (first * second));
}

}  // namespace

std::vector<FailureCause> failure_causes(const std::vector<std::vector<double>>& failed,
                                         const std::vector<std::vector<double>>& computed) {
  std::vector<FailureCause> causes;
  if (failed.size() < fewest_futures || computed.size() < fewest_futures) return causes;
  const std::size_t inputs = failed.front().size();
  const double limit = distance_by_chance(static_cast<double>(failed.size()), static_cast<double>(computed.size()),
                                          chance_of_error / static_cast<double>(std::max<std::size_t>(1, inputs)));
  for (std::size_t input = 0; input < inputs; ++input) {
    const double distance = signed_distance(column(failed, input), column(computed, input));
    if (std::abs(distance) > limit) causes.push_back({input, std::abs(distance), distance < 0});
  }
  std::ranges::stable_sort(causes, std::ranges::greater(), &FailureCause::distance);
  return causes;
}

}  // namespace commonweal::analysis
