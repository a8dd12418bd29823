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

constexpr std::size_t walks_at_once = 128;  // so that memory does not grow with their number
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

using Effects = std::vector<std::vector<std::vector<double>>>;  // [output][group][trajectory]

/// What each step of a walk did, from its runs; false if one of them could not be computed.
bool add_effects(const Trajectory& walk, const Groups& groups, std::span<const std::vector<double>> runs,
                 Effects& effects) {
  if (std::ranges::any_of(runs, [](const std::vector<double>& run) { return run.empty(); })) return false;
  effects.resize(runs.front().size(), std::vector<std::vector<double>>(groups.size()));
  for (std::size_t at = 0; at < groups.size(); ++at) {
    const std::size_t group = walk.order[at], input = groups[group].front();
    const double moved = walk.points[at + 1][input] - walk.points[at][input];
    for (std::size_t output = 0; output < effects.size(); ++output) {
      effects[output][group].push_back((runs[at + 1][output] - runs[at][output]) / moved);
    }
  }
  return true;
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

  Screening result;
  Effects effects;
  for (std::size_t first = 0; first < trajectories; first += walks_at_once) {
    std::vector<Trajectory> walks;
    std::vector<Point> points;
    for (std::size_t number = first; number < std::min(first + walks_at_once, trajectories); ++number) {
      walks.push_back(trajectory(streams, groups, number));
      points.insert(points.end(), walks.back().points.begin(), walks.back().points.end());
    }
    const std::vector<std::vector<double>> runs = evaluate(points);
    result.runs += runs.size();
    for (std::size_t walk = 0; walk < walks.size(); ++walk) {
      const std::span<const std::vector<double>> of_walk(&runs[walk * (groups.size() + 1)], groups.size() + 1);
      if (!add_effects(walks[walk], groups, of_walk, effects)) ++result.failed_trajectories;
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
