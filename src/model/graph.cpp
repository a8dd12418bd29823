// SPDX-License-Identifier: Apache-2.0
#include "model/graph.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace commonweal::model {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

/// The depth-first walk, with its frames kept in a vector rather than on the machine's stack.
class GroupFinder {
 public:
  explicit GroupFinder(const Graph& uses)
      : uses_(uses), number_(uses.size(), 0), lowest_(uses.size(), 0), on_stack_(uses.size(), false) {}

  Groups find() {
    for (std::size_t node = 0; node < uses_.size(); ++node) {
      if (number_[node] == 0) visit(node);
    }
    return std::move(groups_);
  }

 private:
  struct Frame {
    std::size_t node, next;
  };

  void enter(std::size_t node, std::vector<Frame>& frames) {
    number_[node] = lowest_[node] = ++count_;
    stack_.push_back(node);
    on_stack_[node] = true;
    frames.push_back({node, 0});
  }

  void visit(std::size_t root) {
    std::vector<Frame> frames;
    enter(root, frames);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      if (frame.next < uses_[frame.node].size()) {
        const std::size_t used = uses_[frame.node][frame.next++];
        if (number_[used] == 0) {
          enter(used, frames);
        } else if (on_stack_[used]) {
          lowest_[frame.node] = std::min(lowest_[frame.node], number_[used]);
        }
        continue;
      }
      const std::size_t done = frame.node;
      frames.pop_back();
      if (!frames.empty()) lowest_[frames.back().node] = std::min(lowest_[frames.back().node], lowest_[done]);
      if (lowest_[done] == number_[done]) close_group(done);
    }
  }

  void close_group(std::size_t root) {
    auto& group = groups_.emplace_back();
    std::size_t node;
    do {
      node = stack_.back();
      stack_.pop_back();
      on_stack_[node] = false;
      group.push_back(node);
    } while (node != root);
    std::reverse(group.begin(), group.end());
  }

  const Graph& uses_;
  std::vector<std::size_t> number_, lowest_;
  std::vector<bool> on_stack_;
  std::vector<std::size_t> stack_;
  std::size_t count_ = 0;
  Groups groups_;
};

}  // namespace

std::vector<std::vector<std::size_t>> connected_groups(const Graph& uses) {
  return GroupFinder(uses).find();
}

std::vector<std::size_t> circle_in(const std::vector<std::size_t>& group, const Graph& uses) {
  const std::unordered_set<std::size_t> members(group.begin(), group.end());
  std::vector<std::size_t> walked{group.front()};
  std::unordered_map<std::size_t, std::size_t> place{{group.front(), 0}};  // of each node in `walked`
  while (true) {
    const auto& candidates = uses[walked.back()];
    const std::size_t next =
        *std::find_if(candidates.begin(), candidates.end(), [&](std::size_t used) { return members.contains(used); });
    const auto [before, is_new] = place.emplace(next, walked.size());
    walked.push_back(next);
    if (!is_new) return {walked.begin() + static_cast<std::ptrdiff_t>(before->second), walked.end()};
  }
}

bool uses_itself(std::size_t node, const Graph& uses) {
  return std::find(uses[node].begin(), uses[node].end(), node) != uses[node].end();
}

}  // namespace commonweal::model
