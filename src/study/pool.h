// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/toml_table.h"
#include "study/study.h"
#include "study/uncertainty.h"

namespace commonweal::study {

/// Reads [uncertainty.pool], the weights by which scenarios are taken together: `id = weight`. Empty if there is none.
/// Faults: "wrong-type", "unknown-scenario", and "bad-pool" for a weight below 0, weights that do not sum to 1, a
/// bound, or scenarios of different places or years.
std::vector<PoolWeight> read_pool(base::TomlTable& uncertainty, const base::IdVector<ScenarioId, Scenario>& scenarios,
                                  base::Diagnostics& diagnostics);

}  // namespace commonweal::study
