// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/fusion.h"

namespace commonweal::engine {

/// Both reorder the steps of a part. Who reads stays after who made, and who reads what a home held stays before who
/// changes it.

/// Slow steps stand apart, with quick ones between them: a processor divides beside what else it does, but not faster
/// for many divisions in a row.
void mix(const Flat& flat, std::vector<LaneStep>& steps);

/// Steps that are joined in segments stand together as long as there are any that can come next; so do the others.
void gather(const Flat& flat, std::vector<LaneStep>& steps);

}  // namespace commonweal::engine
