// SPDX-License-Identifier: Apache-2.0
#include "ensemble/spread.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace commonweal::ensemble {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The moments of both together.
Moments together(const Moments& a, const Moments& b) {
  if (a.count == 0 || b.count == 0) return a.count == 0 ? b : a;
  const auto of_a = static_cast<double>(a.count), of_b = static_cast<double>(b.count);
  const double apart = b.mean - a.mean, share = of_b / (of_a + of_b);
  return {a.count + b.count, a.mean + apart * share, a.squares + b.squares + apart * apart * of_a * share};
}

/// Standard deviation of a sample; NaN for fewer than two values.
double deviation_of(const Moments& moments) {
  return moments.count < 2 ? unknown : std::sqrt(moments.squares / static_cast<double>(moments.count - 1));
}

}  // namespace

Estimate estimate_of(std::span<const double> of_replicates) {
  Moments moments;
  for (const double value : of_replicates) {
    if (!std::isnan(value)) moments.add(value);
  }
  if (moments.count == 0) return {unknown, unknown};
  return {moments.mean, deviation_of(moments) / std::sqrt(static_cast<double>(moments.count))};
}

void Moments::add(double value) {
  ++count;
  const double apart = value - mean;
  mean += apart / static_cast<double>(count);
  squares += apart * (value - mean);
}

/// Designs are so even that what a sketch forgets can be more than what chance does. Were all replicates to forget
/// alike, their scatter would not tell; so every other one begins the other way.
Spread::Spread() : families_(1) {
  for (std::size_t i = 1; i < study::replicates; i += 2) families_.front().replicates[i].sketch = QuantileSketch(true);
}

void Spread::add(std::size_t replicate, double value) {
  assert(families_.size() == 1 && "a mixture is made of finished spreads");
  Replicate& to = families_.front().replicates[replicate];
  to.moments.add(value);
  to.sketch.add(value);
}

std::uint64_t Spread::count() const {
  std::uint64_t count = 0;
  for (const Family& family : families_) {
    for (const Replicate& replicate : family.replicates) count += replicate.moments.count;
  }
  return count;
}

Estimate Spread::estimate(const Statistic& statistic) const {
  std::array<std::size_t, study::replicates> all{};
  std::iota(all.begin(), all.end(), 0);
  std::array<double, study::replicates> of_each{};
  for (const std::size_t i : all) of_each[i] = statistic(std::span(&i, 1));
  return {statistic(all), estimate_of(of_each).error};
}

Moments Spread::moments(const Family& family, std::span<const std::size_t> chosen) {
  Moments moments;
  for (const std::size_t i : chosen) moments = together(moments, family.replicates[i].moments);
  return moments;
}

Estimate Spread::mean() const {
  return estimate([&](std::span<const std::size_t> chosen) {
    double mean = 0;
    for (const Family& family : families_) {
      const Moments moments = Spread::moments(family, chosen);
      mean += moments.count == 0 ? unknown : family.weight * moments.mean;
    }
    return mean;
  });
}

Estimate Spread::deviation() const {
  return estimate([&](std::span<const std::size_t> chosen) {
    double mean = 0, variance = 0;
    for (const Family& family : families_) mean += family.weight * Spread::moments(family, chosen).mean;
    for (const Family& family : families_) {
      const Moments moments = Spread::moments(family, chosen);
      const double within = deviation_of(moments), between = moments.mean - mean;
      variance += family.weight * (within * within + between * between);
    }
    return std::sqrt(variance);
  });
}

Estimate Spread::quantile(double p) const {
  return quantiles(std::span(&p, 1)).front();
}

std::vector<Estimate> Spread::quantiles(std::span<const double> ps) const {
  if (keeps_all()) return quantiles_of_single_values(ps);
  const auto sorted_of = [&](std::span<const std::size_t> chosen) { return sorted(chosen); };
  std::array<std::size_t, study::replicates> all{};
  std::iota(all.begin(), all.end(), 0);
  const Sorted of_all = sorted_of(all);
  std::vector<Sorted> of_each;
  for (const std::size_t i : all) of_each.push_back(sorted_of(std::span(&i, 1)));

  std::vector<Estimate> estimates;
  for (const double p : ps) {
    std::array<double, study::replicates> values{};
    for (const std::size_t i : all) values[i] = of_each[i].quantile(p);
    estimates.push_back({of_all.quantile(p), estimate_of(values).error});
  }
  return estimates;
}

