// SPDX-License-Identifier: Apache-2.0
#include "ensemble/known_runs.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ensemble/drawn_test.h"
#include "ensemble/run.h"

namespace commonweal::ensemble {
namespace {

/// Every figure of every scenario, in order.
std::vector<std::pair<std::size_t, std::vector<double>>> figures(const Ensemble& ensemble) {
  std::vector<std::pair<std::size_t, std::vector<double>>> all;
  for (const Future& future : ensemble.futures) all.emplace_back(future.scenario.index, future.values);
  return all;
}

program::Inputs::Setting& interest_of(DrawnStudy& debt, std::size_t run) {
  const std::uint32_t slot = debt.program.find("interest")->first_slot;
  auto& settings = debt.runs.runs[run].inputs.settings;
  return *std::ranges::find(settings, slot, &program::Inputs::Setting::slot);
}

TEST(KnownRuns, GiveWhatRunGivesWhateverWasAskedBefore) {
  DrawnStudy debt;
  KnownRuns known;
  const auto as_run_gives = [&] { return figures(run(debt.program, debt.runs, debt.diagnostics)); };
  const auto as_known = [&] { return figures(known.run(debt.program, debt.runs, debt.diagnostics)); };
  const auto at_first = as_run_gives();
  EXPECT_EQ(as_known(), at_first);
  interest_of(debt, 1).value = 0.2;
  ASSERT_NE(as_run_gives(), at_first);
  EXPECT_EQ(as_known(), as_run_gives());
  debt.runs.outputs = {"debt", "burden"};
  EXPECT_EQ(as_known(), as_run_gives());
  std::swap(debt.runs.runs[0].inputs, debt.runs.runs[1].inputs);  // what is known, of other scenarios
  EXPECT_EQ(as_known(), as_run_gives());
}

TEST(KnownRuns, AFaultIsSaidEachTime) {
  DrawnStudy debt;
  KnownRuns known;
  debt.runs.runs[1].inputs.settings.push_back({debt.program.find("spend")->first_slot, 5});  // burden divides by 0
  for (int time = 0; time < 2; ++time) {
    base::Diagnostics diagnostics;
    EXPECT_EQ(known.run(debt.program, debt.runs, diagnostics).futures.size(), 3U);
    EXPECT_EQ(diagnostics.error_count(), 1U) << diagnostics.render();
  }
}

}  // namespace
}  // namespace commonweal::ensemble
