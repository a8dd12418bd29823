// SPDX-License-Identifier: Apache-2.0
#include "review/scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "random/stream.h"

namespace commonweal::review {

namespace {

constexpr double nine_tenths = 1.2815515655446004;  ///< the standard normal's quantile at 0.9
constexpr std::uint64_t resamples = 500;

double density(double z) {
  return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

double distribution(double z) {
  return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(values.size());
}

}  // namespace

double crps(const Forecast& forecast, double seen) {
  if (forecast.deviation <= 0) return std::abs(seen - forecast.mean);
  const double z = (seen - forecast.mean) / forecast.deviation;
  return forecast.deviation * (z * (2 * distribution(z) - 1) + 2 * density(z) - 1 / std::sqrt(std::numbers::pi));
}

bool is_covered80(const Forecast& forecast, double seen) {
  return std::abs(seen - forecast.mean) <= nine_tenths * forecast.deviation;
}

Score score_of(std::span<const double> of_authorities, std::uint64_t seed) {
  std::vector<double> values(of_authorities.begin(), of_authorities.end());
  std::erase_if(values, [](double value) { return std::isnan(value); });
  const random::Stream stream(seed, "authorities of a review");
  std::vector<double> means;
  for (std::uint64_t resample = 0; resample < resamples && !values.empty(); ++resample) {
    double sum = 0;
    for (std::size_t place = 0; place < values.size(); ++place) {
      sum += values[stream.below(values.size(), resample, static_cast<std::int32_t>(place), random::Purpose::resample)];
    }
    means.push_back(sum / static_cast<double>(values.size()));
  }
  std::ranges::sort(means);
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  if (means.empty()) return {nothing, nothing, nothing};
  return {mean_of(values), means[means.size() / 40], means[means.size() - 1 - means.size() / 40]};
}

}  // namespace commonweal::review
