// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "random/beta.h"

namespace commonweal::random {

enum class DistributionKind { constant, uniform, triangular, normal, lognormal, beta, discrete };

/// How a number can come out. Made by make_distribution(), which checks it.
struct Distribution {
  DistributionKind kind = DistributionKind::constant;
  double low = 0, high = 0;  ///< the ends; of a constant: the value, twice; of normal and lognormal: not used
  double central = 0;        ///< triangular: the mode; normal: the mean; lognormal: the median
  double spread = 0;         ///< normal: standard deviation; lognormal: that of the logarithm
  BetaShape shape;           ///< beta, on low to high; PERT is one of these

  struct Outcome {
    double value = 0, probability = 0;
  };
  std::vector<Outcome> outcomes;  ///< discrete: values rising, probabilities above 0 that sum to 1
};

/// What a row of the evidence register says of a number. Absent ends are those of a number without a range.
struct Range {
  std::optional<double> low;
  double central = 0;
  std::optional<double> high;
};

/// The distribution that `text` and a range mean; decision 30 says why so.
///
///     constant              always central; an empty text means this too if there is no range
///     uniform               low and high are the ends; central must lie between them and does nothing
///     triangular            low and high are the ends, central the likeliest value
///     pert                  the same, with thinner ends: a beta with mean (low + 4 central + high) / 6
///     normal                central is the mean; 8 of 10 values lie between low and high, which must be as far from it
///     lognormal             central is the median, above 0; 8 of 10 lie between low and high, by the same factor from
///     it beta                  a share: between 0 and 1 with mean central; 8 of 10 lie between low and high
///     discrete(0: 0.3; 1: 0.7)   these values with these probabilities, which sum to 1
///
/// Faults: "unknown-distribution", "range-wanted", "bad-range", "bad-outcomes".
std::optional<Distribution> make_distribution(std::string_view text, const Range& range, const base::Position& position,
                                              base::Diagnostics& diagnostics);

/// The value below which the number is with probability u in (0, 1); the smallest such for a discrete one. Never falls
/// as u rises.
double quantile(const Distribution& distribution, double u);

double mean(const Distribution& distribution);
double variance(const Distribution& distribution);

}  // namespace commonweal::random
