// SPDX-License-Identifier: Apache-2.0
#include "random/copula.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random/nearest_correlation.h"
#include "random/sobol.h"

namespace commonweal::random {
namespace {

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = static_cast<double>(i);
  return ranks;
}

double spearman(const std::vector<double>& x, const std::vector<double>& y) {
  const std::vector<double> first = ranks(x), second = ranks(y);
  const double count = static_cast<double>(x.size());
  double squares = 0;
  for (std::size_t i = 0; i < x.size(); ++i) squares += (first[i] - second[i]) * (first[i] - second[i]);
  return 1 - 6 * squares / (count * (count * count - 1));
}

/// [input][draw]
std::vector<std::vector<double>> draws(const Copula& copula, std::uint32_t inputs) {
  std::vector<SobolInput> design;
  for (std::uint32_t i = 0; i < inputs; ++i) design.emplace_back(0, std::string(1, static_cast<char>('a' + i)), i);
  std::vector<std::vector<double>> values(inputs);
  for (std::uint64_t draw = 0; draw < 16'384; ++draw) {
    std::vector<double> uniforms;
    for (const SobolInput& each : design) uniforms.push_back(each.draw(draw));
    copula.correlate(uniforms);
    for (std::uint32_t i = 0; i < inputs; ++i) values[i].push_back(uniforms[i]);
  }
  return values;
}

TEST(Copula, gives_the_rank_correlations_asked_for_and_leaves_uniforms_uniform) {
  const Copula copula(5, {{0, 2, 0.7}, {2, 3, -0.4}, {0, 3, -0.1}});
  EXPECT_TRUE(copula.changes().empty());
  const auto values = draws(copula, 5);
  EXPECT_NEAR(spearman(values[0], values[2]), 0.7, 0.01);
  EXPECT_NEAR(spearman(values[2], values[3]), -0.4, 0.01);
  EXPECT_NEAR(spearman(values[0], values[3]), -0.1, 0.01);
  EXPECT_NEAR(spearman(values[1], values[2]), 0, 0.01);
  for (const std::vector<double>& each : values) {
    std::vector<double> sorted = each;
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      ASSERT_NEAR(sorted[i], (static_cast<double>(i) + 0.5) / static_cast<double>(sorted.size()), 0.01);
    }
  }
}

TEST(Copula, leaves_alone_what_is_correlated_with_nothing_before_it) {
  const Copula copula(4, {{1, 3, 0.5}});
  std::vector<double> uniforms = {0.1, 0.2, 0.3, 0.4};
  copula.correlate(uniforms);
  EXPECT_EQ(uniforms[0], 0.1);
  EXPECT_EQ(uniforms[1], 0.2);
  EXPECT_EQ(uniforms[2], 0.3);
  EXPECT_LT(uniforms[3], 0.4);
}

TEST(Copula, another_input_changes_no_earlier_pair) {
  std::vector<double> fewer = {0.9, 0.2}, more = {0.9, 0.2, 0.7};
  Copula(2, {{0, 1, 0.5}}).correlate(fewer);
  Copula(3, {{0, 1, 0.5}, {1, 2, 0.5}}).correlate(more);
  EXPECT_EQ(fewer[1], more[1]);
}

TEST(Copula, of_full_correlation_moves_both_alike) {
  std::vector<double> uniforms = {0.3, 0.8, 0.1};
  Copula(3, {{0, 1, 1}, {0, 2, -1}, {1, 2, -1}}).correlate(uniforms);
  EXPECT_NEAR(uniforms[1], 0.3, 1e-14);
  EXPECT_NEAR(uniforms[2], 0.7, 1e-14);
}

TEST(Copula, tells_what_it_changed_of_correlations_that_contradict_each_other) {
  const Copula copula(4, {{0, 1, 0.9}, {1, 3, 0.9}, {0, 3, -0.9}});
  ASSERT_EQ(copula.changes().size(), 3u);
  const auto values = draws(copula, 4);
  for (const Copula::Change& each : copula.changes()) {
    EXPECT_NEAR(std::fabs(each.asked.rank), 0.9, 1e-12);
    EXPECT_LT(std::fabs(each.got), 0.55);
    EXPECT_NEAR(spearman(values[each.asked.first], values[each.asked.second]), each.got, 0.01);
  }
}

TEST(NearestCorrelation, is_the_published_one) {
  // Higham's example (2002, section 4): off-diagonal 1, 0, 1.
  SquareMatrix matrix(3);
  for (std::size_t i = 0; i < 3; ++i) matrix(i, i) = 1;
  matrix(0, 1) = matrix(1, 0) = matrix(1, 2) = matrix(2, 1) = 1;
  const SquareMatrix nearest = nearest_correlation(matrix);
  EXPECT_NEAR(nearest(0, 1), 0.7607, 1e-4);
  EXPECT_NEAR(nearest(0, 2), 0.1573, 1e-4);
  EXPECT_NEAR(nearest(1, 2), 0.7607, 1e-4);
}

RC_GTEST_PROP(NearestCorrelation, always_has_a_factor_and_leaves_what_had_one, ()) {
  const std::size_t size = *rc::gen::inRange<std::size_t>(1, 7);
  SquareMatrix matrix(size);
  for (std::size_t i = 0; i < size; ++i) {
    matrix(i, i) = 1;
    for (std::size_t j = 0; j < i; ++j) matrix(i, j) = matrix(j, i) = *rc::gen::inRange(-100, 101) / 100.0;
  }
  const bool had = cholesky(matrix).has_value();
  const SquareMatrix nearest = nearest_correlation(matrix);
  const auto factor = cholesky(nearest);
  RC_ASSERT(factor.has_value());
  double moved = 0;
  for (std::size_t i = 0; i < size; ++i) {
    RC_ASSERT(nearest(i, i) == 1.0);
    for (std::size_t j = 0; j < size; ++j) {
      double product = 0;
      for (std::size_t k = 0; k < size; ++k) product += (*factor)(i, k) * (*factor)(j, k);
      RC_ASSERT(std::fabs(product - nearest(i, j)) < 1e-6);
      moved = std::max(moved, std::fabs(nearest(i, j) - matrix(i, j)));
    }
  }
  if (had) RC_ASSERT(moved < 1e-5);
}

}  // namespace
}  // namespace commonweal::random
