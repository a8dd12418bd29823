// SPDX-License-Identifier: Apache-2.0
#include "analysis/chart_notes.h"

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

study::Target target(const std::string& scenario, const std::string& variable, const std::string& note) {
  study::Target made;
  made.scenario = scenario;
  made.what = "Care's share";
  made.variable = variable;
  made.note = note;
  return made;
}

TEST(ChartNotes, AreThoseOfTheScenariosTargetsAndOfAssumedFigures) {
  place::Place town = fabricated::place("town", "Town");
  town.observations = {fabricated::assumed("base spend", "care", 2012, 40, "Half of one line."),
                       fabricated::assumed("planned payment", "", 2012, 0, "none was planned"),
                       fabricated::assumed("population", "old", 2012, 40, "scaled")};
  const std::vector<study::Target> targets{
      target("flat", "care share of money for services", "The outturn did not rise."),
      target("flat", "care share of money for services", "The outturn did not rise"),
      target("flat", "gap before action", "Not about this chart."),
      target("other", "money for services", "Not about this scenario."),
      target("flat", "money for services", ""),
  };
  EXPECT_EQ(chart_notes(fabricated::scenario("flat", "Funding flat", "town"), town, targets),
            (std::vector<std::string>{"Care's share: The outturn did not rise.",
                                      "Assumed, with the reason in the list of assumptions: base spend, care, 2012-13; "
                                      "planned payment, 2012-13."}));
}

}  // namespace
}  // namespace commonweal::analysis
