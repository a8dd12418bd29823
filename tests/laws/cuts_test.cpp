// SPDX-License-Identifier: Apache-2.0
// How the shipped model shares a cut among services, by weights that come from the register of duties alone.
#include "review/cuts.h"

#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "base/csv_row.h"
#include "base/files.h"
#include "public_services.h"

namespace commonweal::laws {
namespace {

/// Decision 11: 0.9 for the share of a service that each resident can enforce, 0.5 for a general duty, 0.1 for a mere
/// power, rounded to 0.05.
std::map<std::string, double> protection_by_duties() {
  base::Diagnostics diagnostics;
  const base::CsvTable table =
      base::parse_csv(base::read_text(std::string(COMMONWEAL_ROOT) + "/domain/evidence/duties.csv", diagnostics),
                      {"service", "duty", "law", "kind", "share", "status", "reason"}, diagnostics);
  const std::map<std::string, double> weights = {
      {"enforceable by each resident", 0.9}, {"general duty", 0.5}, {"power only", 0.1}};
  std::map<std::string, double> protection;
  for (std::size_t number = 0; number < table.rows.size(); ++number) {
    const base::CsvRow row(table, number, diagnostics);
    protection[row.text("service")] += row.number("share") * weights.at(row.text("kind"));
  }
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  for (auto& [service, share] : protection) share = std::round(share * 20) / 20;
  return protection;
}

/// Three counties, one of which had to cut more than the others.
review::CutHistory cut_history() {
  review::CutHistory history;
  history.spending.first = {2010};
  history.spending.years = 3;
  for (const double yearly : {0.98, 0.96, 0.92}) {
    review::Council council{"E0000", "Council", "county", {{40, 20, 10, 5, 8, 12, 6, 9}}};
    for (int year = 0; year < 2; ++year) {
      review::ByService next = council.spend.back();
      for (double& spend : next) spend *= yearly;
      council.spend.push_back(next);
    }
    history.spending.councils.push_back(council);
    const double on_grants = 1 - yearly;
    history.money.push_back({{1 - on_grants, on_grants}, {1 - on_grants, 0.8 * on_grants}, {1, 0.6 * on_grants}});
  }
  return history;
}

TEST(Protection, of_the_model_is_what_the_register_of_duties_says) {
  const auto by_duties = protection_by_duties();
  const program::Variable& protection = variable("protection");
  ASSERT_EQ(by_duties.size(), protection.elements.size());
  for (std::size_t element = 0; element < protection.elements.size(); ++element) {
    EXPECT_NEAR(shipped_program().start[protection.first_slot + element], by_duties.at(protection.elements[element]),
                1e-12)
        << protection.elements[element];
  }
}

TEST(CutsOfTheModel, share_out_all_the_money_and_differ_by_the_rule) {
  base::Diagnostics diagnostics;
  const review::CutHistory history = cut_history();
  const auto sharings = review::shared_by_model(history, 0.9, shipped_program(), diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  ASSERT_EQ(sharings.size(), 3U);
  for (const review::Sharing& sharing : sharings) {
    for (std::size_t council = 0; council < 3; ++council) {
      double sum = 0;
      for (const double amount : sharing.of_councils[council]) sum += amount;
      EXPECT_NEAR(sum, 0.9 * history.spending.councils[council].total(2), 1e-9) << sharing.rule;
    }
  }
  const auto care = [&](std::size_t rule) { return review::by_block(sharings[rule].of_councils[2])[0]; };
  EXPECT_GT(care(1), care(0));  // statutory first spares care more than what was observed,
  EXPECT_GT(care(0), care(2));  // and that more than a uniform cut
}

TEST(CutsOfTheModel, by_money_fall_where_grants_did_and_are_not_told_beyond_the_break) {
  base::Diagnostics diagnostics;
  review::CutHistory history = cut_history();
  const auto changes = review::change_by_money(history, 0.9, review::Money::of_all, shipped_program(), diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_GT(changes[0], changes[1]);
  EXPECT_GT(changes[1], changes[2]);
  // A council whose own grants fell less is told so only where each is told its own money.
  const auto own = [&] {
    return review::change_by_money(history, 0.9, review::Money::own, shipped_program(), diagnostics);
  };
  const auto before = own();
  history.money[0][2].grants = history.money[0][0].grants;
  const auto after = own();
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  EXPECT_GT(after[0], before[0] + 1e-3);
  EXPECT_NEAR(after[2], before[2], 1e-12);
  history.spending.first = {2011};
  EXPECT_TRUE(review::change_by_money(history, 0.9, review::Money::of_all, shipped_program(), diagnostics).empty());
}

}  // namespace
}  // namespace commonweal::laws
