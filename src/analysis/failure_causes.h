// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace commonweal::analysis {

/// An input whose values differ between the futures that failed and those that did not.
struct FailureCause {
  std::size_t input = 0;
  double distance = 0;  ///< Kolmogorov and Smirnov's: greatest difference of the two shares at or below a value, 0 to 1
  bool is_high = true;  ///< failed futures have it high rather than low
};

/// The inputs that tell failed futures from others, the clearest first: those whose distance would be exceeded by
/// chance in fewer than 1 of 100 such looks at all inputs together (Bonferroni). `failed` and `computed` are
/// [future][input]. None with fewer than five futures on either side.
std::vector<FailureCause> failure_causes(const std::vector<std::vector<double>>& failed,
                                         const std::vector<std::vector<double>>& computed);

}  // namespace commonweal::analysis
