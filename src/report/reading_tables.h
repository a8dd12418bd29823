// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/readings.h"
#include "report/table.h"

namespace commonweal::report {

/// Every scenario under each reading: care's share of spend at first and at last, other services and the gap at last.
Table readings_table(const analysis::ReadingFindings& readings);

/// Care's share of one scenario year by year, a column for each reading.
Table reading_years_table(const analysis::ReadScenario& scenario, const std::string& of);

/// All of them; none where a study asks for none.
std::vector<Table> reading_tables(const analysis::ReadingFindings& readings);

}  // namespace commonweal::report
