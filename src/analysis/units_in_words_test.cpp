// SPDX-License-Identifier: Apache-2.0
#include "analysis/units_in_words.h"

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

TEST(UnitsInWords, TellARateAsAPercentageAYear) {
  EXPECT_EQ(figure_in_words(0.0125, "1/year"), "1.25%");
  EXPECT_EQ(figure_in_words(0.007, "1/year"), "0.7%");
  EXPECT_EQ(figure_in_words(-0.0532, "1/year"), "-5.32%");
  EXPECT_EQ(figure_in_words(0, "1/year"), "0%");
  EXPECT_EQ(unit_in_words("1/year"), "a year");
  EXPECT_EQ(quantity_in_words(0.0125, "1/year"), "1.25% a year");
}

TEST(UnitsInWords, TellWhatAPersonCostsInPounds) {
  EXPECT_EQ(quantity_in_words(0.0021, "GBP million/person/year"), "£2100 a person a year");
}

TEST(UnitsInWords, LeaveAFigureWithoutUnitAlone) {
  EXPECT_EQ(figure_in_words(0.505, "dimensionless"), "0.505");
  EXPECT_EQ(unit_in_words("dimensionless"), "");
  EXPECT_EQ(unit_in_words("1"), "");
  EXPECT_EQ(quantity_in_words(0.505, "1"), "0.505");
}

TEST(UnitsInWords, NameMoneyPeopleAndYears) {
  EXPECT_EQ(figure_in_words(12.5, "GBP million/year"), "12.5");
  EXPECT_EQ(unit_in_words("GBP million/year"), "£ million a year");
  EXPECT_EQ(unit_in_words("GBP million"), "£ million");
  EXPECT_EQ(unit_in_words("GBP billion"), "£ billion");
  EXPECT_EQ(unit_in_words("person"), "people");
  EXPECT_EQ(unit_in_words("year"), "years");
  EXPECT_EQ(unit_in_words("tonne"), "tonne");
}

}  // namespace
}  // namespace commonweal::analysis
