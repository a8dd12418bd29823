// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "study/study.h"

namespace commonweal::study {

/// Reports bounds that show no range of another scenario: "unknown-scenario" and, for a bound of itself, of another
/// bound, of a scenario of another place or of other years, or for a headline that is a bound, "bad-bound".
void check_bounds(const base::IdVector<ScenarioId, Scenario>& scenarios, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
