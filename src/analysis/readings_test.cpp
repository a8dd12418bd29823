// SPDX-License-Identifier: Apache-2.0
#include "analysis/readings.h"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

study::Study some_study() {
  study::Study study;
  study.scenarios.add(fabricated::scenario("flat", "Flat", "town"));
  study.scenarios.add(fabricated::scenario("settled", "Settled", "town"));
  study.readings.of = "the rule";
  study.readings.ways = {{"one", "First.", {}, {}}, {"other", "", {}, {}}};
  return study;
}

ensemble::Ensemble spent(std::vector<double> care, std::vector<double> roads) {
  return fabricated::one_future({2012}, {{"spend", "adult social care older", std::move(care)},
                                         {"spend", "highways and transport", std::move(roads)},
                                         {"gap before action", "", {0, 5}}});
}

TEST(Readings, TellCaresShareOfWhatWasSpentUnderEach) {
  const ReadingFindings found = readings({spent({60, 60}, {40, 20}), spent({60, 0}, {40, 0})}, some_study());
  EXPECT_EQ(found.of, "the rule");
  ASSERT_EQ(found.scenarios.size(), 1U);  // the second scenario was not run again
  const ReadScenario& flat = found.scenarios.front();
  EXPECT_EQ(flat.id, "flat");
  ASSERT_EQ(flat.outcomes.size(), 2U);
  EXPECT_EQ(flat.outcomes[0].reading, "one");
  EXPECT_DOUBLE_EQ(flat.outcomes[0].care_share[0], 0.6);
  EXPECT_DOUBLE_EQ(flat.outcomes[0].care_share[1], 0.75);
  EXPECT_DOUBLE_EQ(flat.outcomes[0].other_services[1], 20);
  EXPECT_DOUBLE_EQ(flat.outcomes[0].gap_before_action[1], 5);
  EXPECT_TRUE(std::isnan(flat.outcomes[1].care_share[1]));
}

TEST(Readings, OfAScenarioThatCouldNotBeRunUnderOneOfThemAreLeftOut) {
  EXPECT_TRUE(readings({spent({60, 60}, {40, 20}), ensemble::Ensemble()}, some_study()).scenarios.empty());
}

TEST(Readings, AreNoneWhereNothingWasAsked) {
  const ReadingFindings found = readings({}, study::Study());
  EXPECT_TRUE(found.of.empty());
  EXPECT_TRUE(found.scenarios.empty());
}

}  // namespace
}  // namespace commonweal::analysis
