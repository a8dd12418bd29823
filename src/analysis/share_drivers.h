// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analysis/findings.h"
#include "analysis/scenario_run.h"

namespace commonweal::analysis {

/// Why care's share of the money for services moves in a scenario, up to the year in which care takes all of it
/// (`takes_all`, of the same scenario's graph) or else the last. It begins as `growth_drivers` does. Nothing if no two
/// years are left, or if there is no money for services in either of the two.
std::optional<ShareDrivers> share_drivers(const ScenarioRun& run, const std::optional<Crossing>& takes_all);

}  // namespace commonweal::analysis
