// SPDX-License-Identifier: Apache-2.0
#include "ensemble/quantile_sketch.h"

#include <algorithm>
#include <cassert>
#include <cmath>

/// How quantiles are told of more values than are kept.
///
/// All values begin in level 0, where each stands for itself. When there is no more room, a level is compacted: its
/// values are sorted, and of each two neighbours one moves up a level, where it stands for two of those below; the
/// other is forgotten. Five values of level 0, say, 4 1 3 2 9: the last stays, as it has no partner; of (1 2) and (3 4)
/// the first of each pair, 1 and 3, move up.
///
/// How many values lie below some x is then told wrongly by at most one pair, and only if x parts a pair. Which of the
/// pair is kept takes turns at each level, so that what one compaction tells too low, the next tells too high. Higher
/// levels, whose pairs weigh most, have more room and are compacted more rarely: shares fall by a third from level to
/// level downwards (Karnin, Lang and Liberty 2016; with turns in place of their coins, as in Manku, Rajagopalan and
/// Lindsay 1998, so that nothing depends on chance).
///
/// It ends because each compaction frees at least one place. The levels are about log2(count / 160), so the room is 512
/// values whatever the count.
namespace commonweal::ensemble {

namespace {

constexpr double share_of_the_top_level = 160;  // times 3, the sum of all shares, is below 512
constexpr std::size_t smallest_share = 8;
constexpr std::size_t first_room = 8;  // few values are common too, and a room of 1, 2 and 4 before it costs time

}  // namespace

void QuantileSketch::add(double value) {
  assert(std::isfinite(value) && "a future's figures are finite, or the future has failed");
  std::vector<double>& newest = newest_.values;
  if (newest.empty()) newest.reserve(first_room);
  if (newest.size() == exact_count / 2) newest.reserve(exact_count + 1);  // doubling would take twice the room
  newest.push_back(value);
  ++count_;
  smallest_ = std::min(smallest_, value);
  largest_ = std::max(largest_, value);
  if (++kept_ > exact_count) compact();
}

std::size_t QuantileSketch::share_of(std::size_t height) const {
  const auto below_the_top = static_cast<double>(levels() - 1 - height);
  const double share = share_of_the_top_level * std::pow(2.0 / 3.0, below_the_top);
  return std::max(smallest_share, static_cast<std::size_t>(share));
}

void QuantileSketch::compact() {
  std::size_t height = 0;
  while (height + 1 < levels() && level(height).values.size() <= share_of(height)) ++height;
  if (height + 1 == levels()) above_.push_back({{}, begins_with_second_});

  Level& compacted = level(height);
  std::vector<double>& values = compacted.values;
  std::vector<double>& above = level(height + 1).values;
  const bool has_a_single = values.size() % 2 == 1;
  const double single = values.back();
  if (has_a_single) values.pop_back();
  std::sort(values.begin(), values.end());
  above.reserve(above.size() + values.size() / 2);
  for (std::size_t i = compacted.keeps_second_next ? 1 : 0; i < values.size(); i += 2) above.push_back(values[i]);
  compacted.keeps_second_next = !compacted.keeps_second_next;
  kept_ -= values.size() / 2;
  values.clear();
  if (has_a_single) values.push_back(single);
  // Room is given back, or every level would keep the most that it ever held; but the newest values soon need theirs.
  if (height > 0 || values.capacity() > 2 * (exact_count + 1 - kept_)) values.shrink_to_fit();
}

void QuantileSketch::append_values(double factor, std::vector<WeightedValue>& values) const {
  for (std::size_t height = 0; height < levels(); ++height) {
    for (const double value : level(height).values) values.push_back({value, factor});
    factor *= 2;
  }
}

void QuantileSketch::save(base::ByteWriter& bytes) const {
  bytes.number(count_);
  bytes.number(smallest_);
  bytes.number(largest_);
  bytes.number<std::uint64_t>(levels());
  for (std::size_t height = 0; height < levels(); ++height) {
    bytes.numbers(level(height).values);
    bytes.number(level(height).keeps_second_next);
  }
}

void QuantileSketch::load(base::ByteReader& bytes) {
  count_ = bytes.number<std::uint64_t>();
  smallest_ = bytes.number<double>();
  largest_ = bytes.number<double>();
  const auto saved = bytes.number<std::uint64_t>();
  newest_ = {{}, begins_with_second_};
  above_.clear();
  kept_ = 0;
  for (std::uint64_t height = 0; height < saved && bytes.good(); ++height) {
    if (height > 0) above_.emplace_back();
    level(height) = {bytes.numbers(), bytes.number<bool>()};
    kept_ += level(height).values.size();
  }
}

double quantile(const std::vector<WeightedValue>& sorted, double smallest, double largest, double p) {
  double count = 0;
  for (const WeightedValue& each : sorted) count += each.weight;
  const double last = std::max(0.0, count - 1);
  const double wanted = p * last;

  // Between the two values whose places, counted from 0, lie about the one wanted.
  double place = 0, value = smallest, before = 0;
  if (sorted.empty()) return std::nan("");
  for (const WeightedValue& each : sorted) {
    const double next = std::clamp(before + (each.weight - 1) / 2, place, last);
    if (next >= wanted) {
      return next > place ? value + (each.value - value) * ((wanted - place) / (next - place)) : each.value;
    }
    place = next;
    value = each.value;
    before += each.weight;
  }
  return last > place ? value + (largest - value) * ((wanted - place) / (last - place)) : largest;
}

double quantile(std::span<const double> sorted, double p) {
  if (sorted.empty()) return std::nan("");
  const double wanted = p * static_cast<double>(sorted.size() - 1), place = std::ceil(wanted);
  const auto after = static_cast<std::size_t>(place);
  if (after == 0) return sorted.front();
  return sorted[after - 1] + (sorted[after] - sorted[after - 1]) * (wanted - (place - 1));
}

}  // namespace commonweal::ensemble
