// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/findings.h"

namespace commonweal::explore {

/// What a choice does, and how likely that is.
struct Consequence {
  std::string scenario_id;
  std::string text;        ///< a sentence without its end: "Package against Carry on: the gap ... is lower, by ..."
  std::string likelihood;  ///< "in about 8 of 10 futures"
};

/// What each scenario changes against the headline's, and what comes about in it, in the study's order. A change that
/// rounds to nothing (of a share: less than a hundredth of the whole) is left out. Where nothing is drawn: the gap
/// only, from the one run of each, which the likelihood says.
std::vector<Consequence> consequences(const analysis::Findings& findings);

}  // namespace commonweal::explore
