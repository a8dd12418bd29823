// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "report/table.h"
#include "study/study.h"

namespace commonweal::report {

/// The savings of a scenario as councils track them, a row for each policy: what is planned in the years of the
/// medium-term plan, of which kind, whose budget falls, how likely it is to come and what is then expected. GBP
/// thousand, prices of the first year.
Table savings_tracker(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                      const appraisal::Valuation& valuation, const study::Study& study);

/// What the chances of delivery rest on, a row for each kind of saving.
Table delivery_table(const appraisal::Delivery& delivery);

}  // namespace commonweal::report
