// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "appraisal/appraise.h"
#include "report/markup.h"
#include "report/table.h"
#include "study/study.h"

/// Options that were turned down: those who are consulted must be able to see them, and why.
namespace commonweal::report {

/// Each with its reason, and its figures where a scenario of the study does it. GBP million, present values.
Table rejected_table(const appraisal::Appraisal& appraisal, const study::Study& study);

/// The part of the page about them; it says so where the study names none.
Markup rejected_section(const appraisal::Appraisal& appraisal, const study::Study& study);

/// "Turned down by Cabinet, 12 February 2013: ..." of a scenario; empty where nobody turned it down.
std::string rejected_sentence(const study::Study& study, study::ScenarioId scenario);

}  // namespace commonweal::report
