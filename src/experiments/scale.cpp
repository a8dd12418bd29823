// SPDX-License-Identifier: Apache-2.0
#include "experiments/scale.h"

#include <cmath>

#include <fmt/format.h>

#include "maths/elementary.h"
#include "random/distribution.h"
#include "random/normal.h"

namespace commonweal::experiments {

Scale scale_of(const evidence::Entry& entry) {
  if (entry.distribution == "normal" || !entry.low || !entry.high) return Scale::plain;
  if (entry.distribution == "lognormal") return Scale::logarithm;
  if (*entry.low < 0) return Scale::plain;
  return entry.unit == "dimensionless" && *entry.high <= 1 ? Scale::log_odds : Scale::logarithm;
}

std::string_view in_words(Scale scale) {
  switch (scale) {
    case Scale::plain: return "as it is";
    case Scale::logarithm: return "by its logarithm";
    case Scale::log_odds: return "by its log odds";
  }
  return "";
}

bool has(Scale scale, double value) {
  return scale == Scale::plain || (value > 0 && (scale == Scale::logarithm || value < 1));
}

double position(Scale scale, double value) {
  switch (scale) {
    case Scale::plain: return value;
    case Scale::logarithm: return maths::natural_logarithm(value);
    case Scale::log_odds: return maths::natural_logarithm(value / (1 - value));
  }
  return value;
}

double value_at(Scale scale, double position) {
  switch (scale) {
    case Scale::plain: return position;
    case Scale::logarithm: return maths::exponential(position);
    case Scale::log_odds: return 1 / (1 + maths::exponential(-position));
  }
  return position;
}

double slope(Scale scale, double value) {
  switch (scale) {
    case Scale::plain: return 1;
    case Scale::logarithm: return 1 / value;
    case Scale::log_odds: return 1 / (value * (1 - value));
  }
  return 1;
}

double Belief::low() const {
  return value_at(scale, mean - random::normal_ninth_tenth * deviation);
}

double Belief::high() const {
  return value_at(scale, mean + random::normal_ninth_tenth * deviation);
}

std::optional<Belief> belief_of(const evidence::Entry& entry, base::Diagnostics& diagnostics) {
  const auto distribution = random::make_distribution(entry.distribution, {entry.low, entry.central, entry.high},
                                                      entry.position, diagnostics);
  if (!distribution) return std::nullopt;  // has been said when the register was read
  const double low = random::quantile(*distribution, 0.1), high = random::quantile(*distribution, 0.9);
  if (distribution->kind == random::DistributionKind::discrete || low >= high) {
    diagnostics.error("nothing-uncertain", entry.position,
                      fmt::format("nothing is uncertain in '{}', so that no result could tell more", entry.id),
                      "give the row a range and a distribution: what is believed before the trial");
    return std::nullopt;
  }
  Belief belief;
  belief.scale = scale_of(entry);
  const double first = position(belief.scale, low), last = position(belief.scale, high);
  belief.mean = (first + last) / 2;
  belief.deviation = (last - first) / 2 / random::normal_ninth_tenth;
  return belief;
}

Belief belief_of(Scale scale, double estimate, double standard_error) {
  return {scale, position(scale, estimate), standard_error * slope(scale, estimate)};
}

Belief combined(const Belief& before, const Belief& seen) {
  const double weight_before = 1 / (before.deviation * before.deviation);
  const double weight_seen = 1 / (seen.deviation * seen.deviation);
  const double weight = weight_before + weight_seen;
  return {before.scale, (weight_before * before.mean + weight_seen * seen.mean) / weight, 1 / std::sqrt(weight)};
}

}  // namespace commonweal::experiments
