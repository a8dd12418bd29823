// SPDX-License-Identifier: Apache-2.0
#include "loops/loop_scores.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace commonweal::loops {

std::vector<ScoredLoop> score_loops(const CausalGraph& graph, const LinkScores& links,
                                    const std::vector<Circle>& circles) {
  const std::size_t moments = links.times.size();
  std::vector<std::vector<double>> totals(graph.partitions, std::vector<double>(moments));
  std::vector<ScoredLoop> loops;
  for (const Circle& circle : circles) {
    ScoredLoop loop{circle, graph.links[circle.front()].partition, std::vector<double>(moments, 1), {}};
    for (std::size_t moment = 0; moment < moments; ++moment) {
      for (const std::uint32_t link : circle) loop.scores[moment] *= links.scores[link][moment];
      totals[loop.partition][moment] += std::fabs(loop.scores[moment]);
    }
    loops.push_back(std::move(loop));
  }
  for (ScoredLoop& loop : loops) {
    for (std::size_t moment = 0; moment < moments; ++moment) {
      const double total = totals[loop.partition][moment];
      loop.relative.push_back(total == 0 ? 0 : loop.scores[moment] / total);
    }
  }
  return loops;
}

std::vector<ScoredLoop> that_matter(std::vector<ScoredLoop> loops, double least) {
  std::erase_if(loops, [&](const ScoredLoop& loop) {
    return std::ranges::none_of(loop.relative, [&](double share) { return std::fabs(share) >= least; });
  });
  return loops;
}

}  // namespace commonweal::loops
