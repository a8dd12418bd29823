// SPDX-License-Identifier: Apache-2.0
#include "analysis/national.h"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::published;

place::Place nation() {
  place::Place made = fabricated::place("nation", "Nation");
  made.context_name = "Kingdom";
  made.sources = {fabricated::source("budget", "Budget"), fabricated::source("forecast", "Forecast")};
  made.context = {published("total managed expenditure", 2010, 700, "GBP billion", "budget"),
                  published("total managed expenditure", 2011, 710, "GBP billion", "budget"),
                  published("public sector current receipts", 2010, 550, "GBP billion", "budget"),
                  published("public sector net borrowing", 2010, 150, "GBP billion", "budget"),
                  published("borrowing forecast march 2012", 2012, 92, "GBP billion", "forecast"),
                  published("projected share aged 65 and over", 2030, 0.2, "1", "other")};
  return made;
}

TEST(NationalFinances, SpanTheYearsOfAllFourSeriesWithGapsWhereOneHasNoFigure) {
  Bibliography bibliography;
  base::Diagnostics diagnostics;
  const auto found = national_finances({fabricated::place("town", "Town"), nation()}, bibliography, diagnostics);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->place, "Kingdom");
  EXPECT_EQ(found->first.text(), "2010-11");
  ASSERT_EQ(found->spending.size(), 3u);
  EXPECT_EQ(found->spending[0], 700);
  EXPECT_EQ(found->spending[1], 710);
  EXPECT_TRUE(std::isnan(found->spending[2]));
  EXPECT_EQ(found->receipts[0], 550);
  EXPECT_EQ(found->borrowing_outturn[0], 150);
  EXPECT_TRUE(std::isnan(found->borrowing_forecast_2012[1]));
  EXPECT_EQ(found->borrowing_forecast_2012[2], 92);
  EXPECT_EQ(found->cites, (std::vector<int>{1, 2}));
  EXPECT_EQ(diagnostics.render(), "");
}

TEST(NationalFinances, AreNoneWithoutContext) {
  Bibliography bibliography;
  base::Diagnostics diagnostics;
  EXPECT_FALSE(national_finances({fabricated::place("town", "Town")}, bibliography, diagnostics));
}

TEST(NationalFinances, RefuseAnotherUnit) {
  place::Place made = nation();
  made.context[1].unit = "GBP million";
  Bibliography bibliography;
  base::Diagnostics diagnostics;
  const auto found = national_finances({made}, bibliography, diagnostics);
  EXPECT_EQ(
      diagnostics.render(),
      "series.csv:2: error: 'total managed expenditure' of 2011-12 is in 'GBP million', but the nation's finances "
      "are in GBP billion [wrong-context-unit]\n"
      "    2 |\n"
      "      = convert the figure to GBP billion\n");
  ASSERT_TRUE(found);
  EXPECT_TRUE(std::isnan(found->spending[1]));
}

}  // namespace
}  // namespace commonweal::analysis
