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

/// Everything a study uses without a source or by its analyst's choice: figures of its places, rows of the register,
/// and what its scenarios set (one row for a value that several of them share).
std::vector<Assumption> assumptions(const study::Study& study, const std::vector<place::Place>& places,
                                    const evidence::Register& evidence);

}  // namespace commonweal::analysis
