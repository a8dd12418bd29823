// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/appraise.h"
#include "report/figure.h"
#include "study/study.h"

namespace commonweal::report {

/// What each agency gains by all options of a scenario, less what it pays for them: GBP million, present values, with
/// the range that holds eight of ten futures. Its table is `agencies_table`.
Figure agencies_figure(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                       const study::Study& study);

}  // namespace commonweal::report
