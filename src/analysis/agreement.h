// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/findings.h"

namespace commonweal::analysis {

/// How many rows are judged, and how many of these agree, by role.
Agreement agreement(const std::vector<ReconciliationRow>& rows);

/// The same for the rows of each place, in the order in which the rows name them.
std::vector<PlaceAgreement> agreement_by_place(const std::vector<ReconciliationRow>& rows);

}  // namespace commonweal::analysis
