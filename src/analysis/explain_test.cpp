// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"
#include "analysis/vocabulary.h"

namespace commonweal::analysis {
namespace {

using fabricated::Kept;

// Two years of a model that speaks the whole vocabulary; care goes from 50 to `care` of 100.
ensemble::Ensemble future(double care) {
  std::vector<Kept> kept;
  for (const std::string& name : needed_variables()) {
    const bool by_service = name.ends_with("index") || name == "spend" || name == "reference service level";
    if (name != vocabulary::required_spend && name != vocabulary::money_for_services) {
      kept.push_back({name, by_service ? "children social care" : "", {1, 1}});
    }
  }
  kept.push_back({"required spend", "children social care", {50, care}});
  kept.push_back({"money for services", "", {100, 100}});
  for (Kept& one : kept) {
    if (one.variable == vocabulary::price_index) one.values = {1, care / 50};
  }
  return fabricated::one_future({2012}, kept);
}

// A study of a town, with a nation for context whose scenario comes first in the file.
struct Explained {
  study::Study study;
  std::vector<place::Place> places{fabricated::place("town", "Town"), fabricated::place("nation", "Nation")};
  evidence::Register evidence;
  std::vector<study::Target> targets;
  ensemble::Ensemble ensemble = future(90);
  base::Diagnostics diagnostics;

  Explained() {
    study.id = "town-2012";
    study.title = "The town's money";
    study.scope.question = "When does care take all?";
    study.model = "model.mdl";
    study.scenarios.add(fabricated::scenario("national", "As in the nation", "nation"));
    study.scenarios.add(fabricated::scenario("flat", "Funding flat", "town"));
    study.scenarios.add(fabricated::scenario("steep", "Care steep", "town"));
    fabricated::add_future(ensemble, future(80));
    fabricated::add_future(ensemble, future(110));
    places[0].limits = {"Schools are left out.", "Fees are netted."};
    places[1].limits = {"Fees are netted.", "Scotland is left out."};
  }

