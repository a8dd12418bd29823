// SPDX-License-Identifier: Apache-2.0
#include "model/graph.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::model {
namespace {

Graph random_graph() {
  Graph uses(*rc::gen::inRange<std::size_t>(1, 12));
  for (auto& used : uses)
    used = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, uses.size()));
  return uses;
}

RC_GTEST_PROP(GraphProperty, EveryGroupComesAfterAllThatItUses, ()) {
  const Graph uses = random_graph();
  const auto groups = connected_groups(uses);
  std::vector<std::size_t> group_of(uses.size(), groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::size_t node : groups[i]) {
      RC_ASSERT(group_of[node] == groups.size());  // each node stands in one group
      group_of[node] = i;
    }
  }
  for (std::size_t node = 0; node < uses.size(); ++node) {
    RC_ASSERT(group_of[node] < groups.size());
    for (const std::size_t used : uses[node]) RC_ASSERT(group_of[used] <= group_of[node]);
  }
}

RC_GTEST_PROP(GraphProperty, AGroupOfSeveralHoldsACircle, ()) {
  const Graph uses = random_graph();
  for (const auto& group : connected_groups(uses)) {
    if (group.size() == 1 && !uses_itself(group.front(), uses)) continue;
    const auto circle = circle_in(group, uses);
    RC_ASSERT(circle.size() >= 2 && circle.front() == circle.back());
    for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
      const auto& used = uses[circle[i]];
      RC_ASSERT(std::find(used.begin(), used.end(), circle[i + 1]) != used.end());
    }
  }
}

TEST(Graph, ALongChainNeedsNoMoreStack) {
  Graph uses(300'000);
  for (std::size_t node = 0; node + 1 < uses.size(); ++node) uses[node].push_back(node + 1);
  const auto groups = connected_groups(uses);
  ASSERT_EQ(groups.size(), uses.size());
  EXPECT_EQ(groups.front().front(), uses.size() - 1);
}

}  // namespace
}  // namespace commonweal::model
