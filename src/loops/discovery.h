// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "loops/causal_graph.h"
#include "loops/link_scores.h"

namespace commonweal::loops {

/// A loop as links, each beginning where the one before ends; begins with the link from its smallest slot.
using Circle = std::vector<std::uint32_t>;

/// How far the search goes.
struct SearchLimits {
  std::size_t circles = 1'000;            ///< more than these are not all listed, but looked for by their strength
  std::size_t visits = 2'000'000;         ///< of values while listing them all
  std::size_t strength_visits = 200'000;  ///< of values while looking for strong ones, for each stock and moment
  std::size_t every = 1;                  ///< look for strong ones at each so-many-th moment
};

struct Discovery {
  std::vector<Circle> circles;  ///< in rising order
  bool complete = false;        ///< all loops that ever act; otherwise the strongest that were found
};

/// The loops all of whose links act at some moment (not necessarily the same). Few are all listed; of many, the strong
/// ones are looked for as published (Eberlein and Schoenberg 2020): from each stock along the strongest links first,
/// never to a value that was reached more strongly before. That can miss a strong loop; it finds its near siblings.
Discovery discover(const CausalGraph& graph, const LinkScores& scores, const SearchLimits& limits = {});

}  // namespace commonweal::loops
