// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::assumed;

evidence::Entry judgement(const std::string& variable, const std::string& element, double central) {
  evidence::Entry made;
  made.variable = variable;
  made.element = element;
  made.central = central;
  made.unit = "1/year";
  made.note = "seen nowhere";
  made.position = fabricated::at("register.csv", 7);
  return made;
}

void expect_assumption(const Assumption& found, const Assumption& expected) {
  EXPECT_EQ(found.what, expected.what);
  EXPECT_EQ(found.where, expected.where);
  EXPECT_EQ(found.value, expected.value);
  EXPECT_EQ(found.unit, expected.unit);
  EXPECT_EQ(found.range, expected.range);
  EXPECT_EQ(found.reason, expected.reason);
  EXPECT_EQ(found.moves_the_range, expected.moves_the_range);
  EXPECT_EQ(found.low, expected.low);
  EXPECT_EQ(found.high, expected.high);
}

TEST(AssumedFigures, OfOneReasonAreDrawnTogether) {
  const auto found = assumed_figures(
      {assumed("population", "old", 2012, 40, "scaled"), assumed("population", "young", 2012, 60, "scaled"),
       assumed("population", "old", 2013, 41.5, "scaled"), assumed("population", "old", 2014, 42, "a guess")});
  ASSERT_EQ(found.size(), 2u);
  expect_assumption(found[0], {"population, old; young, 2012-13 to 2013-14", "series.csv:2", "3 figures from 40 to 60",
                               "people", "", "scaled"});
  expect_assumption(found[1], {"population, old, 2014-15", "series.csv:2", "42", "people", "", "a guess"});
}

TEST(AssumedFigures, LeaveOutWhatIsPublishedOrDerived) {
  place::Observation derived = assumed("population", "old", 2012, 40, "the total less the young");
  derived.status = place::Status::derived;
  EXPECT_TRUE(assumed_figures({derived, fabricated::published("population", 2012, 1, "person", "census")}).empty());
}

TEST(AssumedFigures, OfAConstantNameNoYear) {
  place::Observation constant = assumed("reserve floor", "", 2012, 5, "prudence");
  constant.year = std::nullopt;
  EXPECT_EQ(assumed_figures({constant}).front().what, "reserve floor");
}

TEST(Assumptions, AreOfPlacesThenOfTheRegisterThenOfScenarios) {
  study::Study study;
  study.scenarios.add(fabricated::scenario("flat", "Funding flat", "town"));
  study.scenarios[study::ScenarioId(0)].settings = {
      {"inflation", "", 0.02, fabricated::at("study.toml", 12)},
      {"growth", "care", 0.01, fabricated::at("study.toml", 13)},
  };
  study.scenarios.add(fabricated::scenario("steep", "Growth steep", "town"));
  study.scenarios[study::ScenarioId(1)].settings = {
      {"inflation", "", 0.02, fabricated::at("study.toml", 22)},
      {"growth", "care", 0.005, fabricated::at("study.toml", 23)},
  };
  place::Place town = fabricated::place("town", "Town");
  town.observations = {assumed("population", "old", 2012, 40, "scaled")};
  evidence::Register evidence;
  evidence.entries = {judgement("growth", "care", 0.015), judgement("inflation", "", 0.022),
                      judgement("years of reference", "", 0)};
  evidence.entries[0].low = 0.005;
  evidence.entries[0].high = 0.025;
  evidence.entries[1].status = evidence::Status::sourced;
  evidence.entries[2].grade = "definition";

  const auto found = assumptions(study, {town}, evidence);
  ASSERT_EQ(found.size(), 5u);
  expect_assumption(found[0], {"Town: population, old, 2012-13", "series.csv:2", "40", "people", "", "scaled"});
  expect_assumption(found[1], {"growth, care", "register.csv:7", "1.5%", "a year", "0.5% to 2.5%", "seen nowhere",
                               false, "0.5%", "2.5%"});
  expect_assumption(found[2], {"inflation, in scenarios 'Funding flat'; 'Growth steep'", "study.toml:12", "2%",
                               "a year", "", "Funding flat, in a test. Growth steep, in a test."});
  expect_assumption(found[3], {"growth, care, in scenario 'Funding flat'", "study.toml:13", "1%", "a year",
                               "0.5% to 2.5%", "Funding flat, in a test.", false, "0.5%", "2.5%"});
  expect_assumption(found[4], {"growth, care, in scenario 'Growth steep'", "study.toml:23", "0.5%", "a year",
                               "0.5% to 2.5%", "Growth steep, in a test.", false, "0.5%", "2.5%"});
}

TEST(Assumptions, ThatMoveTheRangeComeFirstInOneRowEach) {
  study::Study study;
  study.scenarios.add(fabricated::scenario("flat", "Funding flat", "town"));
  study.scenarios.add(fabricated::scenario("low", "All low", "town"));
  study.scenarios.add(fabricated::scenario("high", "All high", "town"));
  for (const std::size_t bound : {1, 2}) {
    study::Scenario& scenario = study.scenarios[study::ScenarioId(bound)];
    scenario.bound_of = "flat";
    scenario.settings = {{"growth", "care", bound == 1 ? 0.005 : 0.025, fabricated::at("study.toml", 12)},
                         {"unlisted", "", bound == 1 ? 1.0 : 2.0, fabricated::at("study.toml", 13)}};
  }
  place::Place town = fabricated::place("town", "Town");
  town.observations = {assumed("population", "old", 2012, 40, "scaled")};
  evidence::Register evidence;
  evidence.entries = {judgement("other", "", 0.5), judgement("growth", "care", 0.0125)};
  evidence.entries[0].unit = "dimensionless";

  const auto found = assumptions(study, {town}, evidence);
  ASSERT_EQ(found.size(), 4u);
  expect_assumption(found[0], {"growth, care", "register.csv:7", "1.25%", "a year", "0.5% to 2.5%", "seen nowhere",
                               true, "0.5%", "2.5%"});
  expect_assumption(found[1], {"unlisted", "study.toml:13", "", "", "1 to 2", "All low, in a test.", true, "1", "2"});
  expect_assumption(found[2], {"Town: population, old, 2012-13", "series.csv:2", "40", "people", "", "scaled"});
  expect_assumption(found[3], {"other", "register.csv:7", "0.5", "", "", "seen nowhere"});
}

}  // namespace
}  // namespace commonweal::analysis
