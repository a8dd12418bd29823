// SPDX-License-Identifier: Apache-2.0
#include "engine/lanes.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/compiled_test.h"
#include "engine/lanes_test.h"
#include "engine/segment.h"
#include "program/prune.h"

namespace commonweal::engine {
namespace {

/// 200 settings of a from -10 on: more lanes than any block has.
std::vector<program::Inputs> settings_of_a(const program::Program& program, double from, double by) {
  std::vector<program::Inputs> inputs(200);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    inputs[i].settings.push_back({program.find("a")->first_slot, from + static_cast<double>(i) * by});
  }
  return inputs;
}

/// Where lanes in which the constant a differs do not do as the plain engine does, with all variables observed.
std::string difference_of(const std::string& text, double from = -10, double by = 0.125) {
  const program::Program program = ten_years("a = 1 ~ ~ |\n" + text);
  std::vector<std::uint32_t> observed;
  for (const program::Variable& variable : program.variables) {
    for (std::uint32_t i = 0; i < variable.elements.size(); ++i) observed.push_back(variable.first_slot + i);
  }
  return difference(program, observed, {{program.find("a")->first_slot}, {}}, settings_of_a(program, from, by));
}

TEST(Lanes, DoAsThePlainEngineDoes) {
  for (
      const char* text : {
          "x = a * Time + 3 ~ ~ |\n",
          "s = INTEG(a - 0.1 * s, 5) ~ ~ |\ny = s * 2 ~ ~ |\n",
          "s = INTEG(t, a) ~ ~ |\nt = INTEG(-s, 1) ~ ~ |\n",
          "x = IF THEN ELSE(a > Time, a ^ 3 - 2, MAX(Time, a) / 7) ~ ~ |\n",
          "x = EXP(a / 4) + LN(20 + a) + SQRT(ABS(a)) + SIN(a) + a ^ 2.5 * 0 ~ ~ |\n",
          "x = (ABS(a) + 0.5) ^ (Time / 3) ~ ~ |\n",
          "x = ZIDZ(Time, a) + XIDZ(1, a, 4) + QUANTUM(a, 0.3) + MODULO(ABS(a), 3) + INTEGER(a) ~ ~ |\n",
          "t((0, 0), (1, 2), (4, -3), (5, 1)) ~ ~ |\nx = t(a) + t(Time + a) ~ ~ |\n",
          "t((0, 0), (1, 0), (2, 5), (3, 5), (4, 6), (5, 7), (6, 9), (7, 5), (8, 5), (9, 4), (10, 4), (11, 5), (12, 6),"
          " (13, 8), (14, 9), (15, 9), (16, 1)) ~ ~ |\nx = t(a) + t(Time + a) ~ ~ |\n",
          "x = SMOOTH3(a + Time, 3) ~ ~ |\ny = DELAY1(x, 2) ~ ~ |\nz = TREND(x + 20, 2, 0.1) ~ ~ |\n",
          "x = DELAY FIXED(a + Time, 2, 7) ~ ~ |\ny = DELAY FIXED(Time, 50, a) ~ ~ |\nz = DELAY FIXED(x, 0, 1) ~ ~ |\n",
          "x = SAMPLE IF TRUE(MODULO(Time, 2) = 0, a + Time, -1) ~ ~ |\n",
          "x = SAMPLE IF TRUE(Time > 3 + a, Time, a) ~ ~ |\ny = SAMPLE IF TRUE(Time = 5, Time, a) ~ ~ |\n",
          "x = a + Time - INITIAL(a * 3) ~ ~ |\ny = ACTIVE INITIAL(s * a, 3) ~ ~ |\ns = INTEG(0, y) ~ ~ |\n",
          "Who: p, q, r ~ ~ |\nb[Who] = 1, 2, 3 ~ ~ |\nx[Who] = b[Who] * a ~ ~ |\ny = SUM(x[Who!] * b[Who!]) ~ ~ |\n"
          "z = PROD(x[Who!]) + VMIN(x[Who!]) - VMAX(x[Who!]) ~ ~ |\n",
          "Who: p, q, r ~ ~ |\nb[Who] = 1, 2, 3 ~ ~ |\n"
          "x[Who] = ALLOCATE BY PRIORITY(b[Who], b[Who] + a, 3, 2, Time) ~ ~ |\n",
          "x = a = 2 :OR: (a < 0 :AND: :NOT: Time > 3) ~ ~ |\ny = MIN(a, MAX(-a, Time)) - (a + Time) * (a - Time) ~ ~ "
          "|\n",
          "x = 4 - 3 * (a - (Time - 2 * a)) / (7 + Time) ~ ~ |\n",
          "x = (a + 10.5) ^ Time ~ ~ |\ny = (a + 10.5) ^ (Time / 3) + 1.5 ^ Time ~ ~ |\n",  // a base that stays
          "x = ABS(a) ^ (Time - 4) ~ ~ |\ny = (a / 4) ^ INTEGER(Time) ~ ~ |\n",             // 0, 1 and below 0
          "x = ABS(a) ^ IF THEN ELSE(Time < 4, 2, 0.5) + MODULO(a, 3 + INTEGER(Time / 4)) ~ ~ |\n",  // seldom another
          "x = SAMPLE IF TRUE(Time > 2, ABS(a) ^ INTEGER(Time / 3), 0) ~ ~ |\n",
          "s = INTEG(0, a ^ Time + 2 ^ (a * Time)) ~ ~ |\n",                               // while initialising
          "x = a * Time + 1 ~ ~ |\ny = 1 / (a * Time + 100) ~ ~ |\nz = a * Time ~ ~ |\n",  // made in common
          "s = INTEG(t - s, 1) ~ ~ |\nt = INTEG(a * u, s) ~ ~ |\nu = s * t / 100 ~ ~ |\n",
      }) {
    EXPECT_EQ(difference_of(text), "") << text;
  }
}

TEST(Lanes, FaultAsThePlainEngineDoesWhileTheOthersGoOn) {
  for (const char* text : {
           "x = 1 / (a - 2) ~ ~ |\n",                                 // one lane, from the beginning
           "x = 1 / (a - Time) ~ ~ |\n",                              // some lanes, each at its time
           "x = MIN(7, 1 / (a - Time)) ~ ~ |\n",                      // a part that vanishes
           "x = 1 / (1 + EXP(100 * a)) ~ ~ |\n",                      // a part that may overflow
           "x = 1 / (1 / (a - Time)) ~ ~ |\n",                        // an infinite part
           "x = IF THEN ELSE(a = 2, 7, 1 / (a - 2)) ~ ~ |\n",         // a branch not chosen
           "x = LN(a + 3) ~ ~ |\ny = x * 0 ~ ~ |\n",                  //
           "s = INTEG(s * EXP(a * 40), 1) ~ ~ |\ny = s + 1 ~ ~ |\n",  //
           "s = INTEG(1 / (a - Time), 1) ~ ~ |\n",                    // in a rate
           "s = INTEG(1, 1 / (a - 2)) ~ ~ |\n",                       // while initialising
           "x = SQRT(a) ~ ~ |\ny = 1 / (Time - 5) ~ ~ |\n",           // some lanes, and then all
           "t((0, 0), (1, 2)) ~ ~ |\nx = t(LN(a)) ~ ~ |\n",           // no number where it would be no matter
           "x = (a - 2) ^ 0.5 ~ ~ |\ny = IF THEN ELSE(x > 1, 1, 2) ~ ~ |\n",
           "x = DELAY FIXED(1 / (a - Time), 2, 7) ~ ~ |\n",
       }) {
    EXPECT_EQ(difference_of(text), "") << text;
  }
}

/// More values than there are registers, each read long after it was made, in every kind of step.
TEST(Lanes, MayNeedMoreValuesThanThereAreRegisters) {
  constexpr int count = 60;
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format("x{0} = a * {0} + Time / ({0} + 1) ~ ~ |\n", i);
  const char* const kinds[] = {"x{0} - x{1} * x{2}",
                               "MIN(x{0}, x{1}) + MAX(x{2}, x{0})",
                               "IF THEN ELSE(x{0} > x{1}, x{2}, x{0} / 2)",
                               "IF THEN ELSE(x{0}, x{1}, x{2})",
                               "ZIDZ(x{0}, x{1}) + XIDZ(x{2}, x{0} - x{1}, x{1})",
                               "(x{0} > 1 :AND: :NOT: x{1}) + (x{1} = x{2} :OR: x{2} < 3)",
                               "ABS(-x{0}) + (x{1} <= x{2}) + (x{0} <> x{2}) + (x{0} >= x{1})"};
  for (int i = 0; i < 7 * count; ++i) {
    const std::string expression =
        fmt::format(fmt::runtime(kinds[i % 7]), i % count, count - 1 - i % 31, i * 7 % count);
    text += fmt::format("y{} = {}{} ~ ~ |\n", i, expression, i > 18 ? fmt::format(" + y{}", i - 18) : "");
  }
  EXPECT_EQ(difference_of(text), "");
  const program::Program program = ten_years("a = 1 ~ ~ |\n" + text);
  EXPECT_EQ(difference(program, slots_of(program, {"y419"}), {{program.find("a")->first_slot}, {}},
                       settings_of_a(program, -10, 0.125)),
            "");
}

/// A system may give out no memory that code can be run in.
TEST(Lanes, GoWithoutKernelsOfTheirOwnWhereNoneCanBeMade) {
  const program::Program program = ten_years("a = 1 ~ ~ |\ns = INTEG(a - s / 3, 1) ~ ~ |\ny = s * a + s / a ~ ~ |\n");
  const auto observed = slots_of(program, {"s", "y"});
  KernelSet kernels = baseline_kernels();
  kernels.translate = [](std::span<const Segment>, std::uint32_t) { return Translation{}; };
  const LaneProgram lanes = prepare(program, observed, {{program.find("a")->first_slot}, {}}, kernels);
  EXPECT_EQ(lanes.kernels.translate, nullptr);
  const auto inputs = settings_of_a(program, 1, 0.5);
  const std::vector<Shown> seen = shown_by_lanes(lanes, inputs);
  for (std::size_t i = 0; i < inputs.size(); ++i) EXPECT_EQ(seen[i], shown_plainly(program, inputs[i], observed));
}

TEST(Lanes, MakeOnceWhatTwoEquationsHaveInCommon) {
  const auto steps = [](const std::string& text) {
    const program::Program program = ten_years("a = 1 ~ ~ |\n" + text);
    const LaneProgram lanes =
        prepare(program, slots_of(program, {"x", "y"}), {{program.find("a")->first_slot}, {}}, scalar_kernels());
    return lanes.lanes.parts[static_cast<std::size_t>(Part::advance)].size();
  };
  EXPECT_EQ(steps("x = EXP(a * Time) ~ ~ |\ny = EXP(a * Time) + 1 ~ ~ |\n"),
            steps("x = EXP(a * Time) ~ ~ |\ny = x + 1 ~ ~ |\n"));
}

std::size_t powers_made = 0;  // NOLINT: a kernel has no other place to count

void count_and_make_power(const LaneInstruction& instruction, const KernelContext& context) {
  ++powers_made;
  scalar_kernels().kernels[kernel::power_by_logarithm](instruction, context);
}

TEST(Lanes, MakeAPowerAgainOnlyWhereItsExponentHasChanged) {
  const auto made_by = [](const std::string& exponent) {
    const program::Program program =
        ten_years("a = 1 ~ ~ |\nx = ABS(a) ^ (" + exponent + ") ~ ~ |\ny = x * Time ~ ~ |\n", "0.25");
    KernelSet kernels = scalar_kernels();
    std::vector<Kernel> counting(kernels.kernels, kernels.kernels + kernel::count);
    counting[kernel::power_by_logarithm] = count_and_make_power;
    kernels.kernels = counting.data();
    const auto observed = slots_of(program, {"x", "y"});
    const LaneProgram lanes = prepare(program, observed, {{program.find("a")->first_slot}, {}}, kernels);
    std::vector<program::Inputs> inputs = settings_of_a(program, 0.25, 0.25);
    inputs.resize(kernels.lanes);  // one block
    powers_made = 0;
    EXPECT_EQ(shown_by_lanes(lanes, inputs).back(), shown_plainly(program, inputs.back(), observed));
    return powers_made;
  };
  EXPECT_EQ(made_by("Time"), 41U);                           // in every step
  EXPECT_EQ(made_by("INTEGER(Time)"), 11U);                  // once a year
  EXPECT_EQ(made_by("IF THEN ELSE(Time < 4, 2, 0.5)"), 2U);  // twice
  EXPECT_EQ(made_by("INTEGER(Time) + a * 0 * Time"), 41U);   // an exponent that may differ between lanes
}

TEST(Lanes, DoNotMakeAgainWhatIsKnownOfARun) {
  const program::Program program = ten_years("a = 1 ~ ~ |\nb = 2 ~ ~ |\ns = INTEG(b, 0) ~ ~ |\nx = a * s ~ ~ |\n");
  const std::uint32_t b = program.find("b")->first_slot;
  const LaneProgram lanes =
      prepare(program, slots_of(program, {"x"}), {{program.find("a")->first_slot}, {}}, scalar_kernels());
  program::Inputs other;
  other.settings.push_back({b, 3});
  const SharedHistory past = shared_history(lanes, other);
  EXPECT_TRUE(past.is_whole);
  auto inputs = settings_of_a(program, 1, 1);
  const std::vector<Shown> seen = shown_by_lanes(lanes, inputs, &past);  // as if b were 3
  for (program::Inputs& each : inputs) each.settings.push_back({b, 3});
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    EXPECT_EQ(seen[i], shown_plainly(program, inputs[i], slots_of(program, {"x"})));
  }
}

