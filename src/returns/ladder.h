// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "returns/accounts.h"

namespace commonweal::returns {

/// Adds up the lines of a return, step by step, each from the total published before. Blank cells count as nil.
std::vector<LadderStep> ladder_of(const Outturn& outturn, const Authority& authority);

}  // namespace commonweal::returns
