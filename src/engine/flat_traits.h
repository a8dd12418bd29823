// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/flat.h"

/// What can be said of values before anything runs.
namespace commonweal::engine {

/// What differs between the lanes of a block; everything else is the same in all of them.
struct Varying {
  std::vector<std::uint32_t> slots;   ///< constants
  std::vector<std::uint32_t> series;  ///< into Program::series
};

struct Traits {
  std::vector<bool> varies;  ///< [value] it may differ between lanes
  std::vector<bool> moves;   ///< [value] it may differ between steps
};

Traits traits(const program::Program& program, const Flat& flat, const Varying& varying);

/// The least that must be looked at so that no fault goes unseen and nothing else is taken for one: where whatever is
/// made of a value in the same phase is no number either and is looked at, the value itself need not be.
std::vector<Wanted> needed_checks(const Flat& flat);

}  // namespace commonweal::engine
