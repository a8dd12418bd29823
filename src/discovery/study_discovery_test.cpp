// SPDX-License-Identifier: Apache-2.0
#include "discovery/study_discovery.h"

#include <cmath>

#include <gtest/gtest.h>

#include "ensemble/drawn_test.h"

namespace commonweal::discovery {
namespace {

// Debt after three years is 100 growing at an interest from 0 to 0.08, plus spend (8 to 12) less a grant: the interest
// decides most, spend some.
std::string asked(const std::string& more) {
  return ensemble::debt_uncertainty + std::string("[uncertainty.discovery]\nname = \"debt stays small\"\n") +
         "variable = \"debt\"\nyear = \"2014-15\"\ndraws = 512\n" + more;
}

StudyDiscovery discover(ensemble::DrawnStudy& debt, unsigned threads = 1) {
  const auto found =
      study_discovery(debt.study, debt.runs, debt.design, debt.program, ensemble::DrawWork{.threads = threads});
  EXPECT_TRUE(found);
  return *found;
}

TEST(StudyDiscovery, NamesTheInputThatDecidesAndWhereItTurnsTheAnswer) {
  ensemble::DrawnStudy debt(asked("scenario = \"as-now\"\nbelow = 120\n"));
  const StudyDiscovery found = discover(debt);
  EXPECT_EQ(found.found.all, 512U);
  EXPECT_EQ(found.inputs, (std::vector<std::string>{"interest", "spend"}));
  ASSERT_FALSE(found.found.conditions.empty());
  EXPECT_GT(found.found.kept_back.density(), found.found.kept_back.base_rate());
  ASSERT_FALSE(found.break_evens.empty());
  for (const BreakEven& one : found.break_evens) {
    EXPECT_FALSE(one.is_wanted_above) << one.name;
    EXPECT_GT(one.odds, 0);
    EXPECT_LT(one.odds, 1);
    // With the input there, and the others at their centre, debt is what was asked about.
    program::Inputs inputs = debt.runs.runs.front().inputs;
    inputs.settings.push_back({debt.program.find(one.name)->first_slot, one.value});
    double last = 0;
    const auto fault = engine::run(debt.program, inputs, [&](double, std::span<const double> values) {
      last = values[debt.program.find("debt")->first_slot];
    });
    ASSERT_FALSE(fault);
    EXPECT_NEAR(last, 120, 0.01) << one.name;
  }
}

TEST(StudyDiscovery, IsTheSameWhateverTheThreads) {
  ensemble::DrawnStudy debt(asked("scenario = \"dearer\"\nagainst = \"as-now\"\nabove = 15\n"));
  const StudyDiscovery one = discover(debt, 1), three = discover(debt, 3);
  EXPECT_GT(one.found.wanted, 0U);
  EXPECT_LT(one.found.wanted, 512U);
  EXPECT_EQ(one.found.wanted, three.found.wanted);
  ASSERT_EQ(one.found.conditions.size(), three.found.conditions.size());
  for (std::size_t i = 0; i < one.found.conditions.size(); ++i) {
    EXPECT_EQ(one.found.conditions[i].limits.high, three.found.conditions[i].limits.high);
  }
  ASSERT_EQ(one.break_evens.size(), three.break_evens.size());
  for (std::size_t i = 0; i < one.break_evens.size(); ++i) {
    EXPECT_EQ(one.break_evens[i].value, three.break_evens[i].value);
  }
}

TEST(StudyDiscovery, SaysSoWhereNothingIsWanted) {
  ensemble::DrawnStudy debt(asked("scenario = \"as-now\"\nbelow = 0\n"));
  const StudyDiscovery found = discover(debt);
  EXPECT_EQ(found.found.wanted, 0U);
  EXPECT_FALSE(found.is_wanted_at_centre);
  EXPECT_TRUE(found.found.conditions.empty());
  EXPECT_TRUE(found.break_evens.empty());
}

TEST(StudyDiscovery, EndsWhereSomebodyStopsIt) {
  ensemble::DrawnStudy debt(asked("scenario = \"as-now\"\nbelow = 120\n"));
  const ensemble::DrawWork work{.threads = 1, .goes_on = [](const ensemble::Progress&) { return false; }};
  EXPECT_FALSE(study_discovery(debt.study, debt.runs, debt.design, debt.program, work));
}

}  // namespace
}  // namespace commonweal::discovery
