// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "evidence/register.h"
#include "place/place.h"
#include "study/study.h"

namespace commonweal::analysis {

/// What is assumed among a place's figures. Figures of one variable with one unit and one reason are drawn together,
/// with their elements and years. Derived figures are none: they follow from published ones by a stated rule.
std::vector<Assumption> assumed_figures(const std::vector<place::Observation>& observations);

/// Everything a study uses without a source or by its analyst's choice: first the constants that move the range, each
/// with its low, central and high value; then figures of its places; then the rest of the register but for definitions;
/// last what its scenarios that are no bounds set (one row for a value that several of them share), but for what their
/// policies set: these stand in a list of their own (analysis/policies_used.h). Units in words.
std::vector<Assumption> assumptions(const study::Study& study, const std::vector<place::Place>& places,
                                    const evidence::Register& evidence);

}  // namespace commonweal::analysis
