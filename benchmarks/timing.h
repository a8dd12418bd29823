// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

/// Timing of one piece of work, told as benchmarks/run tells it: a line of JSON on stdout.
namespace commonweal::benchmarks {

/// Prints the median of some figures and their interquartile range.
inline void tell(const std::string& name, std::vector<double> figures, const char* unit) {
  std::ranges::sort(figures);
  const auto quantile = [&](std::size_t quarter) { return figures[(figures.size() - 1) * quarter / 4]; };
  std::printf("{\"name\": \"%s\", \"value\": %.4g, \"unit\": \"%s\", \"spread\": %.2g}\n", name.c_str(), quantile(2),
              unit, quantile(3) - quantile(1));
}

/// Tells `repeats` timings of `work`, in milliseconds.
template <typename Work>
void time_in_milliseconds(const std::string& name, int repeats, const Work& work) {
  work();  // the first run pays for cold caches
  std::vector<double> milliseconds;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
    milliseconds.push_back(taken.count());
  }
  tell(name, std::move(milliseconds), "ms");
}

}  // namespace commonweal::benchmarks
