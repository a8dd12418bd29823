// SPDX-License-Identifier: Apache-2.0
#include "report/wording.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

TEST(Wording, MoneyIsInMillionsOrBillions) {
  EXPECT_EQ(money_text(147.362), "£147.4 million");
  EXPECT_EQ(money_text(999.94), "£999.9 million");
  EXPECT_EQ(money_text(16490), "£16.5 billion");
  EXPECT_EQ(money_text(-33), "minus £33.0 million");
  EXPECT_EQ(money_text(-0.01), "£0");
  EXPECT_EQ(money_text(std::nan("")), "not known");
}

TEST(Wording, SharesArePerCent) {
  EXPECT_EQ(percent_text(0.6527), "65.3%");
  EXPECT_EQ(percent_text(std::nan("")), "not known");
}

TEST(Wording, NoCrossingIsSaidPlainly) {
  EXPECT_EQ(crossing_text(analysis::Crossing{24.3, {2036}}, {2046}), "2036-37");
  EXPECT_EQ(crossing_text(std::nullopt, {2046}), "not by 2046-47");
}

TEST(Wording, ListsReadAsSentences) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(listed(std::vector<std::string>{"a", "b"}), "a and b");
  EXPECT_EQ(listed(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

TEST(Wording, SlugsAreSafeIds) {
  EXPECT_EQ(slug("Flat real, é <1>"), "flat-real-1");
  EXPECT_EQ(slug("--"), "");
}

TEST(Wording, UnitsAreThoseOfAReader) {
  EXPECT_EQ(unit_text("GBP m"), "£ million");
  EXPECT_EQ(unit_text("GBP million"), "£ million");
  EXPECT_EQ(unit_text("GBP bn a year"), "£ billion a year");
  EXPECT_EQ(unit_text("1/year, real"), "a year, real");
  EXPECT_EQ(unit_text("persons"), "persons");
}

}  // namespace
}  // namespace commonweal::report
