// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/why.h"
#include "report/figure.h"
#include "report/table.h"
#include "study/study.h"

namespace commonweal::report {

/// What each thing that differs between two scenarios does to the gap, by year: GBP million in cash.
Table why_table(const appraisal::Why& why, const study::Study& study);

/// The same for the last year, as a waterfall.
Figure why_figure(const appraisal::Why& why, const study::Study& study);

}  // namespace commonweal::report
