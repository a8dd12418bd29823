// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "loops/causal_graph.h"
#include "loops/discovery.h"
#include "loops/link_scores.h"

namespace commonweal::loops {

/// A loop and how much it mattered.
struct ScoredLoop {
  Circle circle;  ///< links of the graph
  std::uint32_t partition = 0;
  std::vector<double> scores;    ///< [moment] product of its links: above 0 it reinforces, below 0 it balances
  std::vector<double> relative;  ///< [moment] -1 to 1: of all that the loops of its partition do; 0 if they do nothing
};

/// Scores loops along a run. Sizes of `relative` sum to 1 in each partition at each moment at which a loop acts: over
/// the loops given, so that of an incomplete search they are shares of what was found.
std::vector<ScoredLoop> score_loops(const CausalGraph& graph, const LinkScores& links,
                                    const std::vector<Circle>& circles);

/// Those that make at least `least` (a share) of their partition at some moment.
std::vector<ScoredLoop> that_matter(std::vector<ScoredLoop> loops, double least = 0.001);

}  // namespace commonweal::loops
