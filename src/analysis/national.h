// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analysis/bibliography.h"
#include "analysis/findings.h"
#include "base/diagnostics.h"
#include "place/place.h"

namespace commonweal::analysis {

/// The nation's spending, receipts and borrowing, from the first place whose context figures hold them; nothing if none
/// does. They span the years of all four series together, NaN where one has no figure. A figure that is not in GBP
/// billion is a fault ("wrong-context-unit") and read as NaN.
std::optional<NationalFinances> national_finances(const std::vector<place::Place>& places, Bibliography& bibliography,
                                                  base::Diagnostics& diagnostics);

}  // namespace commonweal::analysis
