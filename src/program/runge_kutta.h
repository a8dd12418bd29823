// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "program/program.h"

/// The classical method of fourth order (Kutta 1901), written into a program: whoever runs the program needs not know.
namespace commonweal::program {

/// [slot] what may change within a step: the time, series and stocks, and what is computed of them. Samples and fixed
/// delays change at the times of steps only.
std::vector<bool> moving_within_steps(const Program& program);

/// Lets stocks change by a step's mean rate, of rates at its beginning (k1), twice at its middle (k2, k3) and at its
/// end (k4): (k1 + 2 k2 + 2 k3 + k4) / 6. What these need is computed in slots of its own, so that what is shown of a
/// time is of that time.
void add_stages(Program& program);

}  // namespace commonweal::program
