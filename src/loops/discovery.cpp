// SPDX-License-Identifier: Apache-2.0
#include "loops/discovery.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace commonweal::loops {

namespace {

/// [slot] the links that lead away from it.
using Leaving = std::vector<std::vector<std::uint32_t>>;

Leaving acting_links(const CausalGraph& graph, const LinkScores& scores) {
  Leaving leaving(graph.is_state.size());
  for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
    if (std::ranges::any_of(scores.scores[link], [](double score) { return score != 0; }))
      leaving[graph.links[link].from].push_back(link);
  }
  return leaving;
}

/// The same circle wherever it was begun.
Circle from_smallest(Circle circle, const CausalGraph& graph) {
  const auto first =
      std::ranges::min_element(circle, std::less{}, [&](std::uint32_t link) { return graph.links[link].from; });
  std::ranges::rotate(circle, first);
  return circle;
}

/// A way through the graph while it is walked, depth first: what is on it, and which link to try next from each.
struct Walk {
  struct Place {
    std::uint32_t slot = 0;
    double strength = 1;  ///< product of the links so far
    std::size_t next = 0;
  };
  std::vector<Place> places;
  Circle links;  ///< one fewer than places
  std::vector<bool> is_on;

  explicit Walk(std::size_t slots) : is_on(slots) {}

  void enter(std::uint32_t slot, double strength) {
    places.push_back({slot, strength, 0});
    is_on[slot] = true;
  }
  void leave() {
    is_on[places.back().slot] = false;
    places.pop_back();
    if (!links.empty()) links.pop_back();
  }
};

/// Lists every circle once: from each value in turn, through larger ones only (Tiernan, An efficient search algorithm
/// to find the elementary circuits of a graph, 1970). Nothing if a limit is met.
std::optional<std::vector<Circle>> every_circle(const CausalGraph& graph, const Leaving& leaving,
                                                const SearchLimits& limits) {
  std::vector<Circle> circles;
  std::size_t visits = 0;
  Walk walk(leaving.size());
  for (std::uint32_t root = 0; root < leaving.size(); ++root) {
    if (leaving[root].empty()) continue;
    walk.enter(root, 1);
    while (!walk.places.empty()) {
      Walk::Place& here = walk.places.back();
      if (here.next == leaving[here.slot].size()) {
        walk.leave();
        continue;
      }
      const std::uint32_t link = leaving[here.slot][here.next++];
      const std::uint32_t to = graph.links[link].to;
      if (to == root) {
        circles.push_back(walk.links);
        circles.back().push_back(link);
      } else if (to > root && !walk.is_on[to]) {
        walk.links.push_back(link);
        walk.enter(to, 1);
      }
      if (++visits > limits.visits || circles.size() > limits.circles) return std::nullopt;
    }
  }
  return circles;
}

/// Looks for strong circles at one moment after another.
class StrongestPaths {
 public:
  StrongestPaths(const CausalGraph& graph, const LinkScores& scores, const SearchLimits& limits, Leaving leaving)
      : graph_(graph), scores_(scores), limits_(limits), leaving_(std::move(leaving)), walk_(leaving_.size()) {}

  void look_at(std::size_t moment) {
    const auto strength = [&](std::uint32_t link) { return std::fabs(scores_.scores[link][moment]); };
    for (auto& links : leaving_) std::ranges::stable_sort(links, std::greater{}, strength);
    for (std::uint32_t target = 0; target < leaving_.size(); ++target) {
      if (!graph_.is_state[target] || leaving_[target].empty()) continue;
      best_.assign(leaving_.size(), 0);
      look_from(target, strength);
    }
  }

  std::vector<Circle> found() const { return {found_.begin(), found_.end()}; }

 private:
  void look_from(std::uint32_t target, const auto& strength) {
    std::size_t visits = 0;
    walk_.enter(target, 1);
    best_[target] = 1;
    while (!walk_.places.empty()) {
      Walk::Place& here = walk_.places.back();
      if (here.next == leaving_[here.slot].size() || visits > limits_.strength_visits) {
        walk_.leave();
        continue;
      }
      const std::uint32_t link = leaving_[here.slot][here.next++];
      const std::uint32_t to = graph_.links[link].to;
      const double so_far = here.strength * strength(link);
      ++visits;
      if (so_far == 0) continue;
      if (to == target) {
        Circle circle = walk_.links;
        circle.push_back(link);
        found_.insert(from_smallest(std::move(circle), graph_));
      } else if (!walk_.is_on[to] && so_far >= best_[to]) {
        best_[to] = so_far;
        walk_.links.push_back(link);
        walk_.enter(to, so_far);
      }
    }
  }

  const CausalGraph& graph_;
  const LinkScores& scores_;
  const SearchLimits& limits_;
  Leaving leaving_;  ///< strongest first at the moment looked at
  Walk walk_;
  std::vector<double> best_;  ///< [slot] how strongly it was reached from the target
  std::set<Circle> found_;
};

}  // namespace

Discovery discover(const CausalGraph& graph, const LinkScores& scores, const SearchLimits& limits) {
  Leaving leaving = acting_links(graph, scores);
  if (auto all = every_circle(graph, leaving, limits)) {
    std::ranges::sort(*all);
    return {std::move(*all), true};
  }
  StrongestPaths paths(graph, scores, limits, std::move(leaving));
  for (std::size_t moment = 0; moment < scores.times.size(); moment += limits.every) paths.look_at(moment);
  return {paths.found(), false};
}

}  // namespace commonweal::loops
