// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "sensitivity/evaluation.h"

namespace commonweal::sensitivity {

/// What a group of inputs, mostly of one, does to an output when it alone goes half its distribution up
/// or down, from many places (Morris, Factorial sampling plans for preliminary
/// computational experiments, 1991). In the output's unit, for the whole
/// distribution.
struct ElementaryEffects {
  Measured size;         ///< mean of their absolute values, mu*: how much the input matters
  double mean = 0;       ///< with sign; of a group: the sign of its first member's move
  double deviation = 0;  ///< sigma: how much it depends on where the others stand
};

struct Screening {
  std::vector<std::vector<ElementaryEffects>> outputs;  ///< [output][group]
  std::size_t trajectories = 0;                         ///< used
  std::size_t failed_trajectories = 0;                  ///< with a run that could not be computed: left out whole
  std::size_t runs = 0;                                 ///< in all
};

/// Makes `trajectories` walks of groups + 1 points over eight levels, each of which moves every group once.
Screening screening(const Plan& plan, std::size_t trajectories, const Evaluate& evaluate);

}  // namespace commonweal::sensitivity
