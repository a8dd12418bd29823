// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "ensemble/quantile_sketch.h"
#include "study/replicates.h"

namespace commonweal::ensemble {

/// A statistic of many futures and its standard error: how far it would typically move if other futures were drawn. The
/// error says nothing of what the model leaves out.
struct Estimate {
  double value = 0;
  double error = 0;  ///< NaN where fewer than two replicates have a value
};

/// The mean of what the replicates give, and its standard error. A replicate that gives NaN has nothing to say; NaN if
/// none has.
Estimate estimate_of(std::span<const double> of_replicates);

/// Mean and squared deviations of values told one by one (Welford), so that no digits are lost to a large mean.
struct Moments {
  std::uint64_t count = 0;
  double mean = 0;
  double squares = 0;  ///< sum of squared deviations from the mean

  void add(double value);
};

/// What many futures say of one figure: one output in one year. Its room grows with the logarithm of their number only.
class Spread {
 public:
  Spread();

  /// Adds one future's finite figure.
  void add(std::size_t replicate, double value);

  std::uint64_t count() const;
  Estimate mean() const;
  Estimate deviation() const;  ///< standard deviation

  /// The figure that `p` (0 to 1) of the futures do not exceed: type 7.
  Estimate quantile(double p) const;

  /// The same for several at once, which is quicker.
  std::vector<Estimate> quantiles(std::span<const double> ps) const;

  /// The share of the futures whose figure is above `limit`.
  Estimate share_above(double limit) const;

  /// Several families of futures as one, each counting by its weight; the weights sum to 1. Nothing may be added to it.
  static Spread mixture(std::span<const Spread* const> families, std::span<const double> weights);

  void save(base::ByteWriter& bytes) const;
  void load(base::ByteReader& bytes);

 private:
  struct Replicate {
    Moments moments;
    QuantileSketch sketch;
  };
  struct Family {
    double weight = 1;
    std::array<Replicate, study::replicates> replicates;
  };
  struct Sorted {
    std::vector<WeightedValue> values;
    double smallest = std::numeric_limits<double>::infinity(), largest = -smallest;

    double quantile(double p) const { return ensemble::quantile(values, smallest, largest, p); }
  };
  using Statistic = std::function<double(std::span<const std::size_t> chosen)>;

  /// A statistic of all replicates, with the error that its values in each of them show.
  Estimate estimate(const Statistic& statistic) const;
  Sorted sorted(std::span<const std::size_t> chosen) const;
  bool keeps_all() const;
  std::vector<Estimate> quantiles_of_single_values(std::span<const double> ps) const;
  static Moments moments(const Family& family, std::span<const std::size_t> chosen);

  std::vector<Family> families_;  ///< one, but in a mixture
};

}  // namespace commonweal::ensemble
