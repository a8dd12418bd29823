// SPDX-License-Identifier: Apache-2.0
#include "analysis/growth.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using fabricated::Kept;

// A growth factor between 0.1 and 10.
double any_factor() {
  return *rc::gen::inRange(100, 10000) / 1000.0;
}

TEST(ThreeEffects, AreTheShapleyValueWorkedByHand) {
  // 12 x 2 x 3 x 1.5 = 108, a change of 96. The effect of a factor f beside g and h, by the six orders:
  // (f - 1) (2 + g + h + 2 g h) / 6, times 12.
  const ThreeEffects effects = three_effects(12, 2, 3, 1.5);
  EXPECT_DOUBLE_EQ(effects.people, 1.0 * (2 + 3 + 1.5 + 9) * 2);  // 31
  EXPECT_DOUBLE_EQ(effects.need, 2.0 * (2 + 2 + 1.5 + 6) * 2);    // 46
  EXPECT_DOUBLE_EQ(effects.price, 0.5 * (2 + 2 + 3 + 12) * 2);    // 19
}

RC_GTEST_PROP(ThreeEffects, SumToTheChange, ()) {
  const double start = *rc::gen::inRange(1, 1000000) / 7.0;
  const double people = any_factor(), need = any_factor(), price = any_factor();
  const ThreeEffects effects = three_effects(start, people, need, price);
  const double end = start * people * need * price;
  RC_ASSERT(std::abs(effects.people + effects.need + effects.price - (end - start)) <= 1e-9 * std::max(start, end));
}

RC_GTEST_PROP(ThreeEffects, DoNotDependOnWhichFactorIsNamedFirst, ()) {
  const double people = any_factor(), need = any_factor(), price = any_factor();
  const ThreeEffects one = three_effects(100, people, need, price);
  const ThreeEffects other = three_effects(100, price, people, need);
  const double tolerance = 1e-9 * 100 * people * need * price + 1e-9;
  RC_ASSERT(std::abs(one.people - other.need) <= tolerance);
  RC_ASSERT(std::abs(one.need - other.price) <= tolerance);
  RC_ASSERT(std::abs(one.price - other.people) <= tolerance);
}

RC_GTEST_PROP(ThreeEffects, AreZeroForAFactorThatHasNotMoved, ()) {
  const double one = any_factor(), other = any_factor();
  RC_ASSERT(three_effects(100, 1, one, other).people == 0);
  RC_ASSERT(three_effects(100, one, 1, other).need == 0);
  RC_ASSERT(three_effects(100, one, other, 1).price == 0);
}

// A run with one service of each kind, whose indices and service level are given.
struct Grown {
  study::Scenario scenario = fabricated::scenario("flat", "Funding flat", "town");
  place::Place place = fabricated::place("town", "Town");
  ensemble::Ensemble ensemble;
  base::Diagnostics diagnostics;

  explicit Grown(const std::vector<Kept>& kept) : ensemble(fabricated::one_future({2010}, kept)) {}

  std::optional<GrowthDrivers> drivers() {
    return growth_drivers({scenario, place, YearlyFigures(ensemble, ensemble.futures.front()), {1, 3}}, "model.mdl",
                          diagnostics);
  }
};

std::vector<Kept> one_service(const std::string& service, std::vector<double> required, std::vector<double> people,
                              std::vector<double> need, std::vector<double> price) {
  return {{"required spend", service, std::move(required)},
          {"people index", service, std::move(people)},
          {"need index", service, std::move(need)},
          {"price index", service, std::move(price)}};
}

void expect_row(const GrowthDrivers::Row& row, const GrowthDrivers::Row& expected) {
  EXPECT_EQ(row.service, expected.service);
  EXPECT_DOUBLE_EQ(row.start, expected.start);
  EXPECT_DOUBLE_EQ(row.people, expected.people);
  EXPECT_DOUBLE_EQ(row.need, expected.need);
  EXPECT_NEAR(row.price, expected.price, 1e-12);
  EXPECT_DOUBLE_EQ(row.end, expected.end);
}

TEST(GrowthDrivers, TellOfEachServiceCareFirstAndOfTheirTotals) {
  std::vector<Kept> kept = one_service("central services", {10, 20}, {1, 2}, {1, 1}, {1, 1});
  append(kept, one_service("adult social care older", {12, 108}, {1, 2}, {1, 3}, {1, 1.5}));
  append(kept, one_service("children social care", {10, 15}, {1, 1}, {1, 1}, {1, 1.5}));
  append(kept, one_service("public health", {0, 0}, {1, 2}, {1, 1}, {1, 1}));
  Grown made(kept);
  const auto drivers = made.drivers();

  ASSERT_TRUE(drivers);
  EXPECT_EQ(drivers->scenario_id, "flat");
  EXPECT_EQ(drivers->scenario_name, "Funding flat");
  EXPECT_EQ(drivers->place, "Town");
  EXPECT_EQ(drivers->cites, (std::vector<int>{1, 3}));
  EXPECT_EQ(drivers->from.text(), "2010-11");
  EXPECT_EQ(drivers->to.text(), "2011-12");
  EXPECT_EQ(drivers->scenario_ids, std::vector<std::string>{"flat"});
  EXPECT_EQ(drivers->scenario_names, std::vector<std::string>{"Funding flat"});
  ASSERT_EQ(drivers->rows.size(), 3u);
  expect_row(drivers->rows[0], {"adult social care older", 12, 31, 46, 19, 108});
  expect_row(drivers->rows[1], {"children social care", 10, 0, 0, 5, 15});
  expect_row(drivers->rows[2], {"central services", 10, 10, 0, 0, 20});
  ASSERT_EQ(drivers->totals.size(), 3u);
  expect_row(drivers->totals[0], {"all care", 22, 31, 46, 24, 123});
  expect_row(drivers->totals[1], {"other services", 10, 10, 0, 0, 20});
  expect_row(drivers->totals[2], {"all services", 32, 41, 46, 24, 143});
  EXPECT_EQ(made.diagnostics.render(), "");
}

