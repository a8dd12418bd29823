// SPDX-License-Identifier: Apache-2.0
#include "program/runge_kutta.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "engine/compiled_test.h"

namespace commonweal::engine {
namespace {

program::Program by_rk4(const std::string& text, const std::string& step = "0.25") {
  return ten_years(text, step, settings_of_rk4);
}

TEST(RungeKutta, IntegratesACubicOfTimeExactly) {
  for (const auto& [time, s] : values_of(by_rk4("s = INTEG(Time ^ 3, 1) ~ ~ |\n", "0.5"), "s")) {
    EXPECT_NEAR(s, 1 + std::pow(time, 4) / 4, 1e-11) << time;
  }
}

/// How far a pendulum of small swings, cos(t), is off after ten years.
double error_of_a_pendulum(const std::string& step, const std::string& settings) {
  const program::Program program = ten_years("x = INTEG(v, 1) ~ ~ |\nv = INTEG(-x, 0) ~ ~ |\n", step, settings);
  return std::abs(values_of(program, "x").at(10) - std::cos(10.0));
}

TEST(RungeKutta, HalfTheStepLeavesASixteenthOfTheError) {
  EXPECT_NEAR(error_of_a_pendulum("0.0625", settings_of_rk4) / error_of_a_pendulum("0.03125", settings_of_rk4), 16, 1);
  EXPECT_LT(error_of_a_pendulum("0.125", settings_of_rk4), 1e-4);
  EXPECT_GT(error_of_a_pendulum("0.125", ""), 0.1);  // Euler's method
}

/// An epidemic in two groups who meet, by the method as textbooks write it.
using People = std::array<double, 6>;  // susceptible, infected, recovered; twice

People rates(const People& people) {
  const double infected = people[1] + people[4];
  People change{};
  for (std::size_t group = 0; group < 2; ++group) {
    const std::size_t at = 3 * group;
    const double infections = people[at] * infected / 100 * (group == 0 ? 2.0 : 1.5), recoveries = people[at + 1] / 2;
    change[at] = -infections;
    change[at + 1] = infections - recoveries;
    change[at + 2] = recoveries;
  }
  return change;
}

People moved(const People& people, const People& by, double step) {
  People result = people;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] += by[i] * step;
  return result;
}

TEST(RungeKutta, IsTheTextbooksMethodOnArraysThatMeetInASum) {
  const program::Program program = by_rk4(
      "Group: first, second ~ ~ |\ncontacts[Group] = 2, 1.5 ~ ~ |\n"
      "S[Group] = INTEG(-infections[Group], 59.5) ~ ~ |\n"
      "I[Group] = INTEG(infections[Group] - recoveries[Group], 0.5) ~ ~ |\n"
      "R[Group] = INTEG(recoveries[Group], 0) ~ ~ |\n"
      "infections[Group] = S[Group] * SUM(I[Group!]) / 100 * contacts[Group] ~ ~ |\n"
      "recoveries[Group] = I[Group] / 2 ~ ~ |\n");
  const std::array names{"S", "I", "R"};
  People people{59.5, 0.5, 0, 59.5, 0.5, 0};
  const double step = 0.25;
  for (int k = 0; k <= 40; ++k) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      EXPECT_NEAR(values_of(program, names.at(i % 3), i / 3).at(k * step), people[i], 1e-10) << k << " " << i;
    }
    const People k1 = rates(people), k2 = rates(moved(people, k1, step / 2)), k3 = rates(moved(people, k2, step / 2)),
                 k4 = rates(moved(people, k3, step));
    for (std::size_t i = 0; i < people.size(); ++i) people[i] += (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6 * step;
  }
}

TEST(RungeKutta, ReadsSeriesBetweenTheTimesOfSteps) {
  const program::Program program = by_rk4("d :INTERPOLATE: ~ ~ |\ns = INTEG(d, 0) ~ ~ |\n", "1");
  program::Inputs inputs;
  inputs.series.push_back({{0, 10}, {0, 20}});
  double last = 0;
  const std::uint32_t slot = program.find("s")->first_slot;
  const auto fault = run(program, inputs, [&](double, std::span<const double> values) { last = values[slot]; });
  EXPECT_FALSE(fault.has_value());
  EXPECT_NEAR(last, 100, 1e-12);  // the area of the triangle; Euler's method has 90
}

TEST(RungeKutta, WhatIsShownOfATimeIsOfThatTime) {
  const std::string text =
      "s = INTEG(1, 0) ~ ~ |\nx = 2 * Time ~ ~ |\nsampled = SAMPLE IF TRUE(MODULO(Time, 2) = 0, x, 9) ~ ~ |\n"
      "delayed = DELAY FIXED(x, 1.5, -1) ~ ~ |\nu = INTEG(sampled + delayed, 0) ~ ~ |\n";
  const program::Program once = ten_years(text), stages = by_rk4(text);
  for (const char* name : {"s", "x", "sampled", "delayed", "u"}) {  // samples and delays hold within a step
    for (const auto& [time, value] : values_of(once, name)) {
      EXPECT_NEAR(values_of(stages, name).at(time), value, 1e-12) << name << " at " << time;
    }
  }
}

TEST(RungeKutta, AFaultWithinAStepIsToldOfTheVariableThatHasIt) {
  const program::Program program =
      by_rk4("s = INTEG(1, 0) ~ ~ |\ny = SQRT(0.4 - s) ~ ~ |\nu = INTEG(y, 0) ~ ~ |\n", "0.5");
  const auto fault = run(program, {}, [](double, auto) {});
  ASSERT_TRUE(fault.has_value());
  EXPECT_EQ(program.named_or_part_of(fault->slot).text, "y");  // of the middle of the first step it is well
  EXPECT_EQ(fault->kind, Fault::Kind::outside_domain);
  EXPECT_EQ(fault->time, 0);
}

TEST(RungeKutta, ComputesAgainOnlyWhatMovesWithinAStep) {
  const program::Program program =
      by_rk4("a = 2 ~ ~ |\nb = a * 3 ~ ~ |\nf = DELAY FIXED(b, 1, 0) ~ ~ |\ng = f * a ~ ~ |\nx = b * Time ~ ~ |\n");
  const std::vector<bool> moves = program::moving_within_steps(program);
  for (const char* name : {"a", "b", "f", "g"}) EXPECT_FALSE(moves[program.find(name)->first_slot]) << name;
  for (const char* name : {"Time", "x"}) EXPECT_TRUE(moves[program.find(name)->first_slot]) << name;
}

TEST(RungeKutta, ATimeStepMustStay) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "model.mdl", "INITIAL TIME = 0 ~ ~ |\nFINAL TIME = 1 ~ ~ |\nTIME STEP = 0.5 + Time ~ ~ |\n" + settings_of_rk4);
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  program::compile(model, diagnostics);
  EXPECT_NE(diagnostics.render().find("model.mdl:3:1: error: 'TIME STEP' changes on the way"), std::string::npos)
      << diagnostics.render();
}

}  // namespace
}  // namespace commonweal::engine
