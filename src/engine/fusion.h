// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "engine/flat_traits.h"
#include "engine/lane_program.h"

/// Which values get an instruction of their own, and which are made on the way to another.
namespace commonweal::engine {

/// One instruction before its operands have places.
struct LaneStep {
  std::uint32_t kernel = 0;
  ValueId result = no_value;      ///< nothing: a check, or a change of a home
  std::uint32_t home = no_value;  ///< into Flat::homes: what is changed
  program::Operation operation = program::Operation::copy;
  std::uint32_t table = 0;
  bool is_slow = false;    ///< divides: a processor takes long for it, and can do other things meanwhile
  bool is_joined = false;  ///< it stands in a segment with its neighbours
  std::vector<ValueId> operands;
};

/// The part of a run in which a value that is no home is made. Rates are made with all else, before a moment is shown;
/// only the looks whether they are numbers wait until after it.
Part part_of(const Flat& flat, const Traits& traits, ValueId value);

/// How the steps of lanes are made: fused to kernels that there are; or, in the parts that every time step goes
/// through, plain ones in segments that kernels are made of.
enum class Joining : std::uint8_t { fused, in_segments };

/// The steps of each part, for values that vary or for those that do not. `checks` are those of needed_checks().
std::array<std::vector<LaneStep>, part_count> steps_of(const Flat& flat, const Traits& traits,
                                                       const std::vector<Wanted>& checks, bool of_varying,
                                                       Joining joining);

}  // namespace commonweal::engine
