// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sensitivity/evaluation.h"

namespace commonweal::sensitivity {

inline constexpr std::size_t resamples = 1000;

/// Statistics of rows drawn with replacement, [resample][statistic].
/// `statistics` gets which rows to use, some of them more than once. The rows
/// drawn depend on the seed and the resample's number alone.
std::vector<std::vector<double>> bootstrap(
    std::size_t rows, std::uint64_t seed,
    const std::function<std::vector<double>(std::span<const std::size_t> rows)>& statistics);

/// Each statistic of all rows, with the percentile range of its resamples: 2.5
/// to 97.5 of 100.
std::vector<Measured> measured(std::size_t rows, std::uint64_t seed,
                               const std::function<std::vector<double>(std::span<const std::size_t> rows)>& statistics);

}  // namespace commonweal::sensitivity
