// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/uncertainty.h"

namespace commonweal::analysis {

/// What many futures say of each main figure and event, a sentence each: "In 8 of 10 futures the gap of 2032-33 lies
/// between £80 million and £160 million, if Carry on." Figures have no more digits than they deserve.
std::vector<std::string> in_words(const Uncertainty& uncertainty);

/// A statistic with its unit, told no finer than `step` (of a share: in hundredths): "£120 million", "65%",
/// "1,240 person".
std::string figure_in_words(double value, const std::string& unit, double step);

/// How finely statistics of a unit may be told, in the terms of figure_in_words().
double step_in_words(std::span<const ensemble::Estimate> statistics, const std::string& unit);

/// Whether the median of a difference is none in words: not known, less than a hundredth of the whole (of a share), or
/// finer than it may be told. Nobody has to hear that something is "higher by 0".
bool rounds_to_nothing(const PairedDifference& difference);

}  // namespace commonweal::analysis
