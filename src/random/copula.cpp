// SPDX-License-Identifier: Apache-2.0
/// Dependent uniform numbers.
///
/// Independent normal numbers z mixed by a triangular matrix L have the correlations L L'. So uniform numbers are made
/// normal, mixed, and made uniform again; rank correlations survive that, and Spearman's of rho needs a correlation of
/// 2 sin(pi rho / 6) between the normal numbers. L is Cholesky's factor of the matrix asked for. Where correlations
/// contradict each other (a with b, b with c, but a against c) there is none, and the nearest matrix that has one is
/// taken (nearest_correlation.h).
#include "random/copula.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

#include "random/nearest_correlation.h"
#include "random/normal.h"

namespace commonweal::random {

namespace {

constexpr double pi = 3.14159265358979323846;

/// The correlation of normal numbers that gives a rank correlation: 2 sin(pi rank / 6), by the sine's series.
double normal_correlation(double rank) {
  const double angle = pi * rank / 6;
  double term = angle, sum = angle;
  for (int i = 2; i < 24; i += 2) {
    term *= -angle * angle / (i * (i + 1));
    sum += term;
  }
  return std::clamp(2 * sum, -1.0, 1.0);
}

/// The other way: 6 / pi times the arc whose sine is half the correlation, by its series.
double rank_correlation(double normal) {
  const double x = 0.5 * normal;
  double power = x, sum = x;
  for (int i = 1; i < 60; i += 2) {
    power *= x * x * i / (i + 1);
    sum += power / (i + 2);
  }
  return 6 / pi * sum;
}

/// The rows and columns that take part: the inputs correlated with another.
std::vector<std::size_t> inputs_of(const std::vector<RankCorrelation>& correlations) {
  std::vector<std::size_t> inputs;
  for (const RankCorrelation& each : correlations) inputs.insert(inputs.end(), {each.first, each.second});
  std::ranges::sort(inputs);
  inputs.erase(std::ranges::unique(inputs).begin(), inputs.end());
  return inputs;
}

std::size_t place_of(const std::vector<std::size_t>& inputs, std::size_t input) {
  return static_cast<std::size_t>(std::ranges::lower_bound(inputs, input) - inputs.begin());
}

}  // namespace

Copula::Copula(std::size_t inputs, const std::vector<RankCorrelation>& correlations)
    : mixes_(inputs), is_source_(inputs) {
  const std::vector<std::size_t> rows = inputs_of(correlations);
  assert(rows.empty() || rows.back() < inputs);
  SquareMatrix asked(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) asked(i, i) = 1;
  for (const RankCorrelation& each : correlations) {
    assert(each.first != each.second && std::fabs(each.rank) <= 1);
    const std::size_t i = place_of(rows, each.first), j = place_of(rows, each.second);
    asked(i, j) = asked(j, i) = normal_correlation(each.rank);
  }

  std::optional<SquareMatrix> factor = cholesky(asked);
  if (!factor) {
    const SquareMatrix got = nearest_correlation(asked);
    factor = cholesky(got);
    assert(factor && "the nearest correlation matrix has a factor");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const double wanted = rank_correlation(asked(i, j)), given = rank_correlation(got(i, j));
        if (std::fabs(wanted - given) > 0.005) changes_.push_back({{rows[j], rows[i], wanted}, given});
      }
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<Weight> mix;
    for (std::size_t j = 0; j <= i; ++j) {
      if ((*factor)(i, j) != 0) mix.push_back({rows[j], (*factor)(i, j)});
    }
    if (mix.size() == 1 && mix[0].input == rows[i]) continue;  // correlated with none before it
    for (const Weight& weight : mix) is_source_[weight.input] = true;
    mixes_[rows[i]] = std::move(mix);
  }
}

void Copula::correlate(std::span<double> uniforms) const {
  assert(uniforms.size() == mixes_.size());
  std::vector<double> normals(uniforms.size());
  for (std::size_t i = 0; i < uniforms.size(); ++i) {
    if (is_source_[i]) normals[i] = normal_quantile(uniforms[i]);
  }
  for (std::size_t i = 0; i < uniforms.size(); ++i) {
    if (mixes_[i].empty()) continue;
    double mixed = 0;
    for (const Weight& each : mixes_[i]) mixed += each.weight * normals[each.input];
    uniforms[i] = std::clamp(normal_probability(mixed), 0x1p-53, 1 - 0x1p-53);
  }
}

}  // namespace commonweal::random
