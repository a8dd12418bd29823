// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"
#include "report/table.h"

/// The findings as tables: each stands behind a chart of the page and on a sheet of the workbook.
namespace commonweal::report {

/// When care reaches three quarters, and all, of the money; and the gap of the last year.
Table crossings_table(const analysis::Headline& headline);
Table final_gaps_table(const analysis::Headline& headline);
Table doom_table(const analysis::GraphOfDoom& graph);
Table care_share_table(const std::vector<analysis::GraphOfDoom>& graphs);
Table gap_table(const analysis::Gap& gap);
Table drivers_table(const analysis::GrowthDrivers& drivers);
Table share_drivers_table(const std::vector<analysis::ShareDrivers>& drivers);
Table demography_table(const analysis::Demography& demography);
Table national_table(const analysis::NationalFinances& national);
Table reconciliation_table(const std::vector<analysis::ReconciliationRow>& rows);
Table fitted_table(const std::vector<std::string>& fitted);
/// Assumptions: those that the bounds give other values; and all the others.
Table range_movers_table(const std::vector<analysis::Assumption>& assumptions);
Table assumptions_table(const std::vector<analysis::Assumption>& assumptions);
Table limits_table(const std::vector<std::string>& limits);
Table sources_table(const std::vector<analysis::SourceNote>& sources);

/// All of them that have something to show, in the order of the page.
std::vector<Table> all_tables(const analysis::Findings& findings);

/// How one published figure and the model's compare, in words: "agrees within 0.5", "differs by more than 0.5", "shown,
/// not judged".
std::string verdict(const analysis::ReconciliationRow& row);

/// Whether the agreement of this figure says anything: it has a tolerance and is not simply carried in.
bool is_judged(const analysis::ReconciliationRow& row);

/// The graphs of the study's own place; and those of other places.
std::vector<analysis::GraphOfDoom> own_graphs(const analysis::Findings& findings);
std::vector<analysis::GraphOfDoom> other_graphs(const analysis::Findings& findings);

/// Whether a scenario is one that the answer speaks of: it says what it supposes. All are, where none says so.
bool is_main(const analysis::Headline& headline, const std::string& scenario_id);

/// The table without the columns of these headers: what a reader of the page need not see.
Table without_columns(Table table, const std::vector<std::string>& headers);

/// Whether a scenario is one of the study's own place.
bool is_own(const analysis::Findings& findings, const std::string& scenario_id);

}  // namespace commonweal::report
