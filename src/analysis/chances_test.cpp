// SPDX-License-Identifier: Apache-2.0
#include "analysis/chances.h"

#include <limits>

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

std::string words(double share, double error = 0.02) {
  return chance_in_words({share, error}, 1024);
}

TEST(ChanceInWords, says_tenths) {
  EXPECT_EQ(words(0.8), "in about 8 of 10 futures");
  EXPECT_EQ(words(0.1), "in about 1 of 10 futures");
  EXPECT_EQ(words(0.93), "in about 9 of 10 futures");
}

TEST(ChanceInWords, says_hundredths_only_where_they_are_known) {
  EXPECT_EQ(words(0.03, 0.002), "in about 3 of 100 futures");
  EXPECT_EQ(words(0.03, 0.01), "in fewer than 1 of 10 futures");
  EXPECT_EQ(words(0.96, 0.002), "in about 96 of 100 futures");
  EXPECT_EQ(words(0.96, 0.01), "in more than 9 of 10 futures");
}

TEST(ChanceInWords, never_says_never_of_what_was_not_looked_at) {
  EXPECT_EQ(words(0), "in none of 1,024 futures");
  EXPECT_EQ(words(1), "in all of 1,024 futures");
  EXPECT_EQ(words(0.004), "in fewer than 1 of 100 futures");
  EXPECT_EQ(words(0.996), "in more than 99 of 100 futures");
  EXPECT_EQ(words(std::numeric_limits<double>::quiet_NaN()), "in an unknown share of futures");
}

}  // namespace
}  // namespace commonweal::analysis
