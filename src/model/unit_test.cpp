// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "model/unit_check.h"
#include "syntax/mdl.h"

namespace commonweal::model {
namespace {

std::string round_trip(std::string_view written) {
  const auto unit = parse_unit(written);
  return unit ? text(*unit) : "not a unit";
}

TEST(Unit, ReadsProductsQuotientsAndPowers) {
  EXPECT_EQ(round_trip("GBP million / year"), "GBP million/year");
  EXPECT_EQ(round_trip("year*GBP million/year"), "GBP million");
  EXPECT_EQ(round_trip("1/(person*year)"), "1/person/year");
  EXPECT_EQ(round_trip("person^2/person"), "person");
  EXPECT_EQ(round_trip("Dmnl"), "dimensionless");
  EXPECT_EQ(round_trip("1"), "dimensionless");
}

TEST(Unit, RefusesWhatIsNotAUnit) {
  for (const char* text : {"", "person/", "2*person", "(person", "person)", "person^x"}) {
    EXPECT_EQ(round_trip(text), "not a unit") << text;
  }
}

std::string unit_faults(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "model.mdl", text + "INITIAL TIME = 0 ~ year ~ |\nFINAL TIME = 1 ~ year ~ |\nTIME STEP = 1 ~ year ~ |\n");
  check_units(build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
  return diagnostics.render();
}

TEST(UnitCheck, AcceptsWhatBalances) {
  EXPECT_EQ(unit_faults("people = INTEG(births, 100) ~ person ~ |\nrate = 0.1 ~ 1/year ~ |\n"
                        "births = MAX(0, people * rate) ~ person/year ~ |\n"
                        "index = (1 + rate * one year) ^ 3 ~ dimensionless ~ |\none year = 1 ~ year ~ |\n"),
            "model.mdl:1:24: error: this is in dimensionless where person is wanted [unit-clash]\n"
            "    1 | people = INTEG(births, 100) ~ person ~ |\n"
            "      |                        ^~~\n");
  EXPECT_EQ(
      unit_faults("people = INTEG(births, start) ~ person ~ |\nstart = 100 ~ person ~ |\nrate = 0.1 ~ 1/year ~ |\n"
                  "births = MAX(0, people * rate) ~ person/year ~ |\n"),
      "");
}

TEST(UnitCheck, ShowsBothSidesOfAClash) {
  EXPECT_EQ(unit_faults("a = 1 ~ person ~ |\nb = 2 ~ GBP million ~ |\nc = a + b ~ person ~ |\n"),
            "model.mdl:3:5: error: one side is in person, the other in GBP million [unit-clash]\n"
            "    3 | c = a + b ~ person ~ |\n"
            "      |     ^~~~~\n");
}

TEST(UnitCheck, WantsAUnitForEveryVariable) {
  EXPECT_EQ(unit_faults("a = 1 ~ ~ |\n"),
            "model.mdl:1:1: error: 'a' has no unit [missing-unit]\n"
            "    1 | a = 1 ~ ~ |\n"
            "      | ^\n"
            "      = write it between the first and the second '~'; 'dimensionless' for a plain number\n");
  EXPECT_NE(unit_faults("a = 1 ~ 3 apples/ ~ |\n").find("'3 apples/' is not a unit [bad-unit]"), std::string::npos);
}

TEST(UnitCheck, AStockChangesByItsUnitPerTime) {
  EXPECT_NE(unit_faults("s = INTEG(a, 0) ~ person ~ |\na = 1 ~ person ~ |\n")
                .find("this is in person where person/year is wanted [unit-clash]"),
            std::string::npos);
}

TEST(UnitCheck, ASmoothHasTheUnitOfWhatItSmooths) {
  EXPECT_EQ(unit_faults("a = 1 ~ person ~ |\nt = 2 ~ year ~ |\ns = SMOOTH(a, t) ~ person ~ |\n"), "");
  EXPECT_NE(unit_faults("a = 1 ~ person ~ |\nt = 2 ~ year ~ |\ns = SMOOTH(a, t) ~ year ~ |\n").find("unit-clash"),
            std::string::npos);
}

}  // namespace
}  // namespace commonweal::model
