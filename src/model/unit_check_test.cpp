// SPDX-License-Identifier: Apache-2.0
#include "model/unit_check.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "syntax/mdl.h"

namespace commonweal::model {
namespace {

std::string unit_faults(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>(
      "model.mdl", text + "INITIAL TIME = 0 ~ year ~ |\nFINAL TIME = 1 ~ year ~ |\nTIME STEP = 1 ~ year ~ |\n");
  check_units(build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
  return diagnostics.render();
}

/// The faults of one equation beside people (person), money (GBP), years (year), share (dimensionless).
std::string faults_of(const std::string& right, const std::string& unit) {
  return unit_faults("x = " + right + " ~ " + unit +
                     " ~ |\npeople = 1 ~ person ~ |\nmoney = 2 ~ GBP ~ |\nyears = 3 ~ year ~ |\n"
                     "share = 0.5 ~ dimensionless ~ |\nprice((0,0),(1,2)) ~ GBP/person ~ |\n"
                     "Age: young, old ~ ~ |\nby age[Age] = 1, 2 ~ person ~ |\n");
}

/// The message alone of the one fault of an equation.
std::string message_of(const std::string& right, const std::string& unit) {
  const std::string rendered = faults_of(right, unit);
  const std::size_t begin = rendered.find("error: "), end = rendered.find(" [unit-clash]");
  return begin == std::string::npos ? "" : rendered.substr(begin + 7, end - begin - 7);
}

TEST(UnitCheck, AcceptsWhatBalances) {
  EXPECT_EQ(unit_faults("people = INTEG(births, 100) ~ person ~ |\nrate = 0.1 ~ 1/year ~ |\n"
                        "births = MAX(0, people * rate) ~ person/year ~ |\n"
                        "index = (1 + rate * one year) ^ 3 ~ dimensionless ~ |\none year = 1 ~ year ~ |\n"),
            "");
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

TEST(UnitCheck, FunctionsThatKeepTheUnitWantOneUnit) {
  for (const char* function : {"MIN", "MAX", "MODULO", "QUANTUM"}) {
    EXPECT_EQ(message_of(std::string(function) + "(people, people)", "person"), "");
    EXPECT_EQ(message_of(std::string(function) + "(people, money)", "person"),
              "one side is in person, the other in GBP");
  }
  for (const char* function : {"ABS", "INTEGER", "-", "GAME"}) {
    EXPECT_EQ(message_of(std::string(function) + "(people)", "person"), "");
    EXPECT_EQ(message_of(std::string(function) + "(people)", "GBP"), "this is in person where GBP is wanted");
  }
}

TEST(UnitCheck, ElementaryFunctionsWantNumbers) {
  for (const char* function : {"EXP", "LN", "SIN", "COS", "TAN", "ARCTAN", "TANH"}) {
    EXPECT_EQ(message_of(std::string(function) + "(share)", "dimensionless"), "");
    EXPECT_EQ(message_of(std::string(function) + "(people)", "dimensionless"),
              "this is in person where dimensionless is wanted");
  }
}

TEST(UnitCheck, ComparisonsAndLogicAreNumbers) {
  EXPECT_EQ(message_of("people > by age[old]", "dimensionless"), "");
  EXPECT_EQ(message_of("people > money", "dimensionless"), "one side is in person, the other in GBP");
  EXPECT_EQ(message_of("people > 0 :AND: share", "dimensionless"), "");
  EXPECT_EQ(message_of(":NOT: people", "dimensionless"), "this is in person where dimensionless is wanted");
  EXPECT_EQ(message_of("IF THEN ELSE(share, people, 0)", "person"), "");
  EXPECT_EQ(message_of("IF THEN ELSE(people, share, 0)", "dimensionless"),
            "this is in person where dimensionless is wanted");
  EXPECT_EQ(message_of("IF THEN ELSE(share, people, money)", "person"), "one side is in person, the other in GBP");
}

TEST(UnitCheck, ProductsQuotientsPowersAndRootsFollowTheArithmetic) {
  EXPECT_EQ(message_of("people * money / years", "GBP*person/year"), "");
  EXPECT_EQ(message_of("ZIDZ(money, people)", "GBP/person"), "");
  EXPECT_EQ(message_of("XIDZ(money, people, price(share))", "GBP/person"), "");
  EXPECT_EQ(message_of("XIDZ(money, people, share)", "GBP/person"),
            "this is in dimensionless where GBP/person is wanted");
  EXPECT_EQ(message_of("people ^ 2", "person^2"), "");
  EXPECT_EQ(message_of("SQRT(people ^ 4)", "person^2"), "");
  EXPECT_EQ(message_of("SQRT(people)", "person"), "the root of something in person has no unit");
  for (const char* exponent : {"0.5", "share", "1e30"}) {
    EXPECT_EQ(message_of(std::string("people ^ ") + exponent, "person"),
              "something in person is raised to a power that is not a whole number up to 100");
  }
}

TEST(UnitCheck, SumsHaveTheUnitOfTheirTerms) {
  EXPECT_EQ(message_of("SUM(by age[Age!])", "person"), "");
  EXPECT_EQ(message_of("VMAX(by age[Age!])", "GBP"), "this is in person where GBP is wanted");
  EXPECT_EQ(message_of("PROD(by age[Age!])", "person"), "this is in person where dimensionless is wanted");
}

TEST(UnitCheck, ALookupHasItsOwnUnitAndATableThatOfItsVariable) {
  EXPECT_EQ(message_of("price(share) * people", "GBP"), "");
  EXPECT_EQ(message_of("WITH LOOKUP(people / by age[old], ((0,0),(1,1)))", "GBP"), "");
  EXPECT_EQ(message_of("WITH LOOKUP(people + money, ((0,0),(1,1)))", "GBP"), "one side is in person, the other in GBP");
}

TEST(UnitCheck, DelaysWantTheirTimeInTheUnitOfTime) {
  EXPECT_EQ(message_of("DELAY FIXED(people, years, 0)", "person"), "");
  EXPECT_EQ(message_of("DELAY FIXED(people, people, 0)", "person"), "this is in person where year is wanted");
  EXPECT_EQ(message_of("SAMPLE IF TRUE(people, people, 0)", "person"),
            "this is in person where dimensionless is wanted");
  EXPECT_EQ(message_of("TREND(people, years, 0)", "1/year"), "");
}

TEST(UnitCheck, AFaultIsSaidOnceThoughItsExpressionIsUsedSeveralTimes) {
  const std::string rendered = faults_of("FORECAST(people + money, years, years)", "person");
  EXPECT_EQ(rendered.find("unit-clash"), rendered.rfind("unit-clash"));
}

}  // namespace
}  // namespace commonweal::model
