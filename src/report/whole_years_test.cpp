// SPDX-License-Identifier: Apache-2.0
#include "report/whole_years.h"

#include <gtest/gtest.h>

namespace commonweal::report {
namespace {

TEST(WholeYears, AreWrappedInTextAlone) {
  EXPECT_EQ(with_years_whole("<p title=\"2012-13\">by 2036-37.</p>"),
            "<p title=\"2012-13\">by <span class=\"year\">2036-37</span>.</p>");
  for (const char* same : {"<svg a=\"1\"><text>2012-13</text></svg>", "<pre>2012-13</pre>", "2012-2013", "12012-13",
                           "2012-13-14", "a < 2012", "<p"}) {
    EXPECT_EQ(with_years_whole(same), same);
  }
}

}  // namespace
}  // namespace commonweal::report
