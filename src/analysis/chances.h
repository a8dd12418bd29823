// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ensemble/spread.h"

namespace commonweal::analysis {

/// A share of futures as people say it, no finer than it is known: "in about 8 of 10 futures", "in none of 1,000
/// futures", "in fewer than 1 of 100 futures", "in all of 1,000 futures", "in more than 99 of 100 futures". Tenths, and
/// hundredths below one tenth and above nine where the error allows. `futures` is how many were looked at.
std::string chance_in_words(const ensemble::Estimate& share, double futures);

}  // namespace commonweal::analysis
