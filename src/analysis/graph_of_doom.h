// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/findings.h"
#include "analysis/scenario_run.h"

namespace commonweal::analysis {

/// What the services of a scenario would cost at the base level against the money for them, and when care crowds out
/// the rest. Services on which nothing is spent in any year are left out. In a year without any money for services the
/// share is NaN, and care counts as taking more than all. Notes are left to `chart_notes`.
GraphOfDoom graph_of_doom(const ScenarioRun& run);

/// The gap before action of a scenario and how each year's budget closed it. Reserves are unallocated and earmarked
/// together.
Gap gap(const ScenarioRun& run);

}  // namespace commonweal::analysis
