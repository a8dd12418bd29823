// SPDX-License-Identifier: Apache-2.0
#include "analysis/share_drivers.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::Kept;

// What one service costs from year to year, and why.
std::vector<Kept> service(const std::string& name, std::vector<double> required, std::vector<double> people,
                          std::vector<double> need, std::vector<double> price) {
  return {{"required spend", name, std::move(required)},
          {"people index", name, std::move(people)},
          {"need index", name, std::move(need)},
          {"price index", name, std::move(price)}};
}

std::optional<ShareDrivers> drivers_of(const std::vector<Kept>& kept, const std::optional<Crossing>& takes_all = {}) {
  const study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  const place::Place place = fabricated::place("town", "Town");
  const ensemble::Ensemble ensemble = fabricated::one_future({2010}, kept);
  return share_drivers({scenario, place, YearlyFigures(ensemble, ensemble.futures.front()), {}}, takes_all);
}

TEST(ShareDrivers, AreTheEffectsOfPeopleNeedAndPriceAgainstMoneyWorkedByHand) {
  // Care costs 12 of 100; then 108 of 200: people x 2, need x 3, price x 1.5, and price against money x 0.75.
  // The effect of a factor f beside g and h: (f - 1) (2 + g + h + 2 g h) / 6, times 0.12.
  std::vector<Kept> kept{{"money for services", "", {100, 200}}};
  append(kept, service("adult social care older", {12, 108}, {1, 2}, {1, 3}, {1, 1.5}));
  append(kept, service("central services", {10, 80}, {1, 2}, {1, 4}, {1, 1}));
  const auto drivers = drivers_of(kept);
  ASSERT_TRUE(drivers);
  EXPECT_EQ(drivers->scenario_id, "flat");
  EXPECT_EQ(drivers->scenario_name, "Funding flat");
  EXPECT_EQ(drivers->from.text(), "2010-11");
  EXPECT_EQ(drivers->to.text(), "2011-12");
  EXPECT_DOUBLE_EQ(drivers->start, 0.12);
  EXPECT_NEAR(drivers->people, 1.00 * (2 + 3 + 0.75 + 4.5) * 0.02, 1e-12);  // 0.205
  EXPECT_NEAR(drivers->need, 2.00 * (2 + 2 + 0.75 + 3) * 0.02, 1e-12);      // 0.31
  EXPECT_NEAR(drivers->price, -0.25 * (2 + 2 + 3 + 12) * 0.02, 1e-12);      // -0.095
  EXPECT_DOUBLE_EQ(drivers->end, 0.54);
}

TEST(ShareDrivers, SumOverAllCareServices) {
  std::vector<Kept> kept{{"money for services", "", {100, 100}}};
  append(kept, service("adult social care older", {20, 40}, {1, 2}, {1, 1}, {1, 1}));
  append(kept, service("children social care", {10, 30}, {1, 1}, {1, 3}, {1, 1}));
  const auto drivers = drivers_of(kept);
  ASSERT_TRUE(drivers);
  EXPECT_DOUBLE_EQ(drivers->start, 0.3);
  EXPECT_DOUBLE_EQ(drivers->people, 0.2);
  EXPECT_DOUBLE_EQ(drivers->need, 0.2);
  EXPECT_NEAR(drivers->price, 0, 1e-12);
  EXPECT_DOUBLE_EQ(drivers->end, 0.7);
}

TEST(ShareDrivers, OwePriceNothingWhereMoneyKeepsUpWithIt) {
  std::vector<Kept> kept{{"money for services", "", {100, 150}}};
  append(kept, service("children social care", {50, 90}, {1, 1.2}, {1, 1}, {1, 1.5}));
  const auto drivers = drivers_of(kept);
  ASSERT_TRUE(drivers);
  EXPECT_NEAR(drivers->people, 0.1, 1e-12);
  EXPECT_NEAR(drivers->price, 0, 1e-12);
}

TEST(ShareDrivers, AreToldUpToTheYearInWhichCareTakesAllTheMoney) {
  std::vector<Kept> kept{{"money for services", "", {100, 100, 100}}};
  append(kept, service("children social care", {50, 100, 200}, {1, 2, 4}, {1, 1, 1}, {1, 1, 1}));
  EXPECT_EQ(drivers_of(kept, Crossing{1, {2011}})->to.text(), "2011-12");
  EXPECT_DOUBLE_EQ(drivers_of(kept, Crossing{1, {2011}})->people, 0.5);
  EXPECT_EQ(drivers_of(kept)->to.text(), "2012-13");
  EXPECT_FALSE(drivers_of(kept, Crossing{0, {2010}}));
}

TEST(ShareDrivers, StartWhereTheReferenceLevelHasSettled) {
  std::vector<Kept> kept{{"money for services", "", {100, 100, 100}},
                         {"reference service level", "children social care", {0.9, 0.9, 0.9}}};
  append(kept, service("children social care", {50, 45, 90}, {1, 1, 2}, {1, 1, 1}, {1, 1, 1}));
  const auto drivers = drivers_of(kept);
  ASSERT_TRUE(drivers);
  EXPECT_EQ(drivers->from.text(), "2011-12");
  EXPECT_DOUBLE_EQ(drivers->start, 0.45);
  EXPECT_DOUBLE_EQ(drivers->people, 0.45);
}

TEST(ShareDrivers, AreNoneInAYearWithoutMoney) {
  std::vector<Kept> kept{{"money for services", "", {100, 0}}};
  append(kept, service("children social care", {50, 60}, {1, 1.2}, {1, 1}, {1, 1}));
  EXPECT_FALSE(drivers_of(kept));
}

RC_GTEST_PROP(ShareDrivers, SumToTheChangeOfTheShare, ()) {
  const auto any = [](int least, int most) { return *rc::gen::inRange(least, most) / 1000.0; };
  std::vector<Kept> kept{{"money for services", "", {any(50000, 150000), any(50000, 150000)}}};
  double change = 0;
  for (const std::string name : {"adult social care older", "children social care"}) {
    const double start = any(1000, 50000), people = any(500, 2000), need = any(500, 2000), price = any(500, 2000);
    const double end = start * people * need * price;
    append(kept, service(name, {start, end}, {1, people}, {1, need}, {1, price}));
    change += end / kept.front().values[1] - start / kept.front().values[0];
  }
  const auto drivers = drivers_of(kept);
  RC_ASSERT(drivers.has_value());
  RC_ASSERT(std::abs(drivers->end - drivers->start - change) <= 1e-9);
  RC_ASSERT(std::abs(drivers->people + drivers->need + drivers->price - change) <= 1e-9);
}

}  // namespace
}  // namespace commonweal::analysis
