// SPDX-License-Identifier: Apache-2.0
// Functions that carry something from step to step, against the difference equations that define them done here once
// more by hand.
#include <array>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "engine/compiled_test.h"

namespace commonweal::engine {
namespace {

constexpr double step = 0.25;
const std::string input = "in = 10 + STEP(4, 2) ~ ~ |\n";

double in(double time) {
  return time < 2 ? 10 : 14;
}

TEST(Stateful, Smooth3IsThreeSmoothsOfAThirdOfTheTime) {
  for (const char* call : {"SMOOTH3(in, 3)", "SMOOTH3I(in, 3, 10)", "SMOOTH N(in, 3, 10, 3)"}) {
    const auto values = values_of(ten_years(input + "out = " + call + " ~ ~ |\n"), "out");
    std::array<double, 3> level{10, 10, 10};
    for (const auto& [time, value] : values) {
      EXPECT_NEAR(value, level[2], 1e-12) << call << " at " << time;
      const std::array<double, 3> before = level;
      level[0] += step * (in(time)-before[0]) / 1;
      level[1] += step * (before[0] - before[1]) / 1;
      level[2] += step * (before[1] - before[2]) / 1;
    }
  }
}

TEST(Stateful, Delay3LetsOutAThirdOfEachStage) {
  const auto values = values_of(ten_years(input + "out = DELAY3(in, 3) ~ ~ |\n"), "out");
  std::array<double, 3> held{10, 10, 10};  // a stage of one year holds what flows through in a year
  for (const auto& [time, value] : values) {
    EXPECT_NEAR(value, held[2], 1e-12) << time;
    const std::array<double, 3> before = held;
    held[0] += step * (in(time)-before[0]);
    held[1] += step * (before[0] - before[1]);
    held[2] += step * (before[1] - before[2]);
  }
}

TEST(Stateful, TrendIsTheGapToTheAverageOverTheTime) {
  const auto values = values_of(ten_years(input + "out = TREND(in, 2, 0.05) ~ ~ |\n"), "out");
  double average = 10 / (1 + 0.05 * 2);
  for (const auto& [time, value] : values) {
    EXPECT_NEAR(value, (in(time)-average) / (2 * std::fabs(average)), 1e-12) << time;
    average += step * (in(time)-average) / 2;
  }
  EXPECT_NEAR(values.at(0), 0.05, 1e-12);
}

TEST(Stateful, ForecastCarriesTheTrendOn) {
  const auto values = values_of(ten_years(input + "out = FORECAST(in, 2, 5) ~ ~ |\n"), "out");
  double average = 10;
  for (const auto& [time, value] : values) {
    EXPECT_NEAR(value, in(time) * (1 + (in(time)-average) / (2 * average) * 5), 1e-12) << time;
    average += step * (in(time)-average) / 2;
  }
}

TEST(Stateful, AnArrayIsSmoothedElementByElement) {
  const auto program =
      ten_years("Age: young, old ~ ~ |\nx[Age] = 1, 2 ~ ~ |\nout[Age] = SMOOTHI(x[Age], 2, 0) * 10 ~ ~ |\n");
  const double grown = 1 - std::pow(1 - step / 2, 40);
  EXPECT_NEAR(values_of(program, "out", 0).at(10), 10 * grown, 1e-12);
  EXPECT_NEAR(values_of(program, "out", 1).at(10), 20 * grown, 1e-12);
}

TEST(Stateful, AnInitialValueIsKept) {
  EXPECT_EQ(values_of(ten_years("x = 3 + Time ~ ~ |\ny = x - INITIAL(x) ~ ~ |\n"), "y").at(10), 10);
}

TEST(Stateful, NestingCostsNoMoreThanTheSquareOfItsDepth) {
  std::string nested = "in";
  for (int i = 0; i < 60; ++i) nested = "TREND(" + nested + ", 2, 0)";
  EXPECT_LT(ten_years(input + "out = " + nested + " ~ ~ |\n").instructions.size(), 5U * 60 * 60);
  nested = "in";
  for (int i = 0; i < 60; ++i) nested = "RAMP(1, " + nested + ", 3)";
  EXPECT_LT(ten_years(input + "out = " + nested + " ~ ~ |\n").instructions.size(), 5U * 60 * 60);
}

}  // namespace
}  // namespace commonweal::engine
