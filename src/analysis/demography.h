// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/bibliography.h"
#include "analysis/findings.h"
#include "analysis/scenario_run.h"

namespace commonweal::analysis {

/// The people of a place by age, as a run took them, with a sentence on what is published, derived and assumed. Cites
/// only the sources of the population figures themselves.
Demography demography(const ScenarioRun& run, Bibliography& bibliography);

}  // namespace commonweal::analysis
