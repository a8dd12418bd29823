// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/screening.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "random/stream.h"
#include "sensitivity/bootstrap.h"

namespace commonweal::sensitivity {

namespace {

constexpr std::uint64_t levels = 8;
constexpr double step = 0.5;  // half of all levels, so that every level is met equally often

/// A walk: a start and which group is moved at each step.
struct Trajectory {
  std::vector<Point> points;
  std::vector<std::size_t> order;
};

/// Levels stand in the middle of their eighth: no input is ever at the end of
/// its distribution, which may be infinite.
double level(std::uint64_t number) {
  return (static_cast<double>(number) + 0.5) / static_cast<double>(levels);
}

using Groups = std::vector<std::vector<std::size_t>>;

/// An order of all groups as likely as any other: by a random number that the first member of each has.
std::vector<std::size_t> shuffled(const std::vector<random::Stream>& streams, const Groups& groups,
                                  std::uint64_t number) {
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::uint64_t> keys;
  for (const auto& group : groups) {
    keys.push_back(streams[group.front()].bits(number, 1, random::Purpose::trajectory));
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(keys[a], a) < std::pair(keys[b], b); });
  return order;
}

Trajectory trajectory(const std::vector<random::Stream>& streams, const Groups& groups, std::uint64_t number) {
  Trajectory walk{{}, shuffled(streams, groups, number)};
  Point point;
  for (const random::Stream& stream : streams)
    point.push_back(level(stream.below(levels, number, 0, random::Purpose::trajectory)));
  walk.points.push_back(point);
  for (const std::size_t group : walk.order) {
    for (const std::size_t input : groups[group]) point[input] += point[input] < step ? step : -step;
    walk.points.push_back(point);
  }
  return walk;
}

ElementaryEffects effects_of(const std::vector<double>& effects, std::uint64_t seed) {
  ElementaryEffects result;
  const double count = static_cast<double>(effects.size());
  for (const double effect : effects) result.mean += effect / count;
  for (const double effect : effects) result.deviation += (effect - result.mean) * (effect - result.mean);
  result.deviation = effects.size() > 1 ? std::sqrt(result.deviation / (count - 1)) : 0;
  result.size = measured(effects.size(), seed, [&](std::span<const std::size_t> chosen) {
                  double sum = 0;
                  for (const std::size_t row : chosen) sum += std::abs(effects[row]);
                  return std::vector<double>{sum / static_cast<double>(chosen.size())};
                }).front();
  return result;
}

}  // namespace

Screening screening(const Plan& plan, std::size_t trajectories, const Evaluate& evaluate) {
  const Groups groups = groups_of(plan);
  std::vector<random::Stream> streams;
  for (const std::string& name : plan.inputs) streams.emplace_back(plan.seed, name);
  std::vector<Trajectory> walks;
  std::vector<Point> points;
  for (std::size_t number = 0; number < trajectories; ++number) {
    walks.push_back(trajectory(streams, groups, number));
    points.insert(points.end(), walks.back().points.begin(), walks.back().points.end());
  }
  const std::vector<std::vector<double>> runs = evaluate(points);

  Screening result;
  result.runs = runs.size();
  std::vector<std::vector<std::vector<double>>> effects;  // [output][group][trajectory]
  for (std::size_t number = 0; number < trajectories; ++number) {
    const std::span<const std::vector<double>> walk(&runs[number * (groups.size() + 1)], groups.size() + 1);
    if (std::ranges::any_of(walk, [](const std::vector<double>& run) { return run.empty(); })) {
      ++result.failed_trajectories;
      continue;
    }
    effects.resize(walk.front().size(), std::vector<std::vector<double>>(groups.size()));
    for (std::size_t at = 0; at < groups.size(); ++at) {
      const std::size_t group = walks[number].order[at], input = groups[group].front();
      const double moved = walks[number].points[at + 1][input] - walks[number].points[at][input];
      for (std::size_t output = 0; output < effects.size(); ++output) {
        effects[output][group].push_back((walk[at + 1][output] - walk[at][output]) / moved);
      }
    }
  }
  result.trajectories = trajectories - result.failed_trajectories;
  for (const auto& of_output : effects) {
    std::vector<ElementaryEffects>& all = result.outputs.emplace_back();
    for (const std::vector<double>& of_group : of_output) all.push_back(effects_of(of_group, plan.seed));
  }
  return result;
}

}  // namespace commonweal::sensitivity
