// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/findings.h"
#include "report/table.h"

namespace commonweal::report {

/// What the gap before action of a scenario has more than that of the first, GBP million a year.
struct GapDifference {
  std::string scenario_name;
  std::vector<double> values;  ///< [year] as far as both go
};

/// Of the scenarios after the first that are of its place and begin with it, in the run of each with every number
/// at its centre.
struct GapDifferences {
  std::string than;  ///< the first one's name
  base::FinancialYear first;
  std::vector<GapDifference> of;  ///< empty: there is nothing to compare
};

GapDifferences gap_differences(const analysis::Findings& findings);

/// The same as a table; no rows where there is nothing to compare.
Table gap_differences_table(const GapDifferences& differences);

}  // namespace commonweal::report
