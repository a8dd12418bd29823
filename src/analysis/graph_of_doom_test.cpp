// SPDX-License-Identifier: Apache-2.0
#include "analysis/graph_of_doom.h"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::Kept;

struct Doomed {
  study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  place::Place place = fabricated::place("town", "Town");
  ensemble::Ensemble ensemble;

  explicit Doomed(const std::vector<Kept>& kept) : ensemble(fabricated::one_future({2012}, kept)) {}

  ScenarioRun run() const { return {scenario, place, YearlyFigures(ensemble, ensemble.futures.front()), {2}}; }
};

std::vector<std::string> names(const std::vector<YearlySeries>& series) {
  std::vector<std::string> found;
  for (const YearlySeries& one : series) found.push_back(one.name);
  return found;
}

TEST(GraphOfDoom, PutsCareFirstAndLeavesOutWhatCostsNothing) {
  const Doomed made({{"required spend", "highways and transport", {10, 10, 10}},
                     {"required spend", "public health", {0, 0, 0}},
                     {"required spend", "children social care", {20, 30, 40}},
                     {"required spend", "adult social care older", {20, 30, 60}},
                     {"money for services", "", {80, 75, 80}}});
  const GraphOfDoom graph = graph_of_doom(made.run());

  EXPECT_EQ(names(graph.services),
            (std::vector<std::string>{"children social care", "adult social care older", "highways and transport"}));
  EXPECT_EQ(graph.care_services, 2u);
  EXPECT_EQ(graph.services[1].values, (std::vector<double>{20, 30, 60}));
  EXPECT_EQ(graph.envelope, (std::vector<double>{80, 75, 80}));
  EXPECT_EQ(graph.care_share, (std::vector<double>{0.5, 0.8, 1.25}));
  ASSERT_TRUE(graph.restricts && graph.takes_all);
  EXPECT_DOUBLE_EQ(graph.restricts->years_from_base, 5.0 / 6);      // 0.75 between 0.5 and 0.8
  EXPECT_DOUBLE_EQ(graph.takes_all->years_from_base, 1 + 4.0 / 9);  // 1 between 0.8 and 1.25
  EXPECT_EQ(graph.takes_all->year.text(), "2014-15");
}

TEST(GraphOfDoom, SaysWhatItIsAbout) {
  const Doomed made({{"required spend", "central services", {1}}, {"money for services", "", {2}}});
  const GraphOfDoom graph = graph_of_doom(made.run());
  EXPECT_EQ(graph.scenario_id, "flat");
  EXPECT_EQ(graph.scenario_name, "Funding flat");
  EXPECT_EQ(graph.scenario_description, "Funding flat, in a test.");
  EXPECT_EQ(graph.place, "Town");
  EXPECT_EQ(graph.first.text(), "2012-13");
  EXPECT_EQ(graph.cites, std::vector<int>{2});
}

TEST(GraphOfDoom, KeepsAServiceThatCostsSomethingInOneYear) {
  const Doomed made({{"required spend", "public health", {0, 5}}, {"money for services", "", {80, 80}}});
  EXPECT_EQ(names(graph_of_doom(made.run()).services), std::vector<std::string>{"public health"});
}

TEST(GraphOfDoom, LetsCareTakeAllWhereThereIsNoMoneyAtAll) {
  const Doomed made({{"required spend", "children social care", {30, 30}}, {"money for services", "", {60, 0}}});
  const GraphOfDoom graph = graph_of_doom(made.run());
  EXPECT_EQ(graph.care_share[0], 0.5);
  EXPECT_TRUE(std::isnan(graph.care_share[1]));
  ASSERT_TRUE(graph.takes_all);
  EXPECT_EQ(graph.takes_all->years_from_base, 1);
}

TEST(GraphOfDoom, OfAModelThatLacksTheMoneyHasNoShareAndNoCrossing) {
  const Doomed made({{"required spend", "children social care", {30, 30}}});
  const GraphOfDoom graph = graph_of_doom(made.run());
  EXPECT_TRUE(std::isnan(graph.envelope[1]));
  EXPECT_TRUE(std::isnan(graph.care_share[1]));
  EXPECT_FALSE(graph.restricts);
}

TEST(Gap, TellsHowItWasClosedAndWhatReservesAreLeft) {
  const Doomed made({{"gap before action", "", {0, 10}},
                     {"gap closed by reserves", "", {0, 4}},
                     {"gap closed by council tax", "", {0, 3}},
                     {"gap closed by cuts", "", {0, 2}},
                     {"gap left open", "", {0, 1}},
                     {"unallocated reserves", "", {5, 3}},
                     {"earmarked reserves", "", {20, 18}}});
  const Gap found = gap(made.run());
  EXPECT_EQ(found.scenario_id, "flat");
  EXPECT_EQ(found.scenario_name, "Funding flat");
  EXPECT_EQ(found.place, "Town");
  EXPECT_EQ(found.first.text(), "2012-13");
  EXPECT_EQ(found.before_action, (std::vector<double>{0, 10}));
  EXPECT_EQ(found.from_reserves, (std::vector<double>{0, 4}));
  EXPECT_EQ(found.from_council_tax, (std::vector<double>{0, 3}));
  EXPECT_EQ(found.from_cuts, (std::vector<double>{0, 2}));
  EXPECT_EQ(found.unclosed, (std::vector<double>{0, 1}));
  EXPECT_EQ(found.reserves, (std::vector<double>{25, 21}));
  EXPECT_EQ(found.cites, std::vector<int>{2});
}

}  // namespace
}  // namespace commonweal::analysis