bool Spread::keeps_all() const {
  return families_.size() == 1 && std::ranges::all_of(families_.front().replicates, [](const Replicate& replicate) {
           return replicate.sketch.keeps_all();
         });
}

/// Values that count alike need no weights beside them, and those of all replicates need not be sorted anew: they are
/// merged from those of each.
std::vector<Estimate> Spread::quantiles_of_single_values(std::span<const double> ps) const {
  static_assert(std::has_single_bit(study::replicates), "neighbours are merged two by two");
  std::vector<double> values;
  values.reserve(count());
  std::array<std::vector<double>::iterator, study::replicates + 1> begins;
  for (std::size_t i = 0; i < study::replicates; ++i) {
    const std::vector<double>& of_replicate = families_.front().replicates[i].sketch.single_values();
    begins[i] = values.insert(values.end(), of_replicate.begin(), of_replicate.end());
    std::sort(begins[i], values.end());
  }
  begins.back() = values.end();

  std::vector<Estimate> estimates;
  for (const double p : ps) {
    std::array<double, study::replicates> of_each{};
    for (std::size_t i = 0; i < of_each.size(); ++i) of_each[i] = ensemble::quantile({begins[i], begins[i + 1]}, p);
    estimates.push_back({0, estimate_of(of_each).error});
  }
  for (std::size_t width = 1; width < study::replicates; width *= 2) {
    for (std::size_t i = 0; i < study::replicates; i += 2 * width) {
      std::inplace_merge(begins[i], begins[i + width], begins[i + 2 * width]);
    }
  }
  for (std::size_t i = 0; i < ps.size(); ++i) estimates[i].value = ensemble::quantile(values, ps[i]);
  return estimates;
}

Estimate Spread::share_above(double limit) const {
  return estimate([&](std::span<const std::size_t> chosen) {
    double above = 0, all = 0;
    for (const WeightedValue& value : sorted(chosen).values) {
      all += value.weight;
      above += value.value > limit ? value.weight : 0;
    }
    return all > 0 ? above / all : unknown;
  });
}

Spread::Sorted Spread::sorted(std::span<const std::size_t> chosen) const {
  Sorted result;
  std::uint64_t count = 0;
  for (const Family& family : families_) count += moments(family, chosen).count;
  for (const Family& family : families_) {
    const std::uint64_t of_family = moments(family, chosen).count;
    const double factor = family.weight * static_cast<double>(count) / static_cast<double>(of_family);
    for (const std::size_t i : chosen) {
      const QuantileSketch& sketch = family.replicates[i].sketch;
      sketch.append_values(families_.size() == 1 ? 1 : factor, result.values);
      result.smallest = std::min(result.smallest, sketch.smallest());
      result.largest = std::max(result.largest, sketch.largest());
    }
  }
  std::sort(result.values.begin(), result.values.end(),
            [](const WeightedValue& a, const WeightedValue& b) { return a.value < b.value; });
  return result;
}

Spread Spread::mixture(std::span<const Spread* const> families, std::span<const double> weights) {
  Spread mixture;
  mixture.families_.clear();
  for (std::size_t i = 0; i < families.size(); ++i) {
    assert(families[i]->families_.size() == 1 && "a mixture is made of spreads that are none");
    if (weights[i] > 0) mixture.families_.push_back({weights[i], families[i]->families_.front().replicates});
  }
  return mixture;
}

void Spread::save(base::ByteWriter& bytes) const {
  for (const Replicate& replicate : families_.front().replicates) {
    bytes.number(replicate.moments.count);
    bytes.number(replicate.moments.mean);
    bytes.number(replicate.moments.squares);
    replicate.sketch.save(bytes);
  }
}

void Spread::load(base::ByteReader& bytes) {
  for (Replicate& replicate : families_.front().replicates) {
    replicate.moments.count = bytes.number<std::uint64_t>();
    replicate.moments.mean = bytes.number<double>();
    replicate.moments.squares = bytes.number<double>();
    replicate.sketch.load(bytes);
  }
}

}  // namespace commonweal::ensemble
