// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "ensemble/ensemble.h"

namespace commonweal::ensemble {
namespace {

// Two scenarios, the second one year longer, of two kept variables.
Ensemble two_futures() {
  return {.outputs = {{"required spend", "care", "GBP million", Accumulation::sum},
                      {"required spend", "roads", "GBP million", Accumulation::sum},
                      {"reserves", "", "GBP million", Accumulation::closing}},
          .futures = {{study::ScenarioId(0), {2012}, 2, {1, 2, 3, 4, 5, 6}},
                      {study::ScenarioId(1), {2012}, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9}}}};
}

TEST(Futures, AreFoundByTheirScenario) {
  const Ensemble ensemble = two_futures();
  EXPECT_EQ(&ensemble.of(study::ScenarioId(0)), &ensemble.futures[0]);
  EXPECT_EQ(&ensemble.of(study::ScenarioId(1)), &ensemble.futures[1]);
}

TEST(Futures, GiveTheFiguresOfOneElementForAsManyYearsAsTheyRan) {
  const Ensemble ensemble = two_futures();
  EXPECT_EQ(ensemble.series(ensemble.futures[0], "required spend", "roads"), (std::vector<double>{3, 4}));
  EXPECT_EQ(ensemble.series(ensemble.futures[1], "required spend", "roads"), (std::vector<double>{4, 5, 6}));
  EXPECT_EQ(ensemble.series(ensemble.futures[1], "reserves"), (std::vector<double>{7, 8, 9}));
}

TEST(Futures, GiveNothingForAVariableOrElementThatWasNotKept) {
  const Ensemble ensemble = two_futures();
  EXPECT_TRUE(ensemble.series(ensemble.futures[0], "spend").empty());
  EXPECT_TRUE(ensemble.series(ensemble.futures[0], "required spend").empty());
  EXPECT_TRUE(ensemble.series(ensemble.futures[0], "reserves", "care").empty());
}

TEST(Futures, NameTheElementsKeptInTheirOrder) {
  const Ensemble ensemble = two_futures();
  EXPECT_EQ(ensemble.elements("required spend"), (std::vector<std::string>{"care", "roads"}));
  EXPECT_EQ(ensemble.elements("reserves"), std::vector<std::string>{""});
  EXPECT_TRUE(ensemble.elements("spend").empty());
}

}  // namespace
}  // namespace commonweal::ensemble
