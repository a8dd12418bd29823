// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/source_text.h"
#include "place/place.h"

namespace commonweal::place {

/// Reads the figures of series.csv or context.csv (CSV: variable, element, year, value, unit, status, source, note),
/// whose sources must be among `sources`.
std::vector<Observation> read_observations(base::SharedSource text, const std::vector<Source>& sources,
                                           base::Diagnostics& diagnostics);

}  // namespace commonweal::place
