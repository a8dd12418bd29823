// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/uncertainty.h"
#include "report/sensitivity_tables.h"
#include "report/table.h"

/// What each loop adds, as tables. Loops that move a figure most come first.
namespace commonweal::report {

/// How an effect is shown: what its figures are multiplied by, and the unit in words.
ShownUnit unit_of(const analysis::LoopEffect& effect);

/// Where the loops stand in `knock_outs` when those that move effect `at` most in the last year come first.
std::vector<std::size_t> strongest_first(const std::vector<analysis::KnockOut>& knock_outs, std::size_t at);

/// What each loop adds to one figure in the last year, in some years before, and what was cut to see it.
Table loops_table(const std::vector<analysis::KnockOut>& knock_outs, std::size_t at);

/// What one loop adds to one figure in every year.
Table loop_years_table(const analysis::KnockOut& loop, std::size_t at);

/// What each loop adds to every figure in every year, for the workbook.
Table loops_by_year_table(const std::vector<analysis::KnockOut>& knock_outs);

/// All of them; none where no loop was cut.
std::vector<Table> knock_out_tables(const std::vector<analysis::KnockOut>& knock_outs);

}  // namespace commonweal::report
