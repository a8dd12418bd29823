// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "ensemble/ensemble.h"
#include "program/program.h"
#include "study/design.h"

namespace commonweal::ensemble {

/// Runs every run of `design` and keeps the yearly figures of its outputs. Faults: a run that cannot be computed
/// ('division-by-zero' and its kin, see fault.h), named with variable, year and scenario. The failed run is left out.
Ensemble run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics);

}  // namespace commonweal::ensemble
