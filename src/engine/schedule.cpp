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

class Mixer {
 public:
  Mixer(const Flat& flat, std::vector<LaneStep>& steps)
      : flat_(flat), steps_(steps), waits_for_(steps.size(), 0), followers_(steps.size()) {}

  void mix() {
    find_order();
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (waits_for_[i] == 0) make_ready(i);
    }
    std::vector<LaneStep> mixed;
    std::vector<bool> is_taken(steps_.size(), false);
    std::size_t first_left = 0, since_slow = quick_between;
    while (mixed.size() < steps_.size()) {
      while (is_taken[first_left]) ++first_left;
      const std::size_t next = choose(first_left, since_slow);
      since_slow = steps_[next].is_slow ? 0 : since_slow + 1;
      is_taken[next] = true;
      (steps_[next].is_slow ? slow_ : quick_).erase(next);
      for (const std::size_t follower : followers_[next]) {
        if (--waits_for_[follower] == 0) make_ready(follower);
      }
      mixed.push_back(std::move(steps_[next]));
    }
    steps_ = std::move(mixed);
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  void make_ready(std::size_t step) { (steps_[step].is_slow ? slow_ : quick_).insert(step); }

  std::size_t choose(std::size_t first_left, std::size_t since_slow) const {
    const auto first_of = [&](const std::set<std::size_t>& ready) {
      return ready.empty() || *ready.begin() > first_left + window ? none : *ready.begin();
    };
    const std::size_t slow = first_of(slow_), quick = first_of(quick_);
    if (slow == none) return quick;
    if (quick == none) return slow;
    return since_slow >= quick_between ? slow : quick;
  }

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
  std::set<std::size_t> slow_, quick_;               ///< what may come next
};

}  // namespace

void mix(const Flat& flat, std::vector<LaneStep>& steps) {
  Mixer(flat, steps).mix();
}

}  // namespace commonweal::engine
