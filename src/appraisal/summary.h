// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"

namespace commonweal::appraisal {

/// How much a policy gives in company against alone, in words: "as much as alone", "less than alone", "more than
/// alone", "nothing at all".
std::string company_in_words(const Case& alone, const Case& last_in);

/// What a scenario's options cost and bring one by one, added up: present values, as promised.
Sums one_by_one(const ScenarioAppraisal& scenario);

/// What all bring together against what they bring one by one: "less than the sum", "more than the sum", "as much as
/// the sum" (to half a per cent of the benefits); empty where there is but one, or nothing.
std::string company_in_words(const ScenarioAppraisal& scenario);

/// Pays back within the medium term in 0.8 of the futures: "80 in 100"; of one future: "yes", "no".
std::string chance_in_words(double share, std::uint64_t futures);

/// The appraisal in a few lines for a terminal. `study` gives scenarios their names.
std::string text(const Appraisal& appraisal, const study::Study& study);

/// All of it as one JSON object; money in GBP million of the base year's prices.
std::string json(const Appraisal& appraisal, const Valuation& valuation, const study::Study& study);

}  // namespace commonweal::appraisal
