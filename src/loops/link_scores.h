// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "loops/causal_graph.h"
#include "program/inputs.h"

namespace commonweal::loops {

/// How strongly each link of a graph acted in one run.
struct LinkScores {
  std::vector<double> times;                ///< of the moments: every time step from the second on
  std::vector<std::vector<double>> scores;  ///< [link][moment]
  std::size_t without = 0;  ///< scores that could not be worked out, as of a division by zero; they are 0
};

/// Runs `program` and scores every link at every time step. For z = f(x, others): what z would have changed by since
/// the step before, had x alone moved, as a part of what it did change by; its sign is that of the change of z by x.
/// For z a stock the same is said of its net rate of change (2023), so that it does not matter how flows are added up;
/// of a fixed delay, of what goes in, as if it came out at once. 0 where x or z did not change: less than 1e-12 of the
/// value is rounding. Nothing but the fault if the run cannot go on.
struct ScoredRun {
  LinkScores links;
  std::optional<engine::Fault> fault;
};
ScoredRun score_links(const program::Program& program, const program::Inputs& inputs, const CausalGraph& graph);

}  // namespace commonweal::loops
