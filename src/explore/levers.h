// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "road/road.h"

namespace commonweal::explore {

/// What can be moved in a study, and where it stands in the scenario "yours": each policy of the library, then each
/// offer of the study, as objects with
///
/// - id, kind ("policy" or "constant"), family (of policies; "system" for offers), label, definition
/// - value, least, most, unit: of a policy its intensity, 0 where it is not done and 1 as in the evidence for it; of a
///   constant its value
/// - start, stop (a year or null), ramp in years: of a policy
/// - reason: why it was chosen
/// - effect, lag, persistence (sentences), grade, grade_meaning, sources [{title, url}], pays and gains (agencies),
/// failures
/// - ranges: what of it is uncertain, [{constant, definition, low, central, high, unit, grade, source, url, own}]; own:
///   the study has put it in place of the register's
nlohmann::ordered_json levers_json(const road::Journey& way);

}  // namespace commonweal::explore
