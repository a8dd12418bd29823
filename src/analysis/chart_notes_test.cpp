// SPDX-License-Identifier: Apache-2.0
#include "analysis/chart_notes.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

TEST(ChartNotes, NameWhatIsAssumed) {
  place::Place town = fabricated::place("town", "Town");
  town.observations = {fabricated::assumed("base spend", "care", 2012, 40, "Half of one line."),
                       fabricated::assumed("planned payment", "", 2012, 0, "none was planned"),
                       fabricated::assumed("population", "old", 2012, 40, "scaled")};
  EXPECT_EQ(chart_notes(town),
            (std::vector<std::string>{"Assumed, with the reason in the list of assumptions: base spend, care, 2012-13; "
                                      "planned payment, 2012-13."}));
}

TEST(ChartNotes, AreNoneWhereOnlyThePopulationIsAssumed) {
  place::Place town = fabricated::place("town", "Town");
  town.observations = {fabricated::assumed("population", "old", 2012, 40, "scaled")};
  EXPECT_TRUE(chart_notes(town).empty());
}

}  // namespace
}  // namespace commonweal::analysis
