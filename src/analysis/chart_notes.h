// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "place/place.h"

namespace commonweal::analysis {

/// Sentences that must stand at a place's Graph of Doom: what is assumed among its figures (but not its population,
/// which has a chart of its own).
std::vector<std::string> chart_notes(const place::Place& place);

}  // namespace commonweal::analysis
