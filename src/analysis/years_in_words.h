// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/financial_year.h"

namespace commonweal::analysis {

/// Years as a reader says them, runs drawn together: "2010-11, 2012-13 to 2014-15". Empty for no years.
std::string years_in_words(const std::set<base::FinancialYear>& years);

/// `text` without a full stop at its end, to be put inside a sentence.
std::string without_full_stop(std::string text);

}  // namespace commonweal::analysis
