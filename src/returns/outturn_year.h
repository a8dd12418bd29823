// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "base/financial_year.h"
#include "returns/outturn.h"

namespace commonweal::returns {

/// The year that a return is of: as its title, its sheets' names or its file's name say, or as a person says. Faults:
/// "year-wanted" if nothing says it, "wrong-year" if two of them differ or the lines are those of other years.
std::optional<base::FinancialYear> year_of(const Outturn& outturn, const std::vector<Sheet>& sheets,
                                           std::optional<base::FinancialYear> asked, base::Diagnostics& diagnostics);

}  // namespace commonweal::returns
