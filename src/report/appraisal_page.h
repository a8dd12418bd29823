// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "appraisal/why.h"
#include "report/manifest.h"
#include "report/table.h"
#include "study/study.h"

namespace commonweal::report {

/// appraisal.html: what policies cost and bring, to whom, and why the gap changes; one file, no script. `whys` are of
/// the appraisal's scenarios, in their order.
std::string appraisal_page(const appraisal::Appraisal& appraisal, const std::vector<appraisal::Why>& whys,
                           const appraisal::Valuation& valuation, const study::Study& study, const Manifest& manifest);

/// The answer for a scenario in two or three sentences.
std::string appraisal_answer(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario);

/// Whether its policies give more or less together than one by one, and which: a sentence; empty where there is one
/// policy only.
std::string company_answer(const appraisal::ScenarioAppraisal& scenario);

/// A table as CSV: header, rows, figures in full precision; an unknown figure is empty.
std::string table_csv(const Table& table);

}  // namespace commonweal::report
