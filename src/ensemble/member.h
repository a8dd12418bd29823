// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostics.h"
#include "program/program.h"
#include "study/design.h"
#include "study/draw_design.h"
#include "study/study.h"

namespace commonweal::ensemble {

/// One draw made again, alone: every variable of each scenario that is drawn, or of one (its id; empty: all), at every
/// SAVEPER, as CSV: scenario, Time, then the variables. The same to the last bit as in the ensemble. Faults:
/// "unknown-draw", "unknown-scenario", and those of a run that cannot be computed (fault.h).
std::string member_csv(const study::Study& study, const study::Design& runs, const study::DrawDesign& design,
                       const program::Program& program, std::uint64_t draw, const std::string& scenario,
                       base::Diagnostics& diagnostics);

}  // namespace commonweal::ensemble
