// SPDX-License-Identifier: Apache-2.0
#include "discovery/peel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace commonweal::discovery {

namespace {

constexpr double step = 0.05;             // left out at once, of what is left
constexpr double least_mass = 0.05;       // of all, in the narrowest box
constexpr double wanted_coverage = 0.75;  // of the box to use
constexpr double as_dense = 0.03;

enum class Side { low, high };

/// A side of a box moved.
struct Move {
  std::size_t input = 0;
  Side side = Side::low;
  double limit = 0;
  double worth = 0;
};

void apply(const Move& move, Box& box) {
  (move.side == Side::low ? box.limits[move.input].low : box.limits[move.input].high) = move.limit;
}

std::vector<std::size_t> inside(const Box& box, const Sample& sample) {
  std::vector<std::size_t> futures;
  for (std::size_t future = 0; future < sample.count(); ++future) {
    if (box.holds(sample.inputs[future])) futures.push_back(future);
  }
  return futures;
}

struct Counts {
  double all = 0, wanted = 0;
  double density() const { return all > 0 ? wanted / all : 0; }
};

Counts counts_of(const Sample& sample, const std::vector<std::size_t>& futures) {
  Counts counts;
  for (const std::size_t future : futures) {
    ++counts.all;
    if (sample.wanted[future]) ++counts.wanted;
  }
  return counts;
}

/// The limit that leaves out about a twentieth of `values` on one side: the first value that stays. Where many futures
/// share the outermost value, all of these go. Nothing if none would stay.
std::optional<double> limit_after(std::vector<double> values, Side side) {
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(step * static_cast<double>(values.size())));
  if (side == Side::high) {
    for (double& value : values) value = -value;
  }
  const auto cut = values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size() - 1));
  std::ranges::nth_element(values, cut);
  double limit = *cut;
  if (limit == *std::ranges::min_element(values)) {  // exact: the same value, shared by a twentieth
    std::optional<double> next;
    for (const double value : values) {
      if (value > limit && (!next || value < *next)) next = value;
    }
    if (!next) return std::nullopt;
    limit = *next;
  }
  return side == Side::high ? -limit : limit;
}

/// The best side to move in; nothing if none leaves enough. Worth is what density gains for each future given up.
std::optional<Move> best_peel(const Sample& sample, const std::vector<std::size_t>& futures,
                              const std::vector<std::size_t>& inputs, double least) {
  const Counts now = counts_of(sample, futures);
  std::optional<Move> best;
  for (const std::size_t input : inputs) {
    std::vector<double> values;
    for (const std::size_t future : futures) values.push_back(sample.inputs[future][input]);
    for (const Side side : {Side::low, Side::high}) {
      const std::optional<double> limit = limit_after(values, side);
      if (!limit) continue;
      Counts left;
      for (std::size_t i = 0; i < futures.size(); ++i) {
        if (side == Side::low ? values[i] < *limit : values[i] > *limit) continue;
        ++left.all;
        if (sample.wanted[futures[i]]) ++left.wanted;
      }
      if (left.all < least) continue;
      const double worth = (left.density() - now.density()) * left.all / (now.all - left.all);
      if (!best || worth > best->worth) best = Move{input, side, *limit, worth};
    }
  }
  return best;
}

/// Of one side of an input let out by a twentieth of the box: what comes in between the old limit and the new.
std::optional<Move> paste(const Sample& sample, const Box& box, std::size_t input, Side side, const Counts& now) {
  const Limits& limits = box.limits[input];
  if (!std::isfinite(side == Side::low ? limits.low : limits.high)) return std::nullopt;
  Box open = box;
  apply({input, side, side == Side::low ? -INFINITY : INFINITY}, open);
  std::vector<std::pair<double, bool>> beyond;  // how far out, and whether wanted
  for (const std::size_t future : inside(open, sample)) {
    const double value = sample.inputs[future][input];
    const double out = side == Side::low ? limits.low - value : value - limits.high;
    if (out > 0) beyond.emplace_back(out, sample.wanted[future]);
  }
  if (beyond.empty()) return std::nullopt;
  std::ranges::sort(beyond);
  const std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(step * now.all), 1, beyond.size());
  Counts more = now;
  for (std::size_t i = 0; i < count; ++i) {
    ++more.all;
    if (beyond[i].second) ++more.wanted;
  }
  const double out = beyond[count - 1].first;
  const double limit = count == beyond.size() ? (side == Side::low ? -INFINITY : INFINITY)
                                              : (side == Side::low ? limits.low - out : limits.high + out);
  return Move{input, side, limit, more.density() - now.density()};
}

void paste_all(const Sample& sample, Box& box) {
  for (;;) {
    const Counts now = counts_of(sample, inside(box, sample));
    std::optional<Move> best;
    for (const std::size_t input : box.restricted()) {
      for (const Side side : {Side::low, Side::high}) {
        const std::optional<Move> move = paste(sample, box, input, side, now);
        if (move && move->worth > 0 && (!best || move->worth > best->worth)) best = move;
      }
    }
    if (!best) return;
    apply(*best, box);
  }
}

}  // namespace

std::vector<Box> peel(const Sample& sample, const std::vector<std::size_t>& inputs) {
  const std::size_t all_inputs = sample.inputs.empty() ? 0 : sample.inputs.front().size();
  std::vector<Box> boxes{{std::vector<Limits>(all_inputs)}};
  const double least = least_mass * static_cast<double>(sample.count());
  for (std::vector<std::size_t> futures = inside(boxes.back(), sample); !futures.empty();) {
    const std::optional<Move> move = best_peel(sample, futures, inputs, least);
    if (!move) break;
    Box box = boxes.back();
    apply(*move, box);
    boxes.push_back(std::move(box));
    std::erase_if(futures, [&](std::size_t future) { return !boxes.back().holds(sample.inputs[future]); });
  }
  Box pasted = boxes.back();
  paste_all(sample, pasted);
  boxes.push_back(std::move(pasted));
  return boxes;
}

const Box& chosen(const std::vector<Box>& boxes, const Sample& sample) {
  std::vector<Fit> fits;
  double most_covered = 0;
  for (const Box& box : boxes) {
    fits.push_back(fit(box, sample));
    most_covered = std::max(most_covered, fits.back().coverage());
  }
  const double needed = std::min(wanted_coverage, most_covered);
  double densest = 0;
  for (const Fit& each : fits) {
    if (each.coverage() >= needed) densest = std::max(densest, each.density());
  }
  std::size_t best = 0, fewest = boxes.front().limits.size() + 1;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (fits[i].coverage() < needed || fits[i].density() < densest - as_dense) continue;
    const std::size_t limited = boxes[i].restricted().size();
    if (limited < fewest || (limited == fewest && fits[i].density() > fits[best].density())) {
      best = i;
      fewest = limited;
    }
  }
  return boxes[best];
}

}  // namespace commonweal::discovery
