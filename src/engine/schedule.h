// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/fusion.h"

namespace commonweal::engine {

/// Reorders the steps of a part so that slow ones stand apart, with quick ones between them: a processor divides beside
/// what else it does, but not faster for many divisions in a row. Who reads stays after who made, and who reads what a
/// home held stays before who changes it.
void mix(const Flat& flat, std::vector<LaneStep>& steps);

}  // namespace commonweal::engine
