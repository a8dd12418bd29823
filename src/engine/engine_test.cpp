// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/compiled_test.h"

namespace commonweal::engine {
namespace {

TEST(Engine, AStockGrowsByEulersMethod) {
  const auto values = values_of(ten_years("s = INTEG(0.1 * s, 100) ~ ~ |\n"), "s");
  EXPECT_EQ(values.size(), 41U);
  EXPECT_NEAR(values.at(10), 100 * std::pow(1.025, 40), 1e-10);
}

TEST(Engine, InitialisingAndTheFirstStepAreTwoPasses) {
  // While initialising x is 3, and the stock starts from that; at time 0 x is already what it is while running.
  const auto program =
      ten_years("x = ACTIVE INITIAL(s * 10, 3) ~ ~ |\ns = INTEG(0, x) ~ ~ |\ny = SMOOTH(x, 2) ~ ~ |\n");
  EXPECT_EQ(values_of(program, "s").at(0), 3);
  EXPECT_EQ(values_of(program, "x").at(0), 30);
  EXPECT_EQ(values_of(program, "y").at(0), 3);
  EXPECT_EQ(values_of(program, "y").at(0.25), 3 + (30 - 3) / 2.0 * 0.25);
}

TEST(Engine, InputsSwitchAtTheirTimes) {
  const auto step = values_of(ten_years("x = STEP(5, 3) ~ ~ |\n"), "x");
  EXPECT_EQ(step.at(2.75), 0);
  EXPECT_EQ(step.at(3), 5);
  const auto pulse = values_of(ten_years("x = PULSE(2, 1) ~ ~ |\n"), "x");
  EXPECT_EQ(pulse.at(1.75), 0);
  EXPECT_EQ(pulse.at(2), 1);
  EXPECT_EQ(pulse.at(2.75), 1);
  EXPECT_EQ(pulse.at(3), 0);
  const auto ramp = values_of(ten_years("x = RAMP(2, 1, 4) ~ ~ |\n"), "x");
  EXPECT_EQ(ramp.at(1), 0);
  EXPECT_EQ(ramp.at(2.5), 3);
  EXPECT_EQ(ramp.at(9), 6);
  const auto train = values_of(ten_years("x = PULSE TRAIN(1, 0.5, 3, 8) ~ ~ |\n"), "x");
  EXPECT_EQ(train.at(4.25), 1);
  EXPECT_EQ(train.at(4.5), 0);
  EXPECT_EQ(train.at(7.25), 1);
}

TEST(Engine, AFixedDelayRepeatsItsInput) {
  const auto values = values_of(ten_years("x = DELAY FIXED(Time, 2, -1) ~ ~ |\n"), "x");
  EXPECT_EQ(values.at(1.75), -1);
  EXPECT_EQ(values.at(2), 0);
  EXPECT_EQ(values.at(5.5), 3.5);
}

TEST(Engine, MaterialDelaysLetOutWhatTheyTookIn) {
  for (const char* delay : {"DELAY1(in, 2)", "DELAY3(in, 2)", "DELAY N(in, 2, 0, 2)"}) {
    const auto program = compile_text(std::string("in = PULSE(1, 1) ~ ~ |\nout = ") + delay +
                                      " ~ ~ |\ntotal = INTEG(out, 0) ~ ~ |\nINITIAL TIME = 0 ~ ~ |\n"
                                      "FINAL TIME = 60 ~ ~ |\nTIME STEP = 0.125 ~ ~ |\n");
    EXPECT_NEAR(values_of(program, "total").at(60), 1, 1e-9) << delay;
  }
}

TEST(Engine, ASampleIsKeptUntilTheNext) {
  const auto values = values_of(ten_years("x = SAMPLE IF TRUE(MODULO(Time, 2) = 0, Time, -1) ~ ~ |\n"), "x");
  EXPECT_EQ(values.at(0), 0);
  EXPECT_EQ(values.at(1.75), 0);
  EXPECT_EQ(values.at(2), 2);
  EXPECT_EQ(values.at(3.75), 2);
}

TEST(Engine, SumsRunOverMarkedSubscripts) {
  const auto program = ten_years(
      "Row: a, b ~ ~ |\nColumn: p, q, r ~ ~ |\nx[Row, Column] = 1, 2, 3; 4, 5, 6; ~ ~ |\n"
      "by row[Row] = SUM(x[Row, Column!]) ~ ~ |\nall = SUM(x[Row!, Column!]) ~ ~ |\n"
      "weighted = SUM(by row[Row!] * SUM(x[Row!, Column!])) ~ ~ |\ntop[Column] = VMAX(x[Row!, Column]) ~ ~ |\n");
  EXPECT_EQ(values_of(program, "by row", 1).at(0), 15);
  EXPECT_EQ(values_of(program, "all").at(0), 21);
  EXPECT_EQ(values_of(program, "top", 2).at(0), 6);
}

TEST(Engine, AMappedSubscriptFollowsTheLeftSide) {
  const auto program = ten_years(
      "Service: care, roads -> Agency ~ ~ |\nAgency: health, works ~ ~ |\nrate[Agency] = 2, 3 ~ ~ |\n"
      "x[Service] = 10 * rate[Agency] ~ ~ |\n");
  EXPECT_EQ(values_of(program, "x", 1).at(0), 30);
}

TEST(Engine, AnUnchosenBranchMayDivideByZero) {
  EXPECT_EQ(values_of(ten_years("x = IF THEN ELSE(Time < 0, 1 / 0, 7) ~ ~ |\n"), "x").at(0), 7);
}

TEST(Engine, AnUnchosenSumMayDivideByZero) {
  const std::string arrays = "Age: young, old ~ ~ |\ny[Age] = 1, 2 ~ ~ |\n";
  const std::string sum = "SUM(y[Age!] / (Time - 5))";
  EXPECT_EQ(values_of(ten_years(arrays + "x = IF THEN ELSE(Time = 5, 7, " + sum + ") ~ ~ |\n"), "x").at(5), 7);
  const auto program = ten_years(arrays + "x = " + sum + " ~ ~ |\n");
  const auto fault = run(program, {}, [](double, std::span<const double>) {});
  ASSERT_TRUE(fault.has_value());
  EXPECT_EQ(fault->kind, Fault::Kind::division_by_zero);
  EXPECT_EQ(program.named_or_part_of(fault->slot).text, "x");
}

TEST(Engine, AFixedDelayMayBeLongerThanTheRun) {
  const auto program = ten_years("x = DELAY FIXED(Time, 1e15, -1) ~ ~ |\ny = DELAY FIXED(Time, 0, -1) ~ ~ |\n");
  EXPECT_EQ(values_of(program, "x").at(10), -1);
  EXPECT_EQ(values_of(program, "y").at(0), -1);
  EXPECT_EQ(values_of(program, "y").at(10), 9.75);  // a step at least
}

TEST(Engine, AnArrayMayHaveStocksDelaysAndNumbers) {
  const auto program = ten_years(
      "Way: delayed, gathered, fixed ~ ~ |\nx[delayed] = DELAY FIXED(Time, 1, 0) ~ ~ |\n"
      "x[gathered] = INTEG(2, 1) ~ ~ |\nx[fixed] = 5 ~ ~ |\n");
  EXPECT_EQ(values_of(program, "x", 0).at(10), 9);
  EXPECT_EQ(values_of(program, "x", 1).at(10), 21);
  EXPECT_EQ(values_of(program, "x", 2).at(10), 5);
}

TEST(Engine, AnAllocationOverOneSubscriptIsDoneForEachOfTheOthers) {
  const auto program = ten_years(
      "Area: east, west ~ ~ |\nWho: a, b ~ ~ |\nasked[Area, Who] = 4, 4; 1, 3; ~ ~ |\n"
      "rank[Area, Who] = 9, 1; 1, 9; ~ ~ |\nsupply[Area] = 5, 3 ~ ~ |\n"
      "got[Area, Who] = ALLOCATE BY PRIORITY(asked[Area, Who], rank[Area, Who], 2, 1, supply[Area]) ~ ~ |\n");
  const double expected[] = {4, 1, 0, 3};  // ranks are far apart: the first is served whole
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(values_of(program, "got", i).at(0), expected[i], 1e-12) << i;
}

TEST(Engine, ADivisionByZeroIsAFaultEvenWhereItsResultIsNot) {
  for (const char* text : {"x = 1 / (1 / (Time - 5)) ~ ~ |\n", "x = MIN(7, 1 / (Time - 5)) ~ ~ |\n",
                           "x = SMOOTH(Time, 1 / (Time - 5)) ~ ~ |\n"}) {
    const auto fault = run(ten_years(text), {}, [](double, std::span<const double>) {});
    ASSERT_TRUE(fault.has_value()) << text;
    EXPECT_EQ(fault->kind, Fault::Kind::division_by_zero) << text;
  }
}

TEST(Engine, APartMayOverflow) {
  EXPECT_EQ(values_of(ten_years("x = 1 / (1 + EXP(100 * Time)) ~ ~ |\n"), "x").at(10), 0);
}

TEST(Engine, NamesTheValueAndTimeOfADivisionByZero) {
  const auto program = ten_years("gap = 5 - Time ~ ~ |\nshare = 100 / gap ~ ~ |\n");
  const auto fault = run(program, {}, [](double, std::span<const double>) {});
  ASSERT_TRUE(fault.has_value());
  EXPECT_EQ(fault->kind, Fault::Kind::division_by_zero);
  EXPECT_EQ(program.named(fault->slot).text, "share");
  EXPECT_EQ(fault->time, 5);
}

TEST(Engine, TellsDomainFromOverflow) {
  const auto kind = [](const std::string& text) {
    return run(ten_years(text), {}, [](double, std::span<const double>) {})->kind;
  };
  EXPECT_EQ(kind("x = LN(Time - 5) ~ ~ |\n"), Fault::Kind::outside_domain);
  EXPECT_EQ(kind("x = INTEG(1e300 * x, 1) ~ ~ |\ny = x * 1 ~ ~ |\n"), Fault::Kind::overflow);
  EXPECT_EQ(kind("x = SQRT(-1) ~ ~ |\n"), Fault::Kind::outside_domain);
}

TEST(Engine, RefusesARunWithoutEnd) {
  const auto fault = run(ten_years("x = 1 ~ ~ |\n", "1e-11"), {}, [](double, std::span<const double>) {});
  ASSERT_TRUE(fault.has_value());
  EXPECT_EQ(fault->kind, Fault::Kind::too_many_steps);
  EXPECT_EQ(fault->steps, 1e12);
  EXPECT_EQ(run(ten_years("x = 1 ~ ~ |\n", "0"), {}, [](double, std::span<const double>) {})->kind,
            Fault::Kind::time_step);
}

RC_GTEST_PROP(EngineProperty, AllocationUsesUpTheSupplyAndGivesNobodyMoreThanAsked, ()) {
  const auto request = [] { return *rc::gen::inRange(0, 100) / 10.0; };
  const double requests[] = {request(), request(), request()};
  const auto priority = [] { return *rc::gen::inRange(0, 10) / 2.0; };
  const std::string text = "Who: a, b, c ~ ~ |\nasked[Who] = " + std::to_string(requests[0]) + "," +
                           std::to_string(requests[1]) + "," + std::to_string(requests[2]) +
                           " ~ ~ |\nrank[Who] = " + std::to_string(priority()) + "," + std::to_string(priority()) +
                           "," + std::to_string(priority()) +
                           " ~ ~ |\ngot[Who] = ALLOCATE BY PRIORITY(asked[Who], rank[Who], 3, 1, Time) ~ ~ |\n";
  const auto program = ten_years(text);
  const auto asked = program.find("asked")->first_slot, got = program.find("got")->first_slot;
  run(program, {}, [&](double time, std::span<const double> values) {
    double total_asked = 0, total_got = 0;
    for (std::uint32_t i = 0; i < 3; ++i) {
      RC_ASSERT(values[got + i] >= 0 && values[got + i] <= values[asked + i]);
      total_asked += values[asked + i];
      total_got += values[got + i];
    }
    RC_ASSERT(std::fabs(total_got - std::min(total_asked, time)) < 1e-9 * (1 + time));
  });
}

}  // namespace
}  // namespace commonweal::engine
