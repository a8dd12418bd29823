// SPDX-License-Identifier: Apache-2.0
#include "review/cuts.h"

#include <cmath>

#include <gtest/gtest.h>

namespace commonweal::review {
namespace {

constexpr double prices = 0.9;  ///< from money of the last year to that of the first

/// Councils whose spend falls by half of their dependence on grants, in prices of the first year; a third of that for
/// care, the rest for everything else alike.
CutHistory some_history() {
  CutHistory history;
  history.spending.first = {2010};
  history.spending.years = 2;
  for (int number = 0; number < 6; ++number) {
    const double on_grants = 0.2 + 0.1 * number, cut = on_grants / 2;
    Council council{"E" + std::to_string(number), "Council", number % 2 == 0 ? "county" : "unitary authority", {}};
    council.spend.push_back({30, 20, 10, 10, 10, 10, 5, 5});
    ByService after = council.spend.front();
    for (std::size_t service = 0; service < services.size(); ++service) {
      after[service] *= (1 - (service < care_services ? cut / 3 : 5 * cut / 3)) / prices;
    }
    council.spend.push_back(after);
    history.spending.councils.push_back(council);
    history.money.push_back({{1 - on_grants, on_grants}, {1 - on_grants, on_grants}});
  }
  return history;
}

/// What happened, as if a rule had said it.
Sharing perfect(const CutHistory& history) {
  Sharing sharing{"perfect", true, {}, {}};
  for (const Council& council : history.spending.councils) {
    ByService& after = sharing.of_councils.emplace_back(council.spend.back());
    for (std::size_t service = 0; service < services.size(); ++service) {
      after[service] *= prices;
      sharing.together[service] += after[service];
    }
  }
  return sharing;
}

TEST(Cuts, are_told_of_all_councils_together_in_prices_of_the_first_year) {
  const Cuts result = cuts(some_history(), prices, {}, {});
  EXPECT_EQ(result.to.text(), "2011-12");
  EXPECT_EQ(result.councils, 6U);
  EXPECT_NEAR(result.total_before, 600, 1e-9);
  EXPECT_NEAR(result.total_change, -0.225, 1e-12);  // half of 0.45, their dependence on average
  EXPECT_NEAR(result.change[0], -0.075, 1e-12);
  EXPECT_NEAR(result.change[6], -0.375, 1e-12);
  EXPECT_NEAR(result.care_share_before, 0.5, 1e-12);
  EXPECT_NEAR(result.care_share_after, 0.5 * 0.925 / 0.775, 1e-12);
}

TEST(Cuts, rise_with_dependence_on_grants_as_a_line_through_councils_says) {
  const Cuts result = cuts(some_history(), prices, {},
                           {{-0.1, -0.12, -0.14, -0.16, -0.18, -0.2}, {-0.1, -0.13, -0.16, -0.19, -0.22, -0.25}});
  EXPECT_NEAR(result.dependence.slope, -0.5, 1e-12);
  EXPECT_NEAR(result.dependence.correlation, -1, 1e-12);
  EXPECT_NEAR(result.dependence.standard_error, 0, 1e-7);
  EXPECT_NEAR(result.care_response, 1.0 / 3, 1e-12);
  ASSERT_EQ(result.dependence_by_kind.size(), 2U);
  EXPECT_EQ(result.dependence_by_kind[0].kind, "county");
  EXPECT_EQ(result.dependence_by_kind[0].slope.councils, 3U);
  ASSERT_TRUE(result.model_dependence);
  EXPECT_NEAR(result.model_dependence->slope, -0.2, 1e-12);
  ASSERT_TRUE(result.model_dependence_own);
  EXPECT_NEAR(result.model_dependence_own->slope, -0.3, 1e-12);
}

TEST(Cuts, of_a_perfect_rule_are_missed_by_nothing) {
  const CutHistory history = some_history();
  const RuleResult result = cuts(history, prices, {perfect(history)}, {}).rules.front();
  EXPECT_NEAR(result.mean_error, 0, 1e-12);
  EXPECT_NEAR(result.council_weighted, 0, 1e-12);
  EXPECT_NEAR(result.council_median, 0, 1e-12);
  EXPECT_NEAR(result.rank_correlation, 1, 1e-12);
  EXPECT_NEAR(result.care_response, 1.0 / 3, 1e-12);
}

TEST(Cuts, of_a_rule_that_is_wrong_are_missed_by_as_much) {
  const CutHistory history = some_history();
  Sharing wrong = perfect(history);
  wrong.together[0] -= 30;                                       // a tenth of the 300 million for care
  for (ByService& council : wrong.of_councils) council[0] -= 5;  // 5 of 50 million each
  const RuleResult result = cuts(history, prices, {wrong}, {}).rules.front();
  EXPECT_NEAR(result.mean_error, 0.1 / 7, 1e-12);
  EXPECT_NEAR(result.council_weighted, 0.05, 1e-12);
  EXPECT_NEAR(result.council_mean, 0.1 / 7, 1e-12);
  EXPECT_NEAR(result.council_median, 0, 1e-12);
}

TEST(Cuts, as_text_and_json_tell_each_service_and_rule) {
  const CutHistory history = some_history();
  const Cuts result = cuts(history, prices, {perfect(history)}, {});
  const std::string as_json = json(result, {"commonweal cuts", "", {{"rs.csv", {2010}, "abc"}}});
  for (const char* part :
       {"\"command\": \"commonweal cuts\"", "\"model_sha256\": null", "\"sha256\": \"abc\"", "\"rule\": \"perfect\"",
        "\"planning and economy\": -0.37", "\"model\": null", "\"model_own_money\": null"}) {
    EXPECT_NE(as_json.find(part), std::string::npos) << part;
  }
  EXPECT_NE(text(result).find("10 points more on grants, its spend fell 5.0 points further."), std::string::npos);
}

}  // namespace
}  // namespace commonweal::review
