// SPDX-License-Identifier: Apache-2.0
#include "analysis/moving_constants.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

study::Scenario with(const std::string& id, const std::string& bound_of, const std::vector<study::Setting>& settings) {
  study::Scenario made = fabricated::scenario(id, id, "town");
  made.bound_of = bound_of;
  made.settings = settings;
  return made;
}

study::Setting set(const std::string& variable, const std::string& element, double value) {
  return {variable, element, value, fabricated::at("study.toml", 1)};
}

evidence::Register register_of(const std::string& variable, double central) {
  evidence::Register evidence;
  evidence.entries.emplace_back();
  evidence.entries.front().variable = variable;
  evidence.entries.front().central = central;
  return evidence;
}

TEST(MovingConstants, AreThoseThatABoundSetsOtherwiseThanItsScenario) {
  study::Study study;
  study.scenarios.add(with("flat", "", {set("follows", "", 1), set("growth", "", 0.01)}));
  study.scenarios.add(with("low", "flat", {set("follows", "", 1), set("growth", "care", 0), set("price", "", 0.01)}));
  study.scenarios.add(with("high", "flat", {set("follows", "", 1), set("growth", "care", 0.03)}));
  study.scenarios.add(with("other", "", {set("alone", "", 5)}));
  const auto found = moving_constants(study, register_of("price", 0.02));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].setting->variable, "growth");
  EXPECT_EQ(found[0].setting->element, "care");
  EXPECT_EQ(found[0].bound->id, "low");
  EXPECT_EQ(found[0].central, 0.01);
  EXPECT_EQ(found[0].low, 0);
  EXPECT_EQ(found[0].high, 0.03);
  EXPECT_EQ(found[1].setting->variable, "price");
  EXPECT_EQ(found[1].central, 0.02);
  EXPECT_EQ(found[1].low, 0.01);
  EXPECT_EQ(found[1].high, 0.02);
}

TEST(MovingConstants, AreToldOnceForScenariosThatShareTheirCentreAndAgainForAnother) {
  study::Study study;
  study.scenarios.add(with("flat", "", {}));
  study.scenarios.add(with("falling", "", {}));
  study.scenarios.add(with("dear", "", {set("price", "", 0.05)}));
  study.scenarios.add(with("flat-low", "flat", {set("price", "", 0.01)}));
  study.scenarios.add(with("falling-high", "falling", {set("price", "", 0.03)}));
  study.scenarios.add(with("dear-high", "dear", {set("price", "", 0.06)}));
  const auto found = moving_constants(study, register_of("price", 0.02));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].low, 0.01);
  EXPECT_EQ(found[0].high, 0.03);
  EXPECT_EQ(found[1].central, 0.05);
  EXPECT_EQ(found[1].high, 0.06);
}

TEST(MovingConstants, HaveNoCentreWhereNothingSaysIt) {
  study::Study study;
  study.scenarios.add(with("flat", "", {}));
  study.scenarios.add(with("low", "flat", {set("price", "", 0.01)}));
  study.scenarios.add(with("high", "flat", {set("price", "", 0.03)}));
  const auto found = moving_constants(study, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].central);
  EXPECT_EQ(found[0].low, 0.01);
  EXPECT_EQ(found[0].high, 0.03);
}

}  // namespace
}  // namespace commonweal::analysis