  Findings findings() { return explain(ensemble, study, places, evidence, targets, diagnostics); }
};

std::vector<std::string> scenario_ids(const auto& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.scenario_id);
  return ids;
}

TEST(Explain, TellsOfTheStudysOwnPlaceFirst) {
  Explained made;
  const Findings findings = made.findings();
  const std::vector<std::string> own_first{"flat", "steep", "national"};
  EXPECT_EQ(scenario_ids(findings.graphs), own_first);
  EXPECT_EQ(scenario_ids(findings.gaps), own_first);
  EXPECT_EQ(scenario_ids(findings.drivers), own_first);
  EXPECT_EQ(scenario_ids(findings.share_drivers), (std::vector<std::string>{"flat", "steep"}));
  EXPECT_DOUBLE_EQ(findings.share_drivers[1].price, 0.6);
  EXPECT_EQ(findings.graphs[2].place, "Nation");
  EXPECT_EQ(findings.graphs[0].services[0].values[1], 80);
  EXPECT_EQ(findings.graphs[2].services[0].values[1], 90);
  EXPECT_EQ(scenario_ids(findings.headline.outcomes), (std::vector<std::string>{"flat", "steep"}));
  EXPECT_EQ(made.diagnostics.render(), "");
}

TEST(Explain, ShowsABoundAsTheRangeOfItsScenario) {
  Explained made;
  study::Scenario& steep = made.study.scenarios[study::ScenarioId(2)];
  steep.bound_of = "flat";
  study::Target target;
  target.scenario = "steep";
  target.variable = "required spend";
  target.year = base::FinancialYear{2013};
  made.targets = {target};
  const Findings findings = made.findings();

  const std::vector<std::string> without_bound{"flat", "national"};
  EXPECT_EQ(scenario_ids(findings.graphs), without_bound);
  EXPECT_EQ(scenario_ids(findings.gaps), without_bound);
  EXPECT_EQ(scenario_ids(findings.drivers), without_bound);
  EXPECT_EQ(scenario_ids(findings.share_drivers), std::vector<std::string>{"flat"});
  ASSERT_EQ(scenario_ids(findings.headline.outcomes), std::vector<std::string>{"flat"});
  EXPECT_EQ(findings.graphs[0].care_share_low, (std::vector<double>{0.5, 0.8}));
  EXPECT_EQ(findings.graphs[0].care_share_high, (std::vector<double>{0.5, 1.1}));
  EXPECT_EQ(findings.gaps[0].before_action_high, (std::vector<double>{1, 1}));
  EXPECT_TRUE(findings.graphs[1].care_share_high.empty());
  const CrossingRange& range = findings.headline.outcomes[0].takes_all_range;
  EXPECT_EQ(range.scenario_names, std::vector<std::string>{"Care steep"});
  ASSERT_TRUE(range.earliest);
  EXPECT_EQ(range.earliest->year.text(), "2013-14");
  EXPECT_FALSE(range.latest);
  ASSERT_EQ(findings.reconciliation.size(), 1u);
  EXPECT_EQ(findings.reconciliation[0].model, 110);
  EXPECT_EQ(made.diagnostics.render(), "");
}

TEST(Explain, CarriesQuestionAndLimits) {
  const Findings findings = Explained().findings();
  EXPECT_EQ(findings.study_id, "town-2012");
  EXPECT_EQ(findings.title, "The town's money");
  EXPECT_EQ(findings.question, "When does care take all?");
  EXPECT_EQ(findings.limits,
            (std::vector<std::string>{"Schools are left out.", "Fees are netted.", "Scotland is left out."}));
}

TEST(Explain, GivesThePeopleOfEachPlaceOnce) {
  const Findings findings = Explained().findings();
  ASSERT_EQ(findings.demography.size(), 2u);
  EXPECT_EQ(findings.demography[0].place, "Town");
  EXPECT_EQ(findings.demography[1].place, "Nation");
}

TEST(Explain, NumbersSourcesFromTheFirstGraphOn) {
  Explained made;
  made.places[0].sources = {fabricated::source("rs", "Revenue outturn")};
  made.places[0].observations = {fabricated::published("base spend", 2012, 50, "GBP million/year", "rs")};
  made.places[1].sources = {fabricated::source("rs", "National outturn"), fabricated::source("budget", "Budget")};
  made.places[1].observations = {fabricated::published("base spend", 2012, 50, "GBP million/year", "rs")};
  made.places[1].context = {fabricated::published("total managed expenditure", 2012, 700, "GBP billion", "budget")};
  made.evidence.entries.emplace_back();
  made.evidence.entries.front().source = "A study of growth";
  const Findings findings = made.findings();
  ASSERT_EQ(findings.sources.size(), 4u);
  EXPECT_EQ(findings.sources[0].title, "Revenue outturn");
  EXPECT_EQ(findings.sources[1].title, "National outturn");
  EXPECT_EQ(findings.sources[2].title, "A study of growth");
  EXPECT_EQ(findings.sources[3].title, "Budget");
  EXPECT_EQ(findings.graphs[0].cites, std::vector<int>{1});
  EXPECT_EQ(findings.graphs[2].cites, std::vector<int>{2});
  EXPECT_EQ(findings.drivers[0].cites, (std::vector<int>{1, 3}));
  EXPECT_EQ(findings.drivers[2].cites, (std::vector<int>{2, 3}));
  ASSERT_TRUE(findings.national);
  EXPECT_EQ(findings.national->cites, std::vector<int>{4});
}

TEST(Explain, SetsTargetsBesideTheModelAndNotAtTheChart) {
  Explained made;
  study::Target target;
  target.id = "F4.care";
  target.what = "Care";
  target.scenario = "steep";
  target.variable = "required spend";
  target.year = base::FinancialYear{2013};
  target.published = 100;
  target.role = study::Role::fitted;
  target.note = "A choice.";
  made.targets = {target};
  const Findings findings = made.findings();
  ASSERT_EQ(findings.reconciliation.size(), 1u);
  EXPECT_EQ(findings.reconciliation[0].model, 110);
  EXPECT_TRUE(findings.graphs[1].notes.empty());
  EXPECT_EQ(findings.agreement.fitted, 1);
  ASSERT_EQ(findings.agreement_by_place.size(), 1u);
  EXPECT_EQ(findings.agreement_by_place[0].place, "Town");
  EXPECT_EQ(findings.fitted_numbers.size(), 1u);
}

TEST(Explain, NamesAScenarioWhosePlaceIsNotListed) {
  Explained made;
  made.study.scenarios[study::ScenarioId(2)].place = "twon";
  made.study.scenarios[study::ScenarioId(2)].position = fabricated::at("study.toml", 9);
  EXPECT_EQ(made.findings().graphs.size(), 2u);
  EXPECT_EQ(made.diagnostics.render(),
            "study.toml:9: error: scenario 'steep' is for place 'twon', which the study does not list "
            "[unknown-place]\n"
            "    9 |\n"
            "      = did you mean 'town'?\n");
}

TEST(Explain, NamesEveryVariableThatTheModelLacks) {
  Explained made;
  made.ensemble.outputs.clear();
  made.ensemble.outputs.push_back({"spend", "", "", ensemble::Accumulation::sum});
  made.findings();
  EXPECT_EQ(made.diagnostics.error_count(), needed_variables().size() - 1);
}

}  // namespace
}  // namespace commonweal::analysis
