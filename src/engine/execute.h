// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "program/program.h"

namespace commonweal::engine {

/// What an instruction gives in a turn of its block, read from `values` by slot; whoever asks puts it in its place.
double execute(const program::Program& program, const program::Instruction& instruction, std::uint32_t turn,
               std::span<const double> values);

}  // namespace commonweal::engine
