// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "appraisal/appraise.h"
#include "appraisal/valuation.h"
#include "report/table.h"
#include "study/study.h"

/// An appraisal as tables: the page, the workbook and the CSV files show the same ones. Money in prices of the first
/// year.
namespace commonweal::report {

inline constexpr double thousands = 1000;  ///< GBP thousand in a million

/// What each option of a scenario costs and brings, alone and in company: GBP million, present values.
Table options_table(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                    const study::Study& study);

/// Who pays and who gains by all options together, and how it could be evened out: GBP million, present values.
Table agencies_table(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                     const study::Study& study);

/// The business case by year as councils have it: GBP thousand, each option alone, then all together.
Table business_case_table(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                          const study::Study& study);

/// All of them of a scenario, in the order of the page.
std::vector<Table> appraisal_tables(const appraisal::Appraisal& appraisal, const appraisal::ScenarioAppraisal& scenario,
                                    const appraisal::Valuation& valuation, const study::Study& study);

/// "2016-17", "not by 2032-33": the first year by which half of the futures have paid back for good.
std::string payback_text(const appraisal::Case& of, const appraisal::Appraisal& appraisal);

}  // namespace commonweal::report
