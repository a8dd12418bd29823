// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "report/figure.h"
#include "report/scale.h"

namespace commonweal::report {

/// Fans that are compared: beside each other where there are several, on one scale where that presses none flat.
/// `figure` makes each (uncertainty_figures.h). Nothing of none.
Markup compared_fans(const std::vector<const analysis::Fan*>& fans,
                     Figure (*figure)(const analysis::Fan& fan, double draws, Extent at_least),
                     const analysis::Findings& findings);

}  // namespace commonweal::report
