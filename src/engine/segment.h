// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/lane_instruction.h"

/// Steps that follow each other and need no call: a translator makes one kernel of them, for this program alone.
namespace commonweal::engine {

/// With so many steps at most a segment's code stays where a processor keeps what it has decoded: it goes through it
/// once for every vector of a block.
inline constexpr std::size_t longest_segment = 250;

struct Segment {
  struct Value {
    LaneOperand cell;       ///< where it is read from; where it is put if it is made here
    bool has_cell = false;  ///< a value made here has none if nobody reads it after the segment
  };
  struct Step {
    std::uint32_t kernel = 0;             ///< a number of namespace kernel
    std::uint32_t result = 0;             ///< into values; of a check: nothing
    std::vector<std::uint32_t> operands;  ///< into values
  };
  std::vector<Value> values;  ///< each is made by one step at most, before any reads it; the others are there already
  std::vector<Step> steps;
};

/// A kernel for each segment.
struct Translation {
  std::vector<Kernel> kernels;       ///< empty: this machine lets no code be made
  std::shared_ptr<const void> code;  ///< the kernels can be called as long as somebody holds it
};

/// Whether what a kernel does can be a step of a segment: plain arithmetic, comparisons and checks.
bool is_joinable(std::uint32_t kernel);

}  // namespace commonweal::engine
