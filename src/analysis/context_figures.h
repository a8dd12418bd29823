// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/financial_year.h"
#include "place/place.h"

namespace commonweal::analysis {

/// The figure of one variable element and year among a place's context figures; nullptr if it has none.
const place::Observation* context_figure(const place::Place& place, std::string_view variable, std::string_view element,
                                         base::FinancialYear year);

/// Whether the place has context figures of `variable` for any element and year.
bool has_context(const place::Place& place, std::string_view variable);

}  // namespace commonweal::analysis