TEST(Lanes, MakeAllAgainWhereWhatTheyShareFaults) {
  const program::Program program = ten_years("a = 1 ~ ~ |\nx = 1 / (Time - 5) ~ ~ |\ny = Time * a ~ ~ |\n");
  const LaneProgram lanes =
      prepare(program, slots_of(program, {"y"}), {{program.find("a")->first_slot}, {}}, scalar_kernels());
  const SharedHistory past = shared_history(lanes, {});
  EXPECT_FALSE(past.is_whole);
  const auto inputs = settings_of_a(program, 1, 1);
  EXPECT_EQ(shown_by_lanes(lanes, inputs, &past).back(),
            shown_plainly(program, inputs.back(), slots_of(program, {"y"})));
}

TEST(Lanes, MayDifferInASeries) {
  const program::Program program = ten_years("d ~ ~ |\nx = d * 2 + Time ~ ~ |\n");
  std::vector<program::Inputs> inputs(150);
  for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i].series.push_back({{0, 5}, {1, static_cast<double>(i)}});
  EXPECT_EQ(difference(program, slots_of(program, {"x", "d"}), {{}, {0}}, inputs), "");
}

TEST(Lanes, MayHaveTimeControlsThatChange) {
  EXPECT_EQ(difference_of("s = INTEG(a, 0) ~ ~ |\nend = IF THEN ELSE(Time > 4, 6, 10) ~ ~ |\n"), "");
  const program::Program program = compile_text(
      "a = 1 ~ ~ |\ns = INTEG(a * s, 1) ~ ~ |\nINITIAL TIME = 0 ~ ~ |\nFINAL TIME = IF THEN ELSE(Time > 4, 6, 10) ~ ~ "
      "|\n"
      "TIME STEP = IF THEN ELSE(Time < 2, 0.5, 0.25) ~ ~ |\n");
  EXPECT_EQ(difference(program, slots_of(program, {"s"}), {{program.find("a")->first_slot}, {}},
                       settings_of_a(program, 0, 0.01)),
            "");
}

