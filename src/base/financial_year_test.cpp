// SPDX-License-Identifier: Apache-2.0
#include "base/financial_year.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::base {
namespace {

TEST(FinancialYear, is_written_with_two_digits_of_its_end) {
  EXPECT_EQ((FinancialYear{2012}.text()), "2012-13");
  EXPECT_EQ((FinancialYear{1999}.text()), "1999-00");
  EXPECT_EQ((FinancialYear{2009} + 1).text(), "2010-11");
}

TEST(FinancialYear, refuses_other_forms_and_years_that_do_not_follow) {
  for (const char* text :
       {"", "2012", "2012/13", "2012-2013", "2012-14", "2012-12", " 2012-13", "2o12-13", "-012-13"}) {
    EXPECT_EQ(FinancialYear::parse(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(FinancialYear, reads_back_what_it_writes, ()) {
  const FinancialYear year{*rc::gen::inRange(0, 10000)};
  RC_ASSERT(FinancialYear::parse(year.text()) == year);
}

}  // namespace
}  // namespace commonweal::base
