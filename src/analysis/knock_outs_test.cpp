// SPDX-License-Identifier: Apache-2.0
#include "analysis/knock_outs.h"

#include <gtest/gtest.h>

#include "analysis/fabricated_draws.h"

namespace commonweal::analysis {
namespace {

using fabricated::town;
using fabricated::Town;

/// "Calm" with two loops; "Steep" is Calm with one of them cut.
Town town_of_two_loops() {
  Town made = town();
  made.study.scenarios[study::ScenarioId(0)].settings = {{"loop R6 neglect", "", 1, {}},
                                                         {"loop B6 rationing", "", 1, {}}};
  made.study.scenarios[study::ScenarioId(1)].settings = {{"loop R6 neglect", "", 0, {}},
                                                         {"loop B6 rationing", "", 1, {}}};
  return made;
}

study::Scenario& steep(Town& made) {
  return made.study.scenarios[study::ScenarioId(1)];
}

std::optional<std::string> cut_in_steep(Town& made) {
  return loop_cut_in(steep(made), made.study.scenarios[study::ScenarioId(0)]);
}

TEST(KnockOuts, AScenarioCutsALoopWhereNothingElseDiffers) {
  Town made = town_of_two_loops();
  EXPECT_EQ(cut_in_steep(made), "R6 neglect");

  steep(made).settings[1].value = 0;  // two loops
  EXPECT_FALSE(cut_in_steep(made));

  made = town_of_two_loops();
  steep(made).settings.push_back({"fee", "", 1, {}});  // something else too
  EXPECT_FALSE(cut_in_steep(made));

  made = town_of_two_loops();
  steep(made).settings[0].value = 0.5;  // not cut
  EXPECT_FALSE(cut_in_steep(made));

  made = town_of_two_loops();
  for (study::Scenario& scenario : made.study.scenarios) scenario.settings[0].variable = "fee";  // no loop
  EXPECT_FALSE(cut_in_steep(made));

  made = town_of_two_loops();
  steep(made).place = "elsewhere";
  EXPECT_FALSE(cut_in_steep(made));
}

TEST(KnockOuts, ALoopAddsWhatIsMissedWithoutItTurned) {
  Town made = town_of_two_loops();
  const std::vector<KnockOut> all = knock_outs(made.draws, made.ensemble, made.study, {0});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].loop, "R6 neglect");
  EXPECT_EQ(all[0].scenario_id, "steep");
  EXPECT_EQ(all[0].with, "Calm");
  EXPECT_EQ(all[0].futures, 100);
  const LoopEffect& gap = all[0].effects.at(0);
  EXPECT_EQ(gap.variable, "gap before action");
  EXPECT_EQ(gap.central, (std::vector<double>{0, -40}));
  // Without it the gap of the last year is 0 to 99 higher, evenly: with it 0 to 99 lower.
  EXPECT_NEAR(gap.quantiles[0][1].value, -89.1, 1);
  EXPECT_NEAR(gap.quantiles[2][1].value, -49.5, 1);
  EXPECT_NEAR(gap.quantiles[4][1].value, -9.9, 1);
  EXPECT_EQ(gap.quantiles[2][0].value, 0);
  EXPECT_NEAR(gap.lowers.value, 0.99, 1e-9);  // in the first future it does nothing
  EXPECT_NEAR(gap.raises.value, 0, 1e-9);
}

TEST(KnockOuts, ThereAreNoneWhereNoScenarioCutsALoop) {
  const Town made = town();
  EXPECT_TRUE(knock_outs(made.draws, made.ensemble, made.study, {0}).empty());
}

}  // namespace
}  // namespace commonweal::analysis
