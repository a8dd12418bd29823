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

/// A walk: a start and which input is moved at each step.
struct Trajectory {
  std::vector<Point> points;
  std::vector<std::size_t> order;
};

/// Levels stand in the middle of their eighth: no input is ever at the end of
/// its distribution, which may be infinite.
double level(std::uint64_t number) {
  return (static_cast<double>(number) + 0.5) / static_cast<double>(levels);
}

/// An order of all inputs as likely as any other: by a random number that each
/// has of its own.
std::vector<std::size_t> shuffled(const std::vector<random::Stream>& streams, std::uint64_t number) {
  std::vector<std::size_t> order(streams.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::uint64_t> keys;
  for (const random::Stream& stream : streams) keys.push_back(stream.bits(number, 1, random::Purpose::trajectory));
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(keys[a], a) < std::pair(keys[b], b); });
  return order;
}

Trajectory trajectory(const std::vector<random::Stream>& streams, std::uint64_t number) {
  Trajectory walk{{}, shuffled(streams, number)};
  Point point;
  for (const random::Stream& stream : streams)
    point.push_back(level(stream.below(levels, number, 0, random::Purpose::trajectory)));
  walk.points.push_back(point);
  for (const std::size_t input : walk.order) {
    point[input] += point[input] < step ? step : -step;
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
  const std::size_t inputs = plan.inputs.size();
  std::vector<random::Stream> streams;
  for (const std::string& name : plan.inputs) streams.emplace_back(plan.seed, name);
  std::vector<Trajectory> walks;
  std::vector<Point> points;
  for (std::size_t number = 0; number < trajectories; ++number) {
    walks.push_back(trajectory(streams, number));
    points.insert(points.end(), walks.back().points.begin(), walks.back().points.end());
  }
  const std::vector<std::vector<double>> runs = evaluate(points);

  Screening result;
  result.runs = runs.size();
  std::vector<std::vector<std::vector<double>>> effects;  // [output][input][trajectory]
  for (std::size_t number = 0; number < trajectories; ++number) {
    const std::span<const std::vector<double>> walk(&runs[number * (inputs + 1)], inputs + 1);
    if (std::ranges::any_of(walk, [](const std::vector<double>& run) { return run.empty(); })) {
      ++result.failed_trajectories;
      continue;
    }
    effects.resize(walk.front().size(), std::vector<std::vector<double>>(inputs));
    for (std::size_t at = 0; at < inputs; ++at) {
      const std::size_t input = walks[number].order[at];
      const double moved = walks[number].points[at + 1][input] - walks[number].points[at][input];
      for (std::size_t output = 0; output < effects.size(); ++output) {
        effects[output][input].push_back((walk[at + 1][output] - walk[at][output]) / moved);
      }
    }
  }
  result.trajectories = trajectories - result.failed_trajectories;
  for (const auto& of_output : effects) {
    std::vector<ElementaryEffects>& all = result.outputs.emplace_back();
    for (const std::vector<double>& of_input : of_output) all.push_back(effects_of(of_input, plan.seed));
  }
  return result;
}

}  // namespace commonweal::sensitivity
