// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ensemble/block.h"
#include "study/study.h"

/// What is written down of each draw, for those who ask.
namespace commonweal::ensemble {

/// Header of draws.csv: "draw", each input, then for each scenario its outputs in the years asked for and the first
/// year of each event.
std::string scalar_header(const DrawTask& task, const study::Study& study);

/// A row for each draw of a block. What a scenario sets itself is not drawn in it; what could not be computed is empty.
std::string scalar_rows(const DrawTask& task, const Block& block);

/// For each draw of a block: the constants, then for each run [output * years + year], as doubles of this machine; NaN
/// where a future could not be computed.
std::string figure_bytes(const DrawTask& task, const Block& block);

}  // namespace commonweal::ensemble
