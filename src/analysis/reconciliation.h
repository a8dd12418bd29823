// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/findings.h"
#include "base/diagnostics.h"
#include "ensemble/ensemble.h"
#include "place/place.h"
#include "study/study.h"

namespace commonweal::analysis {

/// What a study's reconciliation is worked out from.
struct ReconciliationInputs {
  const ensemble::Ensemble& ensemble;
  const study::Study& study;
  const std::vector<place::Place>& places;
};

/// Every target beside the model's own figure: those of the study's own place first, then those of other places, then
/// context figures, which are of the nation; otherwise in the order of `targets`. A figure that cannot be had is NaN,
/// says why in its note, and is never within its tolerance. Faults, at the target: "unknown-target-scenario",
/// "unknown-target-place", "unknown-target-variable", "unknown-target-element", "incomplete-target" (no year, until or
/// threshold where its measure needs one), "no-target-figure" (a year that was not run or has no context figure). A
/// threshold that is not reached is no fault.
std::vector<ReconciliationRow> reconciliation(const std::vector<study::Target>& targets,
                                              const ReconciliationInputs& inputs, base::Diagnostics& diagnostics);

/// The model's variables that targets ask for, each once: what a study's runs must keep beside `needed_variables`.
std::vector<std::string> target_variables(const std::vector<study::Target>& targets);

}  // namespace commonweal::analysis