GrowthDrivers drivers_of(const std::string& id, const std::string& place, double price) {
  GrowthDrivers made{.scenario_id = id, .scenario_name = "Scenario " + id, .from = {2012}, .to = {2032}, .rows = {}};
  made.rows = {{"central services", 10, 1, 2, price, 13 + price}};
  made.place = place;
  made.scenario_ids = {made.scenario_id};
  made.scenario_names = {made.scenario_name};
  return made;
}

TEST(GrowthDrivers, ThatScenariosShareAppearOnce) {
  std::vector<GrowthDrivers> all;
  add_once(all, drivers_of("a", "Town", 3));
  add_once(all, drivers_of("b", "Town", 4));
  add_once(all, drivers_of("c", "Nation", 3));
  add_once(all, drivers_of("d", "Town", 3));
  GrowthDrivers later = drivers_of("e", "Town", 3);
  later.to = {2033};
  add_once(all, later);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].scenario_id, "a");
  EXPECT_EQ(all[0].scenario_name, "Scenario a; Scenario d");
  EXPECT_EQ(all[0].scenario_ids, (std::vector<std::string>{"a", "d"}));
  EXPECT_EQ(all[0].scenario_names, (std::vector<std::string>{"Scenario a", "Scenario d"}));
  EXPECT_EQ(all[1].scenario_name, "Scenario b");
  EXPECT_EQ(all[2].scenario_name, "Scenario c");
  EXPECT_EQ(all[3].scenario_name, "Scenario e");
}

TEST(GrowthDrivers, LookTwentyYearsAhead) {
  std::vector<double> grows, flat(26, 1.0);
  for (int year = 0; year <= 25; ++year) grows.push_back(1 + 0.1 * year);
  Grown made(one_service("central services", grows, grows, flat, flat));
  const auto drivers = made.drivers();
  ASSERT_TRUE(drivers);
  EXPECT_EQ(drivers->to.text(), "2030-31");
  expect_row(drivers->rows.front(), {"central services", 1, 2, 0, 0, 3});
}

TEST(GrowthDrivers, StartWhereTheReferenceLevelHasSettled) {
  std::vector<Kept> kept =
      one_service("central services", {100, 100, 90, 99}, {1, 1, 1, 1.1}, {1, 1, 1, 1}, {1, 1, 1, 1});
  append(kept, {{"reference service level", "central services", {1, 0.9, 0.9, 0.9}}});
  Grown made(kept);
  const auto drivers = made.drivers();
  ASSERT_TRUE(drivers);
  EXPECT_EQ(drivers->from.text(), "2012-13");
  expect_row(drivers->rows.front(), {"central services", 90, 9, 0, 0, 99});
  EXPECT_EQ(made.diagnostics.render(), "");
}

TEST(GrowthDrivers, AreNoneIfTheReferenceLevelChangesToTheEnd) {
  std::vector<Kept> kept = one_service("central services", {100, 90}, {1, 1}, {1, 1}, {1, 1});
  append(kept, {{"reference service level", "central services", {0.9, 0.8}}});
  EXPECT_FALSE(Grown(kept).drivers());
}

TEST(GrowthDrivers, AreNoneForASingleYear) {
  EXPECT_FALSE(Grown(one_service("central services", {10}, {1}, {1}, {1})).drivers());
}

TEST(GrowthDrivers, CountATraceThatIsLeftOverWithPrice) {
  Grown made(one_service("central services", {10, 20.001}, {1, 2}, {1, 1}, {1, 1}));
  const auto drivers = made.drivers();
  ASSERT_TRUE(drivers);
  expect_row(drivers->rows.front(), {"central services", 10, 10, 0, 0.001, 20.001});
  EXPECT_EQ(made.diagnostics.render(), "");
}

TEST(GrowthDrivers, WarnOfGrowthThatNothingExplains) {
  Grown made(one_service("central services", {10, 25}, {1, 2}, {1, 1}, {1, 1}));
  EXPECT_TRUE(made.drivers());
  EXPECT_EQ(made.diagnostics.render(),
            "model.mdl: warning: in scenario 'flat', people, need and price leave GBP 5.0 million of the growth of "
            "'central services' unexplained [unexplained-growth]\n"
            "      = 'required spend' should be its first value x people index x need index x price index\n");
}

}  // namespace
}  // namespace commonweal::analysis
