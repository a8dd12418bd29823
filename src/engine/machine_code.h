// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "engine/segment.h"

namespace commonweal::engine {

/// Machine code of x86-64 with AVX2: four doubles at a time go through a whole segment, and what is made and read in it
/// stays in registers. The operations of the kernels in their order, so the same bits. `width`: of the vectors that
/// KernelContext::vectors counts, 4 or 8. No kernels if the system gives out no memory for code.
Translation translate(std::span<const Segment> segments, std::uint32_t width);

}  // namespace commonweal::engine
