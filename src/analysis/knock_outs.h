// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/uncertainty.h"
#include "ensemble/draws.h"
#include "ensemble/ensemble.h"
#include "study/study.h"

namespace commonweal::analysis {

/// The loop that `scenario` cuts, by the name of its switch ("R1 doom"): it is the headline's scenario in all but one
/// setting, a loop's switch, which is at 0. Nothing for any other scenario.
std::optional<std::string> loop_cut_in(const study::Scenario& scenario, const study::Scenario& headline);

/// What each loop that a scenario of the study cuts adds to the drawn `outputs`, in the study's order; the gap is the
/// first of them. Empty where no scenario cuts a loop.
std::vector<KnockOut> knock_outs(const ensemble::Draws& draws, const ensemble::Ensemble& ensemble,
                                 const study::Study& study, const std::vector<std::size_t>& outputs);

}  // namespace commonweal::analysis
