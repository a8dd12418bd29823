// SPDX-License-Identifier: Apache-2.0
#include "random/sobol.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "random/normal.h"
#include "random/stream.h"

namespace commonweal::random {
namespace {

TEST(Sobol, begins_as_the_published_sequence_does) {
  // Times 2^32, as SciPy 1.17 has them (which counts in Gray code: its point i is our point i ^ i >> 1).
  const std::vector<std::uint32_t> dimensions = {0, 1, 2, 9, 500, 1023}, points = {1, 3, 4, 11, 582496};
  const std::vector<std::vector<std::uint32_t>> expected = {
      {2147483648u, 2147483648u, 2147483648u, 2147483648u, 2147483648u, 2147483648u},
      {3221225472u, 1073741824u, 1073741824u, 3221225472u, 1073741824u, 3221225472u},
      {536870912u, 2684354560u, 1610612736u, 3758096384u, 2684354560u, 2684354560u},
      {3489660928u, 2952790016u, 3489660928u, 1879048192u, 1342177280u, 1879048192u},
      {113709056u, 1339682816u, 3556216832u, 1092644864u, 2282762240u, 1283518464u}};
  for (std::size_t row = 0; row < points.size(); ++row) {
    for (std::size_t column = 0; column < dimensions.size(); ++column) {
      EXPECT_EQ(SobolDimension(dimensions[column])(points[row]), expected[row][column]) << row << ", " << column;
    }
  }
}

std::vector<std::uint32_t> scrambled_points(std::uint32_t dimension, std::uint32_t count, std::uint32_t seed) {
  const SobolDimension sobol(dimension);
  std::vector<std::uint32_t> fractions;
  for (std::uint32_t point = 0; point < count; ++point) fractions.push_back(owen_scrambled(sobol(point), seed));
  return fractions;
}

TEST(Sobol, every_dimension_has_one_point_in_each_part_scrambled_too) {
  constexpr int digits = 10;
  for (std::uint32_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
    std::vector<std::uint32_t> parts = scrambled_points(dimension, 1u << digits, 0x9e3779b9u * (dimension + 1));
    for (std::uint32_t& part : parts) part >>= 32 - digits;
    std::ranges::sort(parts);
    for (std::uint32_t i = 0; i < parts.size(); ++i) ASSERT_EQ(parts[i], i) << "dimension " << dimension;
  }
}

/// How many of 2^digits points share a box of 2^-across by 2^-(digits - across) with another, at the worst `across`.
std::size_t sharing(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, int digits) {
  std::size_t worst = 0;
  for (int across = 0; across <= digits; ++across) {
    std::vector<bool> taken(x.size());
    std::size_t shared = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const std::uint64_t column = static_cast<std::uint64_t>(x[i]) >> (32 - across);
      const std::uint64_t row = static_cast<std::uint64_t>(y[i]) >> (32 - (digits - across));
      const std::size_t box = column << (digits - across) | row;
      shared += taken[box];
      taken[box] = true;
    }
    worst = std::max(worst, shared);
  }
  return worst;
}

TEST(Sobol, scrambling_keeps_the_first_two_dimensions_perfect_in_every_shape_of_box) {
  for (std::uint32_t seed = 1; seed < 50; ++seed) {
    const auto x = scrambled_points(0, 1024, seed * 0x85ebca6b), y = scrambled_points(1, 1024, seed * 0xc2b2ae35);
    EXPECT_EQ(sharing(x, y, 10), 0u);
  }
}

/// Each digit of a scramble must be flipped by a coin that all digits before it decide: seen over many seeds, both
/// sides come up as often, and the flips of two digits, or of one digit under two different beginnings, do not agree
/// more often than coins do.
TEST(Sobol, the_scramble_flips_like_coins) {
  constexpr int seeds = 20'000, digits = 12;
  const Stream stream(0, "seeds");
  std::vector<int> flips(digits), agreements(digits * digits), siblings(digits);
  for (int k = 0; k < seeds; ++k) {
    const auto seed = static_cast<std::uint32_t>(stream.bits(static_cast<std::uint64_t>(k)));
    const std::uint32_t fraction = 0x5a5a5a5a, sibling = fraction ^ 0x80000000;
    const std::uint32_t flipped = owen_scrambled(fraction, seed) ^ fraction;
    const std::uint32_t flipped_sibling = owen_scrambled(sibling, seed) ^ sibling;
    const auto digit = [](std::uint32_t bits, int i) { return static_cast<int>(bits >> (31 - i) & 1); };
    for (int i = 0; i < digits; ++i) {
      flips[i] += digit(flipped, i);
      siblings[i] += digit(flipped, i) == digit(flipped_sibling, i);
      for (int j = 0; j < i; ++j) agreements[i * digits + j] += digit(flipped, i) == digit(flipped, j);
    }
  }
  const double half = 0.5 * seeds, allowed = 5 * std::sqrt(0.25 * seeds);
  for (int i = 0; i < digits; ++i) {
    EXPECT_NEAR(flips[i], half, allowed) << i;
    if (i > 0) {
      EXPECT_NEAR(siblings[i], half, allowed) << i;
    }
    for (int j = 0; j < i; ++j) EXPECT_NEAR(agreements[i * digits + j], half, allowed) << i << ", " << j;
  }
}

TEST(Sobol, no_two_dimensions_go_together) {
  // Of 64 dimensions every pair, over all replicates. Of 2,016 pairs of independent draws the worst would have 0.038.
  constexpr std::uint32_t dimensions = 64, points = 1024;
  std::vector<std::vector<double>> values;
  for (std::uint32_t dimension = 0; dimension < dimensions; ++dimension) {
    const SobolInput input(0, "input " + std::to_string(dimension), dimension);
    std::vector<double>& series = values.emplace_back();
    for (std::uint64_t draw = 0; draw < points * replicates; ++draw) series.push_back(input.draw(draw) - 0.5);
  }
  for (std::uint32_t i = 0; i < dimensions; ++i) {
    for (std::uint32_t j = 0; j < i; ++j) {
      const double product = std::inner_product(values[i].begin(), values[i].end(), values[j].begin(), 0.0);
      EXPECT_LT(std::fabs(12 * product / static_cast<double>(values[i].size())), 0.03) << i << ", " << j;
    }
  }
}

TEST(Sobol, draws_are_points_of_replicates_in_turn) {
  const SobolInput input(2012, "inflation", 3);
  EXPECT_EQ(input.draw(0), input.at(0, 0));
  EXPECT_EQ(input.draw(7), input.at(7, 0));
  EXPECT_EQ(input.draw(8), input.at(0, 1));
  EXPECT_EQ(input.draw(8195), input.at(3, 1024));
}

TEST(Sobol, gives_these_numbers_for_ever) {
  EXPECT_EQ(SobolInput(0, "inflation", 0).draw(0) * 0x1p33, 1333604707);
  EXPECT_EQ(SobolInput(2012, "growth[older people]", 700).draw(12345) * 0x1p33, 1051453863);
}

/// A weighted sum of the normal numbers of the inputs, which is normal too; scaled to mean 0, variance 1. Each input
/// has `decay` times the weight of the one before.
double normal_sum(const std::vector<double>& uniforms, double decay) {
  double sum = 0, weight = 1, squares = 0;
  for (const double u : uniforms) {
    sum += weight * normal_quantile(u);
    squares += weight * weight;
    weight *= decay;
  }
  return sum / std::sqrt(squares);
}

double ordered_quantile(std::vector<double> values, double p) {  // type 7
  std::ranges::sort(values);
  const double place = p * (static_cast<double>(values.size()) - 1);
  const auto below = static_cast<std::size_t>(place);
  return values[below] + (place - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

/// Root mean squared errors of the 5 % and 95 % quantiles and of the mean over repetitions, and the mean's bias.
struct Errors {
  double low = 0, high = 0, mean = 0, bias = 0;
};

constexpr int repetitions = 80;
constexpr std::uint32_t sum_inputs = 40, sum_points = 1024;

template <typename Uniform>
Errors errors(double decay, Uniform uniform_of) {
  Errors errors;
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    std::vector<double> sums;
    for (std::uint32_t point = 0; point < sum_points; ++point) {
      std::vector<double> uniforms;
      for (std::uint32_t i = 0; i < sum_inputs; ++i) uniforms.push_back(uniform_of(repetition, i, point));
      sums.push_back(normal_sum(uniforms, decay));
    }
    const double mean = std::accumulate(sums.begin(), sums.end(), 0.0) / sum_points;
    errors.low += std::pow(ordered_quantile(sums, 0.05) - normal_quantile(0.05), 2) / repetitions;
    errors.high += std::pow(ordered_quantile(sums, 0.95) - normal_quantile(0.95), 2) / repetitions;
    errors.mean += mean * mean / repetitions;
    errors.bias += mean / repetitions;
  }
  return {std::sqrt(errors.low), std::sqrt(errors.high), std::sqrt(errors.mean), errors.bias};
}

Errors scrambled_errors(double decay) {
  std::vector<std::vector<SobolInput>> designs(repetitions / replicates);
  for (std::size_t seed = 0; seed < designs.size(); ++seed) {
    for (std::uint32_t i = 0; i < sum_inputs; ++i) designs[seed].emplace_back(seed, "input " + std::to_string(i), i);
  }
  return errors(decay, [&](int repetition, std::uint32_t input, std::uint32_t point) {
    return designs[repetition / replicates][input].at(repetition % replicates, point);
  });
}

Errors plain_errors(double decay) {
  std::vector<Stream> streams;
  for (std::uint32_t i = 0; i < sum_inputs; ++i) streams.emplace_back(0, "input " + std::to_string(i));
  return errors(decay, [&](int repetition, std::uint32_t input, std::uint32_t point) {
    return streams[input].uniform(sum_points * repetition + point);
  });
}

TEST(Sobol, halves_the_error_of_quantiles_where_some_inputs_matter_more_than_others) {
  const Errors scrambled = scrambled_errors(0.5), plain = plain_errors(0.5);
  EXPECT_LT(scrambled.low, 0.5 * plain.low);
  EXPECT_LT(scrambled.high, 0.5 * plain.high);
  EXPECT_LT(scrambled.mean, 0.05 * plain.mean);
  EXPECT_LT(std::fabs(scrambled.bias), 4 * scrambled.mean / std::sqrt(repetitions));
}

TEST(Sobol, gains_for_means_but_little_for_quantiles_where_forty_inputs_matter_alike) {
  // No design of 1,024 points fills forty dimensions, and a quantile, unlike a mean, is no sum over single inputs.
  const Errors scrambled = scrambled_errors(1), plain = plain_errors(1);
  EXPECT_LT(scrambled.low, 0.9 * plain.low);
  EXPECT_LT(scrambled.high, 0.9 * plain.high);
  EXPECT_LT(scrambled.mean, 0.05 * plain.mean);
}

}  // namespace
}  // namespace commonweal::random
