// SPDX-License-Identifier: Apache-2.0
#include "base/spreadsheet.h"

#include <gtest/gtest.h>

namespace commonweal::base {
namespace {

TEST(ColumnName, counts_as_a_spreadsheet_does) {
  EXPECT_EQ(column_name(0), "A");
  EXPECT_EQ(column_name(25), "Z");
  EXPECT_EQ(column_name(26), "AA");
  EXPECT_EQ(column_name(701), "ZZ");
  EXPECT_EQ(column_name(702), "AAA");
}

}  // namespace
}  // namespace commonweal::base
