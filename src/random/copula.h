// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace commonweal::random {

/// That two inputs go together: Spearman's rank correlation, -1 to 1.
struct RankCorrelation {
  std::size_t first = 0, second = 0;  ///< which inputs
  double rank = 0;
};

/// Makes independent uniform numbers dependent without changing any one's distribution: a Gaussian copula.
class Copula {
 public:
  /// A rank correlation that had to be changed since all of them together contradict each other.
  struct Change {
    RankCorrelation asked;
    double got = 0;  ///< Spearman's
  };

  /// For `inputs` inputs, uncorrelated but for the pairs named (each once, with two different inputs). Correlations
  /// that contradict each other are replaced by the nearest that do not; changes() tells, so that the user can be told.
  Copula(std::size_t inputs, const std::vector<RankCorrelation>& correlations);

  /// Pairs changed by more than 0.005, those that nobody named included (asked 0).
  const std::vector<Change>& changes() const { return changes_; }

  /// `uniforms`, one an input, each in (0, 1), become dependent. An input that is correlated with none before it keeps
  /// its number, bit for bit.
  void correlate(std::span<double> uniforms) const;

 private:
  /// One number of the triangular matrix that mixes independent normal numbers.
  struct Weight {
    std::size_t input = 0;
    double weight = 0;
  };
  std::vector<std::vector<Weight>> mixes_;  ///< of each input; empty: it keeps its number
  std::vector<bool> is_source_;             ///< some mix uses it
  std::vector<Change> changes_;
};

}  // namespace commonweal::random
