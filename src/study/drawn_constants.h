// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "study/draw_design.h"

namespace commonweal::study {

/// The constants that a study draws, by dimension and then by name: the rows of the register it names or all that have
/// a range, and those with a range of its own, which goes before a row of the whole register. A row without element is
/// for those elements that have no row. Faults and warnings: those of draw_design() that are about inputs.
std::vector<DrawnConstant> drawn_constants(const Study& study, const evidence::Register& evidence, const Design& runs,
                                           const program::Program& program, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
