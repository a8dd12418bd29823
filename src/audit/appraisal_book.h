// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "appraisal/why.h"
#include "audit/book.h"
#include "study/study.h"

namespace commonweal::audit {

/// An appraisal that recalculates. Given: what each set of policies changes for each agency in each year, mean of all
/// futures, from the paired runs; what the valuation says; chances of payback; Shapley's parts. Worked out on the
/// sheets: discounting, sums over agencies, the correction for optimism, net values, ratios, payback of the mean,
/// break-even transfers, wrong pockets, and that parts add up. `whys` are of the appraisal's scenarios, in their order.
Book appraisal_book(const appraisal::Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
                    const appraisal::Valuation& valuation, const study::Study& study);

}  // namespace commonweal::audit
