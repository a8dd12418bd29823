// SPDX-License-Identifier: Apache-2.0
#include "loops/run_shares.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace commonweal::loops {

namespace {

/// How many moments a unit of time has; at least 1.
std::size_t moments_of_a_unit(const std::vector<double>& times) {
  return times.size() < 2 ? 1 : static_cast<std::size_t>(std::max(1.0, std::round(1 / (times[1] - times[0]))));
}

}  // namespace

UnitMeans means_by_unit(const std::vector<double>& times, const std::vector<double>& values) {
  constexpr double rounding = 1e-9;  // of a time that is a sum of steps
  std::map<double, std::pair<double, double>> sums;
  for (std::size_t moment = 0; moment < times.size(); ++moment) {
    auto& [sum, count] = sums[std::ceil(times[moment] - rounding) - 1];
    sum += values[moment];
    ++count;
  }
  UnitMeans means;
  for (const auto& [time, sum] : sums) {
    means.times.push_back(time);
    means.values.push_back(sum.first / sum.second);
  }
  return means;
}

RunLoops loops_of_run(const program::Program& program, const program::Inputs& inputs) {
  RunLoops result;
  result.graph = causal_graph(program);
  ScoredRun run = score_links(program, inputs, result.graph);
  result.fault = run.fault;
  if (run.fault) return result;
  result.links = std::move(run.links);
  const Discovery found = discover(result.graph, result.links, {.every = moments_of_a_unit(result.links.times)});
  result.complete = found.complete;
  result.loops = score_loops(result.graph, result.links, found.circles);
  return result;
}

RunShares shares_of(const program::Program& program, const RunLoops& run, const std::vector<NamedLoop>& named) {
  const std::vector<double>& times = run.links.times;
  RunShares result{means_by_unit(times, times).times, shares_by_name(program, run.graph, run.loops, named),
                   run.loops.size(), run.complete};
  for (LoopShare& share : result.shares) {
    share.reinforcing = means_by_unit(times, share.reinforcing).values;
    share.balancing = means_by_unit(times, share.balancing).values;
  }
  return result;
}

}  // namespace commonweal::loops
