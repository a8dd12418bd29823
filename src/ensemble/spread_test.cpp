// SPDX-License-Identifier: Apache-2.0
#include "ensemble/spread.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::ensemble {
namespace {

constexpr std::array<double, 3> tenths = {0.1, 0.4, 0.9};

/// Plain draws: numbers between 0 and 1 that are as good as random and the same every time (a Weyl sequence mixed by
/// splitmix64's finaliser), put through `map`.
Spread spread_of(std::uint64_t count, const std::function<double(double)>& map, std::uint64_t seed = 1) {
  Spread spread;
  for (std::uint64_t draw = 0; draw < count; ++draw) {
    std::uint64_t bits = (draw + seed * 1'000'003) * 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    bits ^= bits >> 31;
    spread.add(study::replicate_of(draw), map((static_cast<double>(bits >> 11) + 0.5) * 0x1p-53));
  }
  return spread;
}

/// The standard normal's quantile by bisection of its distribution function.
double normal(double u) {
  double low = -9, high = 9;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (std::erfc(-middle / std::numbers::sqrt2) / 2 < u ? low : high) = middle;
  }
  return (low + high) / 2;
}

double two_humps(double u) {
  return u < 0.5 ? normal(2 * u) - 5 : normal(2 * u - 1) + 5;
}

/// The errors told must be the errors made: of estimates from independent draws, few lie beyond three of them, and
/// hardly any beyond five. (Eight replicates: Student's t with seven degrees of freedom.)
void expect_honest(const std::function<double(double)>& map, std::uint64_t count, std::uint64_t seeds) {
  std::size_t beyond_three = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Spread spread = spread_of(count, map, seed);
    const std::vector<Estimate> told = spread.quantiles(tenths);
    for (std::size_t i = 0; i < tenths.size(); ++i) {
      const double off = std::fabs(told[i].value - map(tenths[i])) / told[i].error;
      EXPECT_LT(off, 8) << "quantile " << tenths[i] << " of " << count << ", seed " << seed;
      beyond_three += off > 3 ? 1 : 0;
      ++all;
    }
  }
  EXPECT_LE(beyond_three, 1 + all / 12) << count << " draws";
}

TEST(Spread, TellsQuantilesOfKnownDistributionsWithinTheErrorItStates) {
  for (const std::uint64_t count : {1'024U, 20'000U}) {
    expect_honest([](double u) { return u; }, count, 12);
    expect_honest(normal, count, 4);
    expect_honest([](double u) { return std::exp(normal(u)); }, count, 4);
    expect_honest(two_humps, count, 4);
  }
}

TEST(Spread, TellsQuantilesOfAMillionWithinTheErrorItStates) {
  expect_honest([](double u) { return u; }, 1'000'000, 2);
  expect_honest([](double u) { return -std::log(1 - u); }, 1'000'000, 2);
}

