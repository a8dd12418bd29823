// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/lane_instruction.h"

namespace commonweal::engine {

/// What the name says, each compiled for it. Only those that `available_kernels` gives may be called.
KernelSet single_kernels();  ///< one lane: for what is the same in all of them
KernelSet scalar_kernels();
KernelSet baseline_kernels();  ///< what every processor of the kind has: two doubles at a time
KernelSet avx2_kernels();
KernelSet avx512_kernels();

/// The same kernels, with those of plain arithmetic made for each program (machine_code.h): for AVX2 and AVX-512.
KernelSet translating(const KernelSet& kernels);

/// The sets of blocks of lanes that this processor can run, the fastest last.
std::vector<KernelSet> available_kernels();

}  // namespace commonweal::engine
