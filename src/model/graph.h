// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace commonweal::model {

/// What each node uses, as numbers of other nodes.
using Graph = std::vector<std::vector<std::size_t>>;

/// The strongly connected groups of a graph, each after all groups that it uses: most hold one node; a larger one, or
/// one that uses itself, is a circle. Takes time in proportion to the graph, and no more stack for a longer chain
/// (Tarjan, Depth-first search and linear graph algorithms, 1972).
std::vector<std::vector<std::size_t>> connected_groups(const Graph& uses);

/// A circle inside a group of more than one node, or of one that uses itself: node, node, ..., the first again.
std::vector<std::size_t> circle_in(const std::vector<std::size_t>& group, const Graph& uses);

bool uses_itself(std::size_t node, const Graph& uses);

}  // namespace commonweal::model
