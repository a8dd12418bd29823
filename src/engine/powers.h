// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/flat_traits.h"

namespace commonweal::engine {

/// Growth at a constant rate is a power whose base does not move: most of the work of a power is its base's logarithm,
/// which is then made once a run. Appends the logarithms to the values and tells their traits.
void split_powers(Flat& flat, Traits& traits);

}  // namespace commonweal::engine
