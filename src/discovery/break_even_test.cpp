// SPDX-License-Identifier: Apache-2.0
#include "discovery/break_even.h"

#include <gtest/gtest.h>

namespace commonweal::discovery {
namespace {

TEST(Turns, AreFoundInEitherDirectionAndNotWhereNothingTurns) {
  const Judge judge = [](const std::vector<Trial>& trials) {
    std::vector<std::optional<bool>> judged;
    for (const Trial& trial : trials) {
      if (trial.input == 0) judged.emplace_back(trial.at > 0.3);
      if (trial.input == 1) judged.emplace_back(trial.at < 0.75);
      if (trial.input == 2) judged.emplace_back(false);
      if (trial.input == 3) judged.emplace_back(std::nullopt);
      if (trial.input == 4) judged.emplace_back(trial.at > 0.4 && trial.at < 0.6);  // twice
    }
    return judged;
  };
  const std::vector<Turn> found = turns(5, judge);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].input, 0U);
  EXPECT_NEAR(found[0].at, 0.3, 1e-4);
  EXPECT_TRUE(found[0].is_wanted_above);
  EXPECT_EQ(found[1].input, 1U);
  EXPECT_NEAR(found[1].at, 0.75, 1e-4);
  EXPECT_FALSE(found[1].is_wanted_above);
}

}  // namespace
}  // namespace commonweal::discovery
