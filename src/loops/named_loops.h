// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "loops/loop_scores.h"
#include "program/program.h"

namespace commonweal::loops {

/// A loop as an author knows it: by the links that close it.
struct NamedLoop {
  std::string name;
  std::vector<std::pair<std::string, std::string>> links;  ///< from one variable to another
};

/// What the loops with the same names do together, in one partition.
struct LoopShare {
  std::string name;  ///< all named loops whose links they go through, ", " between; empty: through none
  std::uint32_t partition = 0;
  std::size_t circles = 0;          ///< how many loops, element by element
  std::vector<double> reinforcing;  ///< [moment] 0 to 1: sum of their relative scores above 0
  std::vector<double> balancing;    ///< [moment] -1 to 0: sum of those below
};

/// Sums relative scores by the named links that loops go through, in rising order of partition and name. At each moment
/// the sizes of all shares of a partition sum to 1, or to 0 if nothing in it acts.
std::vector<LoopShare> shares_by_name(const program::Program& program, const CausalGraph& graph,
                                      const std::vector<ScoredLoop>& loops, const std::vector<NamedLoop>& named);

}  // namespace commonweal::loops
