// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analysis/findings.h"

namespace commonweal::analysis {

/// The share of the money for services at which care restricts all else, and the share at which it takes all. The
/// first is our reading of "in five to seven years", not a published figure: it counts as a choice.
inline constexpr double restricting_share = 0.75;
inline constexpr double whole_share = 1.0;

/// Where yearly figures first reach `threshold` from below, on a straight line between one year's figure and the next;
/// 0 years if they begin there. Nothing if they do not reach it. NaN reaches nothing; after NaN or before infinity,
/// where no line can be drawn, the crossing is put at the year itself.
std::optional<Crossing> first_crossing(const std::vector<double>& figures, base::FinancialYear first, double threshold);

}  // namespace commonweal::analysis
