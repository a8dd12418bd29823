// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "ensemble/ensemble.h"
#include "study/study.h"

namespace commonweal::analysis {

/// Whether the study's model speaks the vocabulary. Faults, at the model's file: "missing-model-variable" for each
/// needed variable that was not kept, "unknown-service" for a service that is neither care nor one of the others (it
/// would silently be counted among the others).
void check_model(const ensemble::Ensemble& ensemble, const study::Study& study, base::Diagnostics& diagnostics);

}  // namespace commonweal::analysis
