// SPDX-License-Identifier: Apache-2.0
#include "analysis/policies_used.h"

#include <gtest/gtest.h>

#include "analysis/assumptions.h"
#include "analysis/bibliography.h"
#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

study::Policy lunch_club() {
  study::Policy policy;
  policy.id = "lunch-club";
  policy.title = "Lunch club";
  policy.family = "change";
  policy.description = "A meal in company.";
  policy.sets = {{"lever intensity", "lunch", 2, {}}};
  policy.cost.constants = {{"cost of a meal[lunch]", {}}, {"not in the register", {}}};
  policy.effect.basis.words = "Fewer fell ill.";
  policy.effect.basis.constants = {{"effect of a meal", {}}};
  policy.effect.grade = "RCT";
  policy.pays = {{"council", 0.25, {}}, {"NHS", 0.75, {}}};
  policy.gains = {{"residents", {}}};
  policy.sources = {{"A trial", "https://example.org/trial"}};
  return policy;
}

evidence::Register two_rows() {
  evidence::Register evidence;
  evidence::Entry cost;
  cost.variable = "cost of a meal";
  cost.element = "lunch";
  cost.central = 0.0021;
  cost.unit = "GBP million/person/year";
  evidence::Entry effect;
  effect.variable = "effect of a meal";
  effect.central = 0.1;
  effect.low = 0;
  effect.high = 0.2;
  effect.unit = "1/year";
  for (evidence::Entry* entry : {&cost, &effect}) {
    entry->status = evidence::Status::sourced;
    evidence.entries.push_back(*entry);
  }
  return evidence;
}

/// One scenario that does it from its first year on, one that does half of it for three years and sets a rate by hand,
/// and a bound of the first.
study::Study with_lunch_clubs() {
  study::Study study;
  study.policies = {lunch_club()};
  for (const char* id : {"all", "half", "bound"}) {
    study::Scenario scenario = fabricated::scenario(id, id, "town");
    scenario.first = {2012};
    scenario.last = {2020};
    study::ScheduledPolicy spell;
    spell.policy = "lunch-club";
    spell.position = fabricated::at("study.toml", 10);
    scenario.settings = {{"lever intensity", "lunch", 2, spell.position}};
    scenario.policies = {spell};
    study.scenarios.add(scenario);
  }
  study::Scenario& half = study.scenarios[study::ScenarioId(1)];
  half.policies.front().start = base::FinancialYear{2013};
  half.policies.front().stop = base::FinancialYear{2016};
  half.policies.front().intensity = 0.5;
  half.settings.push_back({"effect of a meal", "", 0.15, fabricated::at("study.toml", 12)});
  study.scenarios[study::ScenarioId(2)].bound_of = "all";
  return study;
}

TEST(PoliciesUsed, AreToldOnceWithTheirEvidenceInWords) {
  Bibliography bibliography;
  const auto used = policies_used(with_lunch_clubs(), two_rows(), bibliography);
  ASSERT_EQ(used.size(), 1u);
  const PolicyUse& use = used.front();
  EXPECT_EQ(use.title, "Lunch club");
  EXPECT_EQ(use.grade, "RCT");
  EXPECT_EQ(use.effect, "Fewer fell ill. In the model effect of a meal: 10% a year (0% to 20%)");
  EXPECT_EQ(use.cost, "cost of a meal, lunch: £2100 a person a year; not in the register");
  EXPECT_EQ(use.pays, (std::vector<std::string>{"council (25%)", "NHS (75%)"}));
  EXPECT_EQ(use.sets, std::vector<std::string>{"lever intensity, lunch: 2"});
  EXPECT_EQ(use.cites, std::vector<int>{1});
  EXPECT_EQ(bibliography.sources().front().url, "https://example.org/trial");
}

TEST(PoliciesUsed, HaveTheSpellsOfScenariosThatStandForThemselves) {
  Bibliography bibliography;
  const auto spells = policies_used(with_lunch_clubs(), two_rows(), bibliography).front().spells;
  ASSERT_EQ(spells.size(), 2u);
  EXPECT_EQ(spells[0].scenario_id, "all");
  EXPECT_EQ(spells[0].first.start, 2012);
  EXPECT_FALSE(spells[0].stop);
  EXPECT_EQ(spells[1].first.start, 2013);
  EXPECT_EQ(spells[1].stop->start, 2016);
  EXPECT_EQ(spells[1].intensity, 0.5);
}

TEST(PoliciesUsed, LeaveOnlyWhatIsSetByHandToTheAnalyst) {
  const auto assumed = assumptions(with_lunch_clubs(), {}, two_rows());
  ASSERT_EQ(assumed.size(), 1u);
  EXPECT_EQ(assumed.front().what, "effect of a meal, in scenario 'half'");
}

}  // namespace
}  // namespace commonweal::analysis
