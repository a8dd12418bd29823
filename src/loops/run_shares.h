// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "loops/named_loops.h"
#include "program/inputs.h"

namespace commonweal::loops {

/// All that was found out about the loops of one run.
struct RunLoops {
  CausalGraph graph;
  LinkScores links;
  std::vector<ScoredLoop> loops;
  bool complete = false;               ///< all that act; otherwise the strongest that were found
  std::optional<engine::Fault> fault;  ///< the run could not go on: no loops are known
};

/// Runs `program` and scores its loops; where they are too many to list, strong ones are looked for once in each unit
/// of time (a year).
RunLoops loops_of_run(const program::Program& program, const program::Inputs& inputs);

/// What drives one run, by whole units of time.
struct RunShares {
  std::vector<double> times;      ///< where each unit begins
  std::vector<LoopShare> shares;  ///< [unit] means over the time steps that end in it
  std::size_t circles = 0;        ///< how many loops were found
  bool complete = false;          ///< all that act
};

/// Sums the relative scores of a run by the named links that its loops go through.
RunShares shares_of(const program::Program& program, const RunLoops& run, const std::vector<NamedLoop>& named);

/// Where each unit begins, and the means of a value over the moments that end in it.
struct UnitMeans {
  std::vector<double> times, values;
};
UnitMeans means_by_unit(const std::vector<double>& times, const std::vector<double>& values);

}  // namespace commonweal::loops
