// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/valuation.h"
#include "base/diagnostics.h"
#include "report/page.h"
#include "road/road.h"

namespace commonweal::explore {

/// Who pays and who gains by what each scenario chooses beside the headline: futures of their own, as many as the road
/// was gone with. Faults: those of appraisal::appraise, but for a study in which nothing has been chosen: that is said
/// in the part.
report::Part gains_part(const road::Journey& way, const appraisal::Valuation& valuation,
                        base::Diagnostics& diagnostics);

}  // namespace commonweal::explore
