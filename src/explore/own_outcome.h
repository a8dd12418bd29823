// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "analysis/findings.h"

namespace commonweal::explore {

/// What the choice comes to, for a line that is always in view, as {name, year, gap, low, high, takes_all}: of the
/// scenario "yours", or of the study's first where there is none. The gap is that of the last year, GBP million; a
/// tenth of the futures lie below low, a tenth above high, which are null where nothing is drawn. `takes_all` is the
/// year in which care takes all the money; null: none up to the last. Null as a whole where there is no gap to tell.
nlohmann::ordered_json own_outcome_json(const analysis::Findings& findings);

}  // namespace commonweal::explore
