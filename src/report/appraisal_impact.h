// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "appraisal/appraise.h"
#include "report/table.h"
#include "study/study.h"

/// What policies do to services, and to people who go without what they need: the impact assessment. Every appraisal
/// has one.
namespace commonweal::report {

/// What all options together do, by service and by cohort.
Table impact_table(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                   const study::Study& study);

/// What each option does by itself, what that would add up to, and what all do together: how much the package
/// cumulates. People, and points of the base year's standard.
Table cumulative_impact_table(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                              const study::Study& study);

/// Who gains and loses most, in two or three sentences.
std::string impact_answer(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario);

/// What cannot be said of whom, and which data would say it: paragraphs.
std::vector<std::string> impact_unknowns(const appraisal::Appraisal& appraisal);

}  // namespace commonweal::report
