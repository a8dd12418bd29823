// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "engine/lane_program.h"
#include "ensemble/ensemble.h"
#include "program/program.h"
#include "study/design.h"

namespace commonweal::ensemble {

/// Runs every run of `design` and keeps the yearly figures of its outputs. Faults: a run that cannot be computed
/// ('division-by-zero' and its kin, see fault.h), named with variable, year and scenario. The failed run is left out.
/// A run that goes by itself goes by `alone`, if there is one.
Ensemble run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics,
             const engine::LaneProgram* alone = nullptr);

/// The program made ready for single runs of designs with these outputs: several times as fast as the plain engine, for
/// whoever makes many.
engine::LaneProgram ready_for_one(const program::Program& program, const study::Design& design);

}  // namespace commonweal::ensemble
