// SPDX-License-Identifier: Apache-2.0
#include "discovery/discover.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "discovery/peel.h"
#include "random/stream.h"

namespace commonweal::discovery {

namespace {

constexpr double dropped_above = 0.05;    // chance in all looks together
constexpr double borne_out_below = 0.01;  // chance of the other half's density under the base rate
constexpr std::uint64_t half_samples = 50;

/// Numbers of futures in random order: the first half of them is one half.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed, std::uint64_t turn) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const random::Stream stream(seed, "halves of the futures");
  for (std::size_t i = count; i > 1; --i) {
    std::swap(order[i - 1], order[stream.below(i, turn, static_cast<std::int32_t>(i), random::Purpose::resample)]);
  }
  return order;
}

/// How likely chance alone would make a limit look as useful: as many wanted in the box as there are, were they as rare
/// in it as they are without that limit (Bryant and Lempert 2010); in all looks at all inputs together.
double by_chance(const Box& box, std::size_t input, const Sample& sample) {
  Box without = box;
  without.limits[input] = {};
  const Fit with = fit(box, sample);
  const double tail = binomial_tail(with.inside, fit(without, sample).density(), with.wanted_inside);
  return std::min(1.0, tail * static_cast<double>(box.limits.size()));
}

/// The box of `inputs` that is left once no limit of it is chance's.
Box learned_box(const Sample& sample, std::vector<std::size_t> inputs) {
  for (;;) {
    const Box box = chosen(peel(sample, inputs), sample);
    const std::vector<std::size_t> limited = box.restricted();
    std::vector<std::size_t> sure;
    for (const std::size_t input : limited) {
      if (by_chance(box, input, sample) < dropped_above) sure.push_back(input);
    }
    if (sure.size() == limited.size()) return box;
    inputs = std::move(sure);
  }
}

std::vector<std::size_t> all_inputs(const Sample& sample) {
  std::vector<std::size_t> inputs(sample.inputs.empty() ? 0 : sample.inputs.front().size());
  std::iota(inputs.begin(), inputs.end(), std::size_t{0});
  return inputs;
}

bool is_borne_out(const Fit& kept_back) {
  return kept_back.inside > 0 &&
         binomial_tail(kept_back.inside, kept_back.base_rate(), kept_back.wanted_inside) < borne_out_below;
}

/// How often each input is limited in boxes of random halves.
std::vector<double> found_again(const Sample& sample, std::uint64_t seed) {
  std::vector<double> found(all_inputs(sample).size());
  for (std::uint64_t turn = 1; turn <= half_samples; ++turn) {
    const std::vector<std::size_t> order = shuffled(sample.count(), seed, turn);
    const Sample half = part_of(sample, std::span(order).first(order.size() / 2));
    for (const std::size_t input : learned_box(half, all_inputs(half)).restricted()) {
      found[input] += 1.0 / static_cast<double>(half_samples);
    }
  }
  return found;
}

/// The first box on the way with one limited input that is best by coverage times density.
std::optional<SingleRule> single_rule(const Sample& learning, const Sample& kept_back) {
  std::optional<SingleRule> best;
  double best_worth = 0;
  for (const std::size_t input : all_inputs(learning)) {
    const Box box = chosen(peel(learning, {input}), learning);
    const Fit on_it = fit(box, learning);
    const double worth = on_it.density() * on_it.coverage();
    if (box.restricted().empty() || worth <= best_worth) continue;
    best_worth = worth;
    best = SingleRule{input, box.limits[input], fit(box, kept_back)};
  }
  return best && is_borne_out(best->kept_back) ? best : std::nullopt;
}

}  // namespace

double binomial_tail(std::size_t count, double share, std::size_t least) {
  if (least == 0) return 1;
  if (least > count || share <= 0) return 0;
  if (share >= 1) return 1;
  // Summed from the logarithm of the first term on; each next is the last times a ratio.
  const auto n = static_cast<double>(count), k = static_cast<double>(least);
  double term = std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(share) +
                         (n - k) * std::log1p(-share));
  double sum = 0;
  for (double i = k; i <= n && term > 0; ++i) {
    sum += term;
    term *= (n - i) / (i + 1) * share / (1 - share);
  }
  return std::min(1.0, sum);
}

Discovery discover(const Sample& sample, std::uint64_t seed) {
  Discovery discovery;
  discovery.all = sample.count();
  discovery.wanted = sample.count_wanted();
  if (discovery.wanted == 0 || discovery.wanted == discovery.all) return discovery;
  const std::vector<std::size_t> order = shuffled(sample.count(), seed, 0);
  const std::size_t half = order.size() / 2;
  const Sample learning = part_of(sample, std::span(order).first(half)),
               other = part_of(sample, std::span(order).subspan(half));
  const Box box = learned_box(learning, all_inputs(learning));
  discovery.learned = fit(box, learning);
  discovery.kept_back = fit(box, other);
  discovery.single = single_rule(learning, other);
  if (box.restricted().empty() || !is_borne_out(discovery.kept_back)) return discovery;
  const std::vector<double> again = found_again(sample, seed);
  for (const std::size_t input : box.restricted()) {
    discovery.conditions.push_back({input, box.limits[input], by_chance(box, input, learning), again[input]});
  }
  std::ranges::stable_sort(discovery.conditions, {}, &Condition::by_chance);
  return discovery;
}

}  // namespace commonweal::discovery
