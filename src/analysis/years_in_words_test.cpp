// SPDX-License-Identifier: Apache-2.0
#include "analysis/years_in_words.h"

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

TEST(YearsInWords, DrawRunsTogether) {
  EXPECT_EQ(years_in_words({{2010}, {2012}, {2013}, {2014}, {2016}, {2017}}),
            "2010-11, 2012-13 to 2014-15, 2016-17 to 2017-18");
}

TEST(YearsInWords, OfNoYearsAreEmpty) {
  EXPECT_EQ(years_in_words({}), "");
}

TEST(WithoutFullStop, DropsOnlyTheLastOne) {
  EXPECT_EQ(without_full_stop("A. Then b."), "A. Then b");
  EXPECT_EQ(without_full_stop("no stop"), "no stop");
  EXPECT_EQ(without_full_stop(""), "");
}

}  // namespace
}  // namespace commonweal::analysis
