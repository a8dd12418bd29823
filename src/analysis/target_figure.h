// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/reconciliation.h"
#include "base/diagnostics.h"
#include "study/targets.h"

namespace commonweal::analysis {

/// The model's figure for a target, in the target's unit; or NaN and, in words, why there is none.
struct TargetFigure {
  double value = 0;
  std::string reason = {};
};

/// Works out a target's measure from the run of its scenario, or from the context figures of its place. Faults as
/// `reconciliation` lists them.
TargetFigure target_figure(const study::Target& target, const ReconciliationInputs& inputs,
                           base::Diagnostics& diagnostics);

}  // namespace commonweal::analysis
