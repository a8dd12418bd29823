// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "base/diagnostics.h"
#include "ensemble/ensemble.h"
#include "evidence/register.h"
#include "place/place.h"
#include "study/study.h"
#include "study/targets.h"

namespace commonweal::analysis {

/// Everything a report says, from the runs of a study and what the study rests on. `places` are the study's, its own
/// first. Faults: "missing-model-variable" for each name of the vocabulary that was not kept, "unknown-service" for a
/// service that the vocabulary does not know, "unknown-place" for a scenario of a place that is not among `places`, and
/// those of `reconciliation`, `national_finances` and `growth_drivers`. What a fault leaves unknown is NaN.
Findings explain(const ensemble::Ensemble& ensemble, const study::Study& study, const std::vector<place::Place>& places,
                 const evidence::Register& evidence, const std::vector<study::Target>& targets,
                 base::Diagnostics& diagnostics);

}  // namespace commonweal::analysis
