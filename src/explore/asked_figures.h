// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "report/figure.h"
#include "road/road.h"

namespace commonweal::explore {

/// What the study asks for besides money ([outputs]: unmet need, trust, co-production, ...): a chart a variable, a line
/// a scenario, each with its table. Of the variables that are one number a year; of the scenarios of the headline's
/// place and years.
std::vector<report::Figure> asked_figures(const road::Journey& way);

}  // namespace commonweal::explore