TEST(Lanes, SayWhatTheyCannotRun) {
  const auto why_not = [](const std::string& text) {
    const program::Program program = ten_years("a = 1 ~ ~ |\n" + text, "0.25 + b");
    return prepare(program, slots_of(program, {"x"}), {{program.find("a")->first_slot}, {}}, scalar_kernels())
        .not_on_lanes;
  };
  EXPECT_EQ(why_not("b = a ~ ~ |\nx = Time ~ ~ |\n"), "the time controls differ between lanes");
  EXPECT_EQ(why_not("b = 0 ~ ~ |\nx = DELAY FIXED(Time, a, 0) ~ ~ |\n"),
            "the length of a fixed delay differs between lanes");
  EXPECT_EQ(why_not("b = Time ~ ~ |\nx = DELAY FIXED(Time, 1, 0) ~ ~ |\n"),
            "a fixed delay in a run whose length changes on the way");
}

TEST(Lanes, DoNotComputeWhatNobodyAskedFor) {
  const program::Program program = ten_years("a = 1 ~ ~ |\nx = a * 2 ~ ~ |\ny = 1 / (a - 1) ~ ~ |\n");
  const auto x = slots_of(program, {"x"});
  const program::Program asked = program::pruned(program, x);
  EXPECT_NE(shown_plainly(program, {}, x).end, "end");
  EXPECT_EQ(shown_plainly(asked, {}, x).end, "end");
  EXPECT_EQ(difference(asked, x, {{program.find("a")->first_slot}, {}}, settings_of_a(program, -1, 0.5)), "");
}

TEST(Lanes, ComputeOnceWhatAllShare) {
  const program::Program program =
      ten_years("a = 1 ~ ~ |\nb = 2 ~ ~ |\nx = EXP(b) * Time ~ ~ |\ny = EXP(a) ~ ~ |\nz = x * y ~ ~ |\n");
  const LaneProgram lanes =
      prepare(program, slots_of(program, {"z"}), {{program.find("a")->first_slot}, {}}, scalar_kernels());
  const auto size = [](const LaneProgram::Code& code, Part part) {
    return code.parts[static_cast<std::size_t>(part)].size();
  };
  EXPECT_EQ(size(lanes.shared, Part::first_advance), 1U);  // EXP(b)
  EXPECT_EQ(size(lanes.shared, Part::advance), 1U);        // x
  EXPECT_EQ(size(lanes.lanes, Part::first_advance), 1U);   // EXP(a)
  EXPECT_EQ(size(lanes.lanes, Part::advance), 2U);         // z, and the look whether it is a number
}

}  // namespace
}  // namespace commonweal::engine
