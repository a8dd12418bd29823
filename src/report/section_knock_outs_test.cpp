// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/knock_out_tables.h"
#include "report/sections.h"

namespace commonweal::report {
namespace {

using analysis::KnockOut;
using analysis::LoopEffect;

/// An effect on a figure that grows from nought to `median` in the second year, give or take 10.
LoopEffect effect(const std::string& variable, const std::string& unit, double median) {
  LoopEffect made;
  made.variable = variable;
  made.unit = unit;
  made.first = {2012};
  for (const double off : {-10.0, -5.0, 0.0, 5.0, 10.0}) made.quantiles.push_back({{0, 0}, {median + off, 0.2}});
  made.central = {0, median};
  made.raises = {median > 0 ? 1.0 : 0, 0};
  made.lowers = {median < 0 ? 1.0 : 0, 0};
  return made;
}

KnockOut knock_out(const std::string& loop, double gap, double people) {
  return {loop,
          "without",
          "Nobody minds.",
          "Everything done",
          500,
          {effect("gap before action", "GBP million", gap), effect("total unmet need", "person", people)}};
}

analysis::Findings three_loops() {
  analysis::Findings findings;
  findings.uncertainty.knock_outs = {knock_out("B7 capacity", 0, 0), knock_out("R6 neglect", 85, 7128),
                                     knock_out("B6 rationing", -70, 4559)};
  return findings;
}

TEST(KnockOutsSection, SaysWhichLoopsMoveTheGapAndPeopleMost) {
  const std::string text = knock_outs_section(three_loops()).text();
  for (const char* words :
       {"What each loop adds", "the same 500 futures", "R6 neglect widens the gap most, B6 rationing narrows it most",
        "R6 neglect makes it £85.0 million higher in the middle of all futures, and higher in all of 500 futures. "
        "Without it: Nobody minds.",
        "B6 rationing makes it £70.0 million lower", "R6 neglect raises the total unmet need most; no loop lowers it",
        "7,128.0 people higher", "id=\"loop-by-year-b6-rationing\""}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(text.find("id=\"loop-by-year-b7-capacity\""), std::string::npos);
}

TEST(KnockOutsSection, IsNoneWhereNoLoopWasCut) {
  EXPECT_TRUE(knock_outs_section({}).empty());
  EXPECT_TRUE(knock_out_tables({}).empty());
}

TEST(KnockOutTables, HaveTheStrongestFirstAndEveryYear) {
  const std::vector<KnockOut> loops = three_loops().uncertainty.knock_outs;
  const std::vector<Table> tables = knock_out_tables(loops);
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(std::get<std::string>(tables[0].rows[0][0]), "R6 neglect");
  EXPECT_EQ(std::get<std::string>(tables[0].rows[1][0]), "B6 rationing");
  EXPECT_EQ(std::get<double>(tables[0].rows[1][1]), -80);  // 1 of 10 below
  EXPECT_EQ(std::get<double>(tables[0].rows[1][5]), 100);  // lowers it in all futures
  EXPECT_EQ(tables[2].rows.size(), 3U * 2U * 2U);          // loops, figures, years
}

}  // namespace
}  // namespace commonweal::report
