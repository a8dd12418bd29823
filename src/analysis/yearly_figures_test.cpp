// SPDX-License-Identifier: Apache-2.0
#include "analysis/yearly_figures.h"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

const ensemble::Ensemble& made() {
  static const ensemble::Ensemble ensemble = fabricated::one_future(
      {2012}, {{"spend", "care", {1, 2, 3}}, {"spend", "roads", {10, 20, 30}}, {"gap", "", {7, 8, 9}}});
  return ensemble;
}

YearlyFigures figures() {
  return {made(), made().futures.front()};
}

TEST(YearlyFigures, KnowTheirYears) {
  EXPECT_EQ(figures().first().text(), "2012-13");
  EXPECT_EQ(figures().last().text(), "2014-15");
  EXPECT_EQ(figures().years(), 3u);
}

TEST(YearlyFigures, TotalOverElementsOrTakeTheScalar) {
  EXPECT_EQ(figures().total("spend"), (std::vector<double>{11, 22, 33}));
  EXPECT_EQ(figures().total("gap"), (std::vector<double>{7, 8, 9}));
}

TEST(YearlyFigures, AreUnknownInEveryYearWhereNothingWasKept) {
  for (const auto& series : {figures().of("spend", "culture"), figures().of("funding"), figures().total("funding")}) {
    ASSERT_EQ(series.size(), 3u);
    for (const double value : series) EXPECT_TRUE(std::isnan(value));
  }
}

}  // namespace
}  // namespace commonweal::analysis
