// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "place/place.h"
#include "study/study.h"
#include "study/targets.h"

namespace commonweal::analysis {

/// Sentences that must stand at a scenario's Graph of Doom, each once: the notes of the targets that its spending,
/// money and care share are set against, each after what it is about, and what is assumed among its place's figures
/// (but not its population, which has a chart of its own).
std::vector<std::string> chart_notes(const study::Scenario& scenario, const place::Place& place,
                                     const std::vector<study::Target>& targets);

}  // namespace commonweal::analysis
