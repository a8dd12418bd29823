// SPDX-License-Identifier: Apache-2.0
#include "review/prices.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::review {
namespace {

Prices prices_of(const std::string& table, base::Diagnostics& diagnostics) {
  const base::TemporaryFolder folder;
  return read_prices(folder.write("prices.csv", table), diagnostics);
}

TEST(Prices, tell_how_money_of_one_year_is_that_of_another) {
  base::Diagnostics diagnostics;
  const Prices prices = prices_of("year,index,source\n2010-11,80,Treasury\n2012-13,100,Treasury\n", diagnostics);
  EXPECT_DOUBLE_EQ(price_ratio(prices, {2010}, {2012}, "prices.csv", diagnostics), 0.8);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  price_ratio(prices, {2010}, {2011}, "prices.csv", diagnostics);
  EXPECT_EQ(diagnostics.render(),
            "prices.csv: error: there is no price index of 2011-12 [no-price]\n      = add a row for the year\n");
}

TEST(Prices, are_above_nothing) {
  base::Diagnostics diagnostics;
  prices_of("year,index,source\n2010-11,0,Treasury\n", diagnostics);
  EXPECT_NE(diagnostics.render().find("a price index is above 0 [bad-index]"), std::string::npos)
      << diagnostics.render();
}

}  // namespace
}  // namespace commonweal::review
