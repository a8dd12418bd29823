// SPDX-License-Identifier: Apache-2.0
#include "analysis/uncertainty.h"

#include <gtest/gtest.h>

#include "analysis/fabricated_draws.h"

namespace commonweal::analysis {
namespace {

Uncertainty uncertainty_of(const fabricated::Town& town) {
  return uncertainty(town.draws, town.design, town.ensemble, town.study, town.places);
}

TEST(Uncertainty, is_empty_where_nothing_was_drawn) {
  fabricated::Town town = fabricated::town();
  town.draws = {};
  EXPECT_TRUE(uncertainty_of(town).empty());
}

TEST(Uncertainty, has_the_bands_of_every_scenario_with_the_run_at_the_centre_beside_them) {
  const Uncertainty seen = uncertainty_of(fabricated::town());
  ASSERT_EQ(seen.fans.size(), 2U);
  const Fan& calm = seen.fans.front();
  EXPECT_EQ(calm.scenario_name, "Calm");
  EXPECT_EQ(calm.place, "Town");
  EXPECT_NEAR(calm.quantiles[0][1].value, 9.9, 1e-9);
  EXPECT_NEAR(calm.quantiles[2][1].value, 49.5, 1e-9);
  EXPECT_NEAR(calm.quantiles[4][1].value, 89.1, 1e-9);
  EXPECT_GT(calm.quantiles[2][1].error, 0);
  EXPECT_EQ(calm.central, (std::vector<double>{0, 40}));
  EXPECT_EQ(seen.fan("steep", "gap before action"), &seen.fans[1]);
  EXPECT_EQ(seen.fan("steep", "nothing"), nullptr);
}

TEST(Uncertainty, shows_real_futures_the_most_typical_first) {
  const Uncertainty seen = uncertainty_of(fabricated::town());
  const std::vector<Fan::Path>& paths = seen.fans.front().paths;
  ASSERT_EQ(paths.size(), 4U);
  EXPECT_EQ(paths[0].name, "the most typical future");
  EXPECT_NEAR(static_cast<double>(paths[0].draw), 31.5, 1);  // the middle of the first 64
  EXPECT_EQ(paths[0].values, fabricated::gap_of(paths[0].draw, 1));
  EXPECT_EQ(paths[3].name, "an extreme future");
}

TEST(Uncertainty, tells_the_odds_of_events_and_when_they_become_likelier_than_not) {
  const Uncertainty seen = uncertainty_of(fabricated::town());
  ASSERT_EQ(seen.events.size(), 2U);
  EXPECT_NEAR(seen.events[0].by_year[1].value, 0.5, 1e-9);
  EXPECT_FALSE(seen.events[0].likelier_than_not);
  EXPECT_NEAR(seen.events[1].by_year[1].value, 0.75, 1e-9);
  ASSERT_TRUE(seen.events[1].likelier_than_not);
  EXPECT_EQ(seen.events[1].likelier_than_not->text(), "2013-14");
  EXPECT_NEAR(seen.events[1].never.value, 0.25, 1e-9);
}

TEST(Uncertainty, pairs_scenarios_future_by_future) {
  const Uncertainty seen = uncertainty_of(fabricated::town());
  ASSERT_EQ(seen.differences.size(), 1U);
  EXPECT_EQ(seen.differences[0].than, "Calm");
  EXPECT_NEAR(seen.differences[0].median.value, 49.5, 1e-9);
  EXPECT_NEAR(seen.differences[0].higher.value, 0.99, 1e-9);  // the future 0 has no gap in either
}

TEST(Uncertainty, says_so_in_plain_words_with_no_digit_that_it_does_not_know) {
  EXPECT_EQ(uncertainty_of(fabricated::town()).sentences,
            (std::vector<std::string>{
                "Calm: in 8 of 10 futures the gap before action in 2013-14 lies between £10 million and £89 million.",
                "Calm: a gap (gap before action above 49.5), by 2013-14 in about 5 of 10 futures.",
                "Steep against Calm: the gap before action in 2013-14 is higher in more than 9 of 10 futures, by a "
                "median of £49.5 million."}));
}

TEST(Uncertainty, tells_what_failed_futures_have_in_common) {
  fabricated::Town town = fabricated::town();
  town.draws.clouds[0].failures = 3;
  town.draws.clouds[0].failed = {{1, "'share' divides by zero in 2013-14"}, {2, "'share' divides by zero in 2013-14"}};
  const Uncertainty seen = uncertainty_of(town);
  ASSERT_EQ(seen.failures.size(), 1U);
  EXPECT_EQ(seen.failures[0].failures, 3U);
  EXPECT_EQ(seen.failures[0].faults, std::vector<std::string>{"'share' divides by zero in 2013-14"});
  EXPECT_TRUE(seen.failures[0].causes.empty());
}

}  // namespace
}  // namespace commonweal::analysis