TEST(Spread, TellsMeanAndDeviation) {
  const Spread spread = spread_of(20'000, [](double u) { return 1e9 + u; });
  EXPECT_NEAR(spread.mean().value, 1e9 + 0.5, 0.01);
  EXPECT_NEAR(spread.mean().error, std::sqrt(1.0 / 12 / 20'000), 0.002);
  EXPECT_NEAR(spread.deviation().value, std::sqrt(1.0 / 12), 0.002);
  EXPECT_EQ(spread.count(), 20'000U);
}

TEST(Spread, OfAConstantHasNoError) {
  Spread spread;
  for (std::uint64_t draw = 0; draw < 10'000; ++draw) spread.add(study::replicate_of(draw), 0.1);
  EXPECT_EQ(spread.mean().value, 0.1);
  EXPECT_EQ(spread.mean().error, 0);
  EXPECT_EQ(spread.deviation().value, 0);
  EXPECT_EQ(spread.quantile(0.9).value, 0.1);
  EXPECT_EQ(spread.quantile(0.9).error, 0);
}

TEST(Spread, OfOneFutureHasNoErrorToTell) {
  Spread spread;
  spread.add(3, 7);
  EXPECT_EQ(spread.quantile(0.1).value, 7);
  EXPECT_TRUE(std::isnan(spread.quantile(0.1).error));
  EXPECT_TRUE(std::isnan(Spread().mean().value));
}

TEST(Spread, AMixtureCountsEachFamilyByItsWeight) {
  const Spread low = spread_of(8'000, [](double u) { return u; });
  const Spread high = spread_of(4'000, [](double u) { return u + 1; }, 2);
  const std::array<const Spread*, 2> families = {&low, &high};
  const Spread mixed = Spread::mixture(families, std::array{0.25, 0.75});
  EXPECT_NEAR(mixed.mean().value, 0.25 * 0.5 + 0.75 * 1.5, 0.01);
  EXPECT_NEAR(mixed.quantile(0.125).value, 0.5, 0.02);  // halfway through the quarter that is low
  EXPECT_NEAR(mixed.quantile(0.625).value, 1.5, 0.02);  // halfway through the rest
  EXPECT_NEAR(mixed.deviation().value, std::sqrt(1.0 / 12 + 0.25 * 0.75), 0.01);
  const Spread alone = Spread::mixture(std::array<const Spread*, 1>{&low}, std::array{1.0});
  EXPECT_EQ(alone.quantile(0.3).value, low.quantile(0.3).value);
  EXPECT_EQ(alone.quantile(0.3).error, low.quantile(0.3).error);
}

/// A quantile as it is told where values stand for several: those of `sketches` with their weights, sorted as one.
double weighted_quantile(std::span<const QuantileSketch> sketches, double p) {
  std::vector<WeightedValue> values;
  double smallest = std::numeric_limits<double>::infinity(), largest = -smallest;
  for (const QuantileSketch& sketch : sketches) {
    sketch.append_values(1, values);
    smallest = std::min(smallest, sketch.smallest());
    largest = std::max(largest, sketch.largest());
  }
  std::ranges::sort(values, {}, &WeightedValue::value);
  return quantile(values, smallest, largest, p);
}

/// Any finite number, and often one that is there already or a zero of either sign.
rc::Gen<std::vector<double>> figures() {
  const auto any = rc::gen::suchThat(rc::gen::arbitrary<double>(), [](double each) { return std::isfinite(each); });
  return rc::gen::container<std::vector<double>>(
      rc::gen::oneOf(any, rc::gen::element(-0.0, 0.0, 1.0, 1e-320, -1e-320, 1e308, -1e308)));
}

// To the last bit, signs of zeros included, but at the lower end, where either of two zeros may stand first.
RC_GTEST_PROP(Spread, TellsOfValuesThatAllStandForThemselvesWhatItTellsOfWeightedOnes, ()) {
  const auto values = *figures();
  Spread spread;
  std::array<QuantileSketch, study::replicates> sketches;
  for (std::size_t draw = 0; draw < values.size(); ++draw) {
    spread.add(study::replicate_of(draw), values[draw]);
    sketches[study::replicate_of(draw)].add(values[draw]);
  }
  const auto bits = [](double value) { return std::isnan(value) ? 0 : std::bit_cast<std::uint64_t>(value); };
  for (const double p : {0.0, 0.05, 0.1, 1.0 / 3, 0.5, 0.9, 1.0}) {
    std::array<double, study::replicates> of_each{};
    for (std::size_t i = 0; i < of_each.size(); ++i) of_each[i] = weighted_quantile(std::span(&sketches[i], 1), p);
    const Estimate told = spread.quantile(p);
    const double expected = weighted_quantile(sketches, p);
    const bool is_zero_at_the_end = p == 0 && expected == 0;
    RC_ASSERT((is_zero_at_the_end ? told.value == 0 : bits(told.value) == bits(expected)));
    RC_ASSERT(bits(told.error) == bits(estimate_of(of_each).error));
  }
}

TEST(Spread, GoesOnFromItsBytes) {
  const Spread spread = spread_of(9'000, normal);
  base::ByteWriter written;
  spread.save(written);
  base::ByteReader read(written.bytes());
  Spread back;
  back.load(read);
  EXPECT_TRUE(read.at_end());
  for (const double p : tenths) {
    EXPECT_EQ(back.quantile(p).value, spread.quantile(p).value);
    EXPECT_EQ(back.quantile(p).error, spread.quantile(p).error);
  }
  EXPECT_EQ(back.mean().value, spread.mean().value);
}

}  // namespace
}  // namespace commonweal::ensemble
