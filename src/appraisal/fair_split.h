// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace commonweal::appraisal {

/// How agencies that do something together could share what it brings: each gets what it adds, averaged over every
/// order in which they could join (shapley.h). Agencies that come together do the thing if what they gain themselves is
/// worth more than all of its cost, else they let it be and have nothing. The shares add up to what all gain less the
/// cost, or to nothing if that is below zero. `gains` are of at most `most_players` agencies.
std::vector<double> fair_split(std::span<const double> gains, double cost);

}  // namespace commonweal::appraisal
