// SPDX-License-Identifier: Apache-2.0
#include "engine/schedule.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <unordered_map>
#include <utility>

namespace commonweal::engine {

namespace {

/// Steps are taken from so far ahead of the first that is left: what is made early takes room until it is read.
constexpr std::size_t window = 400;

/// So many quick steps hide a slow one.
constexpr std::size_t quick_between = 2;

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Which steps can come next, and which of them does.
class Order {
 public:
  Order(const Flat& flat, std::vector<LaneStep>& steps)
      : flat_(flat), steps_(steps), waits_for_(steps.size(), 0), followers_(steps.size()) {
    find_order();
  }

  /// Puts the steps into an order. There are two kinds of them: `is_second`. Of those that can come next, `choose`
  /// takes one: it is given the first of each kind, or none, and the first step that is left.
  template <typename IsSecond, typename Choose>
  void arrange(const IsSecond& is_second, Choose choose) {
    std::set<std::size_t> first, second;  // what may come next
    const auto ready = [&](std::size_t step) { (is_second(steps_[step]) ? second : first).insert(step); };
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (waits_for_[i] == 0) ready(i);
    }
    std::vector<LaneStep> arranged;
    std::vector<bool> is_taken(steps_.size(), false);
    std::size_t left = 0;
    while (arranged.size() < steps_.size()) {
      while (is_taken[left]) ++left;
      const std::size_t next = choose(first_of(first), first_of(second), left);
      is_taken[next] = true;
      first.erase(next);
      second.erase(next);
      for (const std::size_t follower : followers_[next]) {
        if (--waits_for_[follower] == 0) ready(follower);
      }
      arranged.push_back(std::move(steps_[next]));
    }
    steps_ = std::move(arranged);
  }

 private:
  static std::size_t first_of(const std::set<std::size_t>& ready) { return ready.empty() ? none : *ready.begin(); }

  void follow(std::size_t before, std::size_t after) {
    if (before == after) return;
    followers_[before].push_back(after);
    ++waits_for_[after];
  }

  void find_order() {
    std::unordered_map<ValueId, std::size_t> maker;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (steps_[i].result != no_value) maker[steps_[i].result] = i;
    }
    std::unordered_map<ValueId, std::size_t> changer;  // of what a home held
    for (const Flat::Home& home : flat_.homes) {
      if (home.stepwise == no_value) continue;
      if (const auto made = maker.find(home.stepwise); made != maker.end()) changer[home.value] = made->second;
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (steps_[i].home != no_value) changer[flat_.homes[steps_[i].home].value] = i;
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      for (const ValueId value : steps_[i].operands) {
        if (const auto made = maker.find(value); made != maker.end()) follow(made->second, i);
        if (const auto changed = changer.find(value); changed != changer.end()) follow(i, changed->second);
      }
    }
  }

  const Flat& flat_;
  std::vector<LaneStep>& steps_;
  std::vector<std::size_t> waits_for_;               ///< how many steps must go before
  std::vector<std::vector<std::size_t>> followers_;  ///< who waits for a step
};

}  // namespace

void mix(const Flat& flat, std::vector<LaneStep>& steps) {
  std::size_t since_slow = quick_between;
  const auto is_slow = [](const LaneStep& step) { return step.is_slow; };
  Order(flat, steps).arrange(is_slow, [&](std::size_t quick, std::size_t slow, std::size_t left) {
    if (std::min(quick, slow) <= left + window) {  // else all that can come next is far ahead
      if (quick > left + window) quick = none;
      if (slow > left + window) slow = none;
    }
    const bool takes_slow = quick == none || (slow != none && since_slow >= quick_between);
    since_slow = takes_slow ? 0 : since_slow + 1;
    return takes_slow ? slow : quick;
  });
}

void gather(const Flat& flat, std::vector<LaneStep>& steps) {
  bool joins = true;
  const auto is_joined = [](const LaneStep& step) { return step.is_joined; };
  Order(flat, steps).arrange(is_joined, [&](std::size_t alone, std::size_t joined, std::size_t) {
    if ((joins ? joined : alone) == none) joins = !joins;
    return joins ? joined : alone;
  });
}

}  // namespace commonweal::engine
