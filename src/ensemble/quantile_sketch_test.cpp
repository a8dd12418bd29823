// SPDX-License-Identifier: Apache-2.0
#include "ensemble/quantile_sketch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

namespace commonweal::ensemble {
namespace {

using Values = std::vector<double>;

std::vector<WeightedValue> sorted_values(const QuantileSketch& sketch) {
  std::vector<WeightedValue> values;
  sketch.append_values(1, values);
  std::sort(values.begin(), values.end(), [](auto a, auto b) { return a.value < b.value; });
  return values;
}

double told(const QuantileSketch& sketch, double p) {
  return quantile(sorted_values(sketch), sketch.smallest(), sketch.largest(), p);
}

QuantileSketch sketch_of(const Values& values) {
  QuantileSketch sketch;
  for (const double value : values) sketch.add(value);
  return sketch;
}

/// `count` numbers spread evenly over 0 to 1 in an order without pattern (the golden ratio's multiples).
Values scattered(std::size_t count) {
  Values values;
  for (std::size_t i = 0; i < count; ++i)
    values.push_back(std::fmod(0.5 + 0.6180339887498949 * static_cast<double>(i), 1.0));
  return values;
}

Values mapped(Values values, const std::function<double(double)>& map) {
  for (double& value : values) value = map(value);
  return values;
}

/// How far, as a share of all, the rank of what is told lies from the rank asked for: the worst of 999 ranks. `values`
/// are all different.
double worst_rank_error(Values values) {
  const QuantileSketch sketch = sketch_of(values);
  const std::vector<WeightedValue> kept = sorted_values(sketch);
  std::sort(values.begin(), values.end());
  double worst = 0;
  for (int i = 1; i < 1000; ++i) {
    const double p = i / 1000.0;
    const double value = quantile(kept, sketch.smallest(), sketch.largest(), p);
    const auto below = std::lower_bound(values.begin(), values.end(), value) - values.begin();
    const double rank = static_cast<double>(below) / static_cast<double>(values.size());
    worst = std::max(worst, std::fabs(rank - p));
  }
  return worst;
}

TEST(QuantileSketch, IsExactForAsManyValuesAsItKeeps) {
  Values values = scattered(QuantileSketch::exact_count);
  const QuantileSketch sketch = sketch_of(values);
  std::sort(values.begin(), values.end());
  for (const double p : {0.0, 0.05, 0.1, 0.5, 0.9, 0.95, 1.0}) {  // type 7, computed by its definition
    const double place = p * 511;
    const auto before = static_cast<std::size_t>(place);
    const double after = values[std::min<std::size_t>(before + 1, 511)];
    EXPECT_NEAR(told(sketch, p), values[before] + (place - std::floor(place)) * (after - values[before]), 1e-15) << p;
  }
}

TEST(QuantileSketch, GivesTheOnlyValueAndTheMiddleOfTwo) {
  EXPECT_EQ(told(sketch_of({3}), 0.1), 3);
  EXPECT_EQ(told(sketch_of({3, 5}), 0.5), 4);
  EXPECT_TRUE(std::isnan(told(QuantileSketch(), 0.5)));
}

// The error stated in docs/decisions/0024: told once for many orders and shapes, as a rank error does not depend on the
// shape of a distribution without steps.
TEST(QuantileSketch, KeepsItsStatedErrorForAnyNumberOfValuesInAnyOrder) {
  const auto wave = [](double u) { return std::sin(40 * u) + 1e-3 * u; };
  for (const std::size_t count : {1'000, 10'000, 100'000, 1'000'000}) {
    Values values = scattered(count);
    EXPECT_LT(worst_rank_error(values), 0.012) << count << " scattered";
    EXPECT_LT(worst_rank_error(mapped(values, wave)), 0.012) << count << " waves";
    std::sort(values.begin(), values.end());
    EXPECT_LT(worst_rank_error(values), 0.012) << count << " rising";
    std::reverse(values.begin(), values.end());
    EXPECT_LT(worst_rank_error(values), 0.012) << count << " falling";
  }
}

TEST(QuantileSketch, KnowsTheEndsAndTheCountExactly) {
  const QuantileSketch sketch = sketch_of(scattered(100'000));
  Values values = scattered(100'000);
  EXPECT_EQ(sketch.count(), 100'000U);
  EXPECT_EQ(told(sketch, 0), *std::min_element(values.begin(), values.end()));
  EXPECT_EQ(told(sketch, 1), *std::max_element(values.begin(), values.end()));
}

TEST(QuantileSketch, StandsForAsManyValuesAsItWasGivenInTheRoomOfA512) {
  for (const std::size_t count : {513, 5'000, 100'000, 1'000'000}) {
    const std::vector<WeightedValue> kept = sorted_values(sketch_of(scattered(count)));
    EXPECT_LE(kept.size(), QuantileSketch::exact_count);
    const double weight =
        std::accumulate(kept.begin(), kept.end(), 0.0, [](double sum, auto each) { return sum + each.weight; });
    EXPECT_EQ(weight, static_cast<double>(count));
  }
}

TEST(QuantileSketch, LeavesAConstantAConstant) {
  const QuantileSketch sketch = sketch_of(Values(100'000, 0.1));
  for (const double p : {0.0, 0.1, 0.5, 1.0}) EXPECT_EQ(told(sketch, p), 0.1);
}

TEST(QuantileSketch, GoesOnFromItsBytesAsIfNothingHadHappened) {
  const Values values = scattered(3'000);
  QuantileSketch whole = sketch_of(values);
  QuantileSketch first = sketch_of({values.begin(), values.begin() + 1'500}), second;
  base::ByteWriter written;
  first.save(written);
  base::ByteReader read(written.bytes());
  second.load(read);
  EXPECT_TRUE(read.at_end());
  for (std::size_t i = 1'500; i < values.size(); ++i) second.add(values[i]);
  base::ByteWriter of_whole, of_second;
  whole.save(of_whole);
  second.save(of_second);
  EXPECT_EQ(of_whole.bytes(), of_second.bytes());
}

}  // namespace
}  // namespace commonweal::ensemble
