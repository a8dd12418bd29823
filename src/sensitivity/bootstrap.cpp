// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "random/stream.h"

namespace commonweal::sensitivity {

namespace {

/// Quantile of type 7 of numbers, NaN left out; NaN if none is left.
double quantile(std::vector<double> values, double p) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::ranges::sort(values);
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double next = values[std::min(below + 1, values.size() - 1)];
  return values[below] + (place - static_cast<double>(below)) * (next - values[below]);
}

}  // namespace

std::vector<std::vector<double>> bootstrap(
    std::size_t rows, std::uint64_t seed,
    const std::function<std::vector<double>(std::span<const std::size_t> rows)>& statistics) {
  const random::Stream stream(seed, "resamples of sensitivity");
  std::vector<std::vector<double>> all;
  std::vector<std::size_t> chosen(rows);
  for (std::size_t resample = 0; resample < resamples; ++resample) {
    for (std::size_t row = 0; row < rows; ++row) {
      chosen[row] = static_cast<std::size_t>(
          stream.below(rows, resample, static_cast<std::int32_t>(row), random::Purpose::resample));
    }
    all.push_back(statistics(chosen));
  }
  return all;
}

std::vector<Measured> measured(
    std::size_t rows, std::uint64_t seed,
    const std::function<std::vector<double>(std::span<const std::size_t> rows)>& statistics) {
  std::vector<std::size_t> every(rows);
  std::iota(every.begin(), every.end(), std::size_t{0});
  const std::vector<double> values = statistics(every);
  const std::vector<std::vector<double>> again = bootstrap(rows, seed, statistics);
  std::vector<Measured> result;
  for (std::size_t statistic = 0; statistic < values.size(); ++statistic) {
    std::vector<double> seen;
    for (const std::vector<double>& resample : again) seen.push_back(resample[statistic]);
    result.push_back({values[statistic], quantile(seen, 0.025), quantile(seen, 0.975)});
  }
  return result;
}

}  // namespace commonweal::sensitivity
