// SPDX-License-Identifier: Apache-2.0
#include "analysis/headline.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"
#include "analysis/graph_of_doom.h"

namespace commonweal::analysis {
namespace {

Headline::Outcome outcome(const std::string& clause, std::optional<Crossing> takes_all) {
  Headline::Outcome made;
  made.scenario_name = "Some scenario";
  made.clause = clause;
  made.takes_all = takes_all;
  made.last = {2046};
  return made;
}

Headline::Outcome with_range(Headline::Outcome outcome, std::optional<Crossing> earliest,
                             std::optional<Crossing> latest) {
  outcome.takes_all_range = {earliest, latest, {"Low", "High"}};
  return outcome;
}

// What is said after the first sentence.
std::string future_of(const std::vector<Headline::Outcome>& outcomes) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.6526;
  headline.outcomes = outcomes;
  const std::string sentence = headline_sentence(headline);
  const std::string begin = "In Town in 2012-13, 65.3% of the money spent on services went on care. ";
  return sentence.starts_with(begin) ? sentence.substr(begin.size()) : sentence;
}

const Crossing in_2023{10.5, {2023}}, in_2036{24.2, {2036}}, at_once{0, {2012}};
const std::optional<Crossing> never;

TEST(HeadlineSentence, SaysWhenCareTakesAllAndInWhatRange) {
  EXPECT_EQ(
      future_of({with_range(outcome("money keeps up with prices", in_2036), in_2023, never),
                 with_range(outcome("money stays flat in cash", in_2023), Crossing{7, {2019}}, in_2036)}),
      "If money keeps up with prices, care needs all the money for services by 2036-37 (as early as 2023-24, or "
      "not by 2046-47); if money stays flat in cash, by 2023-24 (2019-20 at the earliest, 2036-37 at the latest).");
}

TEST(HeadlineSentence, TellsOfTheFirstTwoScenariosAlone) {
  EXPECT_EQ(future_of({outcome("it rains", in_2036), outcome("it snows", in_2023), outcome("it hails", at_once)}),
            "If it rains, care needs all the money for services by 2036-37; if it snows, by 2023-24.");
}

TEST(HeadlineSentence, SaysWhereCareDoesNotTakeAllOrAlreadyDoes) {
  EXPECT_EQ(future_of({with_range(outcome("it rains", never), in_2036, never), outcome("it snows", at_once)}),
            "If it rains, care does not need all the money for services by 2046-47 (2036-37 at the earliest); "
            "if it snows, already in 2012-13.");
  EXPECT_EQ(future_of({outcome("it rains", at_once), outcome("it snows", never)}),
            "If it rains, care needs all the money for services already in 2012-13; if it snows, not by 2046-47.");
}

TEST(HeadlineSentence, LeavesOutARangeOfASingleYearOrOfNone) {
  EXPECT_EQ(future_of({with_range(outcome("it rains", in_2036), in_2036, in_2036)}),
            "If it rains, care needs all the money for services by 2036-37.");
  EXPECT_EQ(future_of({with_range(outcome("it rains", never), never, never),
                       with_range(outcome("it snows", in_2036), in_2023, in_2036)}),
            "If it rains, care does not need all the money for services by 2046-47; if it snows, by 2036-37 "
            "(2023-24 at the earliest, 2036-37 at the latest).");
}

TEST(HeadlineSentence, LeavesOutAScenarioWithoutAClause) {
  EXPECT_EQ(
      future_of({outcome("", at_once), outcome("it rains", in_2036), outcome("", never), outcome("it snows", never)}),
      "If it rains, care needs all the money for services by 2036-37; if it snows, not by 2046-47.");
  Headline headline;
  headline.outcomes = {outcome("", in_2036)};
  EXPECT_EQ(headline_sentence(headline).find("all the money"), std::string::npos);
}

TEST(HeadlineSentence, OfABaseYearAloneTellsOfNoFuture) {
  Headline headline;
  headline.place = "Town";
  headline.base_year = "2012-13";
  headline.care_share = 0.5;
  EXPECT_EQ(headline_sentence(headline), "In Town in 2012-13, 50.0% of the money spent on services went on care.");
}

TEST(Headline, TakesTheBaseYearFromTheFirstRunAndAnOutcomeFromEach) {
  study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  scenario.clause = "funding stays flat";
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
  EXPECT_EQ(found.outcomes[0].clause, "funding stays flat");
  EXPECT_EQ(found.outcomes[0].final_gap, 50);
  EXPECT_EQ(found.outcomes[0].final_gap_low, 50);
  EXPECT_EQ(found.outcomes[0].final_gap_high, 50);
  EXPECT_EQ(found.outcomes[0].last.text(), "2013-14");
  ASSERT_TRUE(found.outcomes[0].restricts && found.outcomes[0].takes_all);
  EXPECT_DOUBLE_EQ(found.outcomes[0].restricts->years_from_base, 0.3);
  EXPECT_DOUBLE_EQ(found.outcomes[0].takes_all->years_from_base, 0.8);
  EXPECT_EQ(found.sentence, headline_sentence(found));
}

}  // namespace
}  // namespace commonweal::analysis
