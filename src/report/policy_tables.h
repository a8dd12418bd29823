// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/policies_used.h"
#include "report/table.h"

namespace commonweal::report {

/// Which scenario does which policy, how much of it, from when to when; without rows where none does any.
Table policy_spells_table(const std::vector<analysis::PolicyUse>& policies);

/// What each policy is and rests on, a row each.
Table policies_table(const std::vector<analysis::PolicyUse>& policies);

/// "QE: a quasi-experiment: compared with places or people alike that did without".
std::string grade_in_words(const std::string& grade);

}  // namespace commonweal::report
