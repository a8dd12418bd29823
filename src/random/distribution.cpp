// SPDX-License-Identifier: Apache-2.0
#include "random/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "maths/elementary.h"
#include "random/normal.h"

namespace commonweal::random {

namespace {

double triangular_quantile(const Distribution& given, double u) {
  const double width = given.high - given.low;
  if (width == 0) return given.low;
  const double below = given.central - given.low, above = given.high - given.central;
  if (u * width < below) return given.low + std::sqrt(u * width * below);
  return given.high - std::sqrt((1 - u) * width * above);
}

double discrete_quantile(const Distribution& given, double u) {
  double sum = 0;
  for (const Distribution::Outcome& outcome : given.outcomes) {
    sum += outcome.probability;
    if (u <= sum) return outcome.value;
  }
  return given.outcomes.back().value;  // the sum may be less than 1 by rounding
}

double discrete_mean(const Distribution& given) {
  double sum = 0;
  for (const Distribution::Outcome& outcome : given.outcomes) sum += outcome.probability * outcome.value;
  return sum;
}

double discrete_variance(const Distribution& given) {
  const double centre = discrete_mean(given);
  double sum = 0;
  for (const Distribution::Outcome& outcome : given.outcomes) {
    sum += outcome.probability * (outcome.value - centre) * (outcome.value - centre);
  }
  return sum;
}

double triangular_variance(const Distribution& given) {
  const double below = given.central - given.low, above = given.high - given.central;
  return (below * below + below * above + above * above) / 18;
}

double beta_variance(const Distribution& given) {
  const double width = given.high - given.low, total = given.shape.first + given.shape.second;
  return width * width * given.shape.first * given.shape.second / (total * total * (total + 1));
}

}  // namespace

double quantile(const Distribution& distribution, double u) {
  assert(u > 0 && u < 1);
  const double width = distribution.high - distribution.low;
  switch (distribution.kind) {
    case DistributionKind::constant: return distribution.low;
    case DistributionKind::uniform: return distribution.low + u * width;
    case DistributionKind::triangular: return triangular_quantile(distribution, u);
    case DistributionKind::normal: return distribution.central + distribution.spread * normal_quantile(u);
    case DistributionKind::lognormal:
      return distribution.central * maths::exponential(distribution.spread * normal_quantile(u));
    case DistributionKind::beta: return distribution.low + width * beta_quantile(distribution.shape, u);
    case DistributionKind::discrete: return discrete_quantile(distribution, u);
  }
  assert(false && "every kind has its case");
  return 0;
}

double mean(const Distribution& distribution) {
  const double width = distribution.high - distribution.low;
  switch (distribution.kind) {
    case DistributionKind::constant: return distribution.low;
    case DistributionKind::uniform: return distribution.low + 0.5 * width;
    case DistributionKind::triangular: return (distribution.low + distribution.central + distribution.high) / 3;
    case DistributionKind::normal: return distribution.central;
    case DistributionKind::lognormal:
      return distribution.central * maths::exponential(0.5 * distribution.spread * distribution.spread);
    case DistributionKind::beta:
      return distribution.low +
             width * distribution.shape.first / (distribution.shape.first + distribution.shape.second);
    case DistributionKind::discrete: return discrete_mean(distribution);
  }
  assert(false && "every kind has its case");
  return 0;
}

double variance(const Distribution& distribution) {
  const double width = distribution.high - distribution.low;
  switch (distribution.kind) {
    case DistributionKind::constant: return 0;
    case DistributionKind::uniform: return width * width / 12;
    case DistributionKind::triangular: return triangular_variance(distribution);
    case DistributionKind::normal: return distribution.spread * distribution.spread;
    case DistributionKind::lognormal: {
      const double centre = mean(distribution);
      return (maths::exponential(distribution.spread * distribution.spread) - 1) * centre * centre;
    }
    case DistributionKind::beta: return beta_variance(distribution);
    case DistributionKind::discrete: return discrete_variance(distribution);
  }
  assert(false && "every kind has its case");
  return 0;
}

}  // namespace commonweal::random
