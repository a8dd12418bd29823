// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "review/history.h"

namespace commonweal::review {

/// One figure for each service, care of adults first.
using ByService = std::array<double, services.size()>;

/// A way of sharing a cut among the services of a council. Weights come from the law and are never fitted.
struct CutRule {
  std::string_view name;
  bool is_told_total = true;  ///< knows what the council had to spend in the end
  std::string_view words;
};

std::span<const CutRule> cut_rules();

/// What a rule goes by.
struct CutBasis {
  ByService protection{};    ///< how far the law protects each service, 0 to 1
  double paid_first = 0.7;   ///< under "statutory first", services with at least this protection are spared
  ByService other_change{};  ///< change of each service in all other councils together, a share: -0.2 is a fifth less
  double other_total = 0;    ///< change of their spend altogether
  ByService ended{};         ///< share of each service's first spend that grants paid which ended, 0 to 1
  double other_ended = 0;    ///< the same of all other councils' spend altogether
};

/// What a rule says that a council spends on each service in the end. `before` is its spend in the first year and
/// `total` what it had in the end, in the same prices. A service that earns more than it costs is left alone; what
/// cannot be cut by the rule is cut evenly from what is left.
ByService shared_by(std::string_view rule, const CutBasis& basis, const ByService& before, double total);

}  // namespace commonweal::review
