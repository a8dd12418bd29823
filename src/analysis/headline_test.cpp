// SPDX-License-Identifier: Apache-2.0
#include "analysis/headline.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"
#include "analysis/graph_of_doom.h"

namespace commonweal::analysis {
namespace {

Headline::Outcome outcome(const std::string& name, std::optional<Crossing> takes_all) {
  Headline::Outcome made;
  made.scenario_name = name;
  made.takes_all = takes_all;
  made.last = {2041};
  return made;
}

TEST(HeadlineSentence, SaysWhenCareTakesAllInEachScenario) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.6526;
  headline.outcomes = {outcome("Flat in real terms", Crossing{24.2, {2036}}),
                       outcome("Flat in cash", Crossing{0, {2012}}), outcome("Doubled", std::nullopt)};
  EXPECT_EQ(headline_sentence(headline),
            "In Town in 2012-13, 65.3% of the money spent on services went on care. In the scenario 'Flat in real "
            "terms' care needs all of the money for services in 2036-37; in 'Flat in cash' it does so already in "
            "2012-13; in 'Doubled' it does not by 2041-42.");
}

TEST(HeadlineSentence, NamesTwoScenariosAndTellsOfManyOthersTogether) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.6526;
  headline.outcomes = {outcome("A", Crossing{24, {2036}}), outcome("B", Crossing{11, {2023}}),
                       outcome("C", Crossing{30, {2042}}), outcome("D", Crossing{8, {2020}})};
  const std::string begin =
      "In Town in 2012-13, 65.3% of the money spent on services went on care. In the scenario 'A' care needs all of "
      "the money for services in 2036-37; in 'B' it does so in 2023-24. ";
  EXPECT_EQ(headline_sentence(headline), begin + "In the other 2 scenarios it does so between 2020-21 and 2042-43.");
  headline.outcomes.push_back(outcome("E", std::nullopt));
  EXPECT_EQ(headline_sentence(headline),
            begin + "In the other 3 scenarios it does so between 2020-21 and 2042-43, or not by 2041-42.");
  headline.outcomes.erase(headline.outcomes.begin() + 2);
  EXPECT_EQ(headline_sentence(headline), begin + "In the other 2 scenarios it does so in 2020-21, or not by 2041-42.");
}

TEST(HeadlineSentence, CanBeginWithAScenarioInWhichCareDoesNotTakeAll) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.5;
  headline.outcomes = {outcome("A", std::nullopt), outcome("B", Crossing{11, {2023}})};
  EXPECT_EQ(headline_sentence(headline),
            "In Town in 2012-13, 50.0% of the money spent on services went on care. In the scenario 'A' care does not "
            "need all of the money for services by 2041-42; in 'B' it does so in 2023-24.");
}

TEST(HeadlineSentence, OfABaseYearAloneTellsOfNoFuture) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.5;
  EXPECT_EQ(headline_sentence(headline), "In Town in 2012-13, 50.0% of the money spent on services went on care.");
}

TEST(Headline, TakesTheBaseYearFromTheFirstRunAndAnOutcomeFromEach) {
  const study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  const place::Place town = fabricated::place("town", "Town");
  const ensemble::Ensemble ensemble =
      fabricated::one_future({2012}, {{"spend", "children social care", {60, 90}},
                                      {"spend", "highways and transport", {40, 0}},
                                      {"required spend", "children social care", {60, 110}},
                                      {"money for services", "", {100, 100}},
                                      {"gap before action", "", {0, 50}}});
  const ScenarioRun run{scenario, town, YearlyFigures(ensemble, ensemble.futures.front()), {}};
  const Headline found = headline({run}, {graph_of_doom(run)}, {gap(run)});
  EXPECT_EQ(found.place, "Town");
  EXPECT_EQ(found.base_year, "2012-13");
  EXPECT_EQ(found.care_spend, 60);
  EXPECT_EQ(found.service_spend, 100);
  EXPECT_DOUBLE_EQ(found.care_share, 0.6);
  ASSERT_EQ(found.outcomes.size(), 1u);
  EXPECT_EQ(found.outcomes[0].scenario_id, "flat");
  EXPECT_EQ(found.outcomes[0].scenario_name, "Funding flat");
  EXPECT_EQ(found.outcomes[0].final_gap, 50);
  EXPECT_EQ(found.outcomes[0].last.text(), "2013-14");
  ASSERT_TRUE(found.outcomes[0].restricts && found.outcomes[0].takes_all);
  EXPECT_DOUBLE_EQ(found.outcomes[0].restricts->years_from_base, 0.3);
  EXPECT_DOUBLE_EQ(found.outcomes[0].takes_all->years_from_base, 0.8);
  EXPECT_EQ(found.sentence, headline_sentence(found));
}

}  // namespace
}  // namespace commonweal::analysis
