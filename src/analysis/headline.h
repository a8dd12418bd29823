// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "analysis/scenario_run.h"

namespace commonweal::analysis {

/// The answer for a study's own place: `runs`, `graphs` and `gaps` of its scenarios that are no bounds, side by side,
/// the headline scenario first and at least one. The base year is the first year of that scenario.
Headline headline(const std::vector<ScenarioRun>& runs, const std::vector<GraphOfDoom>& graphs,
                  const std::vector<Gap>& gaps);

/// The headline's figures in plain words: what care took in the base year, and when it needs all the money for
/// services in the first two scenarios that have a clause, with the range that their bounds give.
std::string headline_sentence(const Headline& headline);

}  // namespace commonweal::analysis
