// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "program/program.h"

namespace commonweal::program {

/// The program without the equations that neither the `observed` slots nor the time controls need, now or later. Slots
/// stay where they are; those of equations left out keep what they started with. What is not computed cannot fault:
/// docs/decisions/0041.
Program pruned(const Program& program, std::span<const std::uint32_t> observed);

}  // namespace commonweal::program
