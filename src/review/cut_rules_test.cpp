// SPDX-License-Identifier: Apache-2.0
#include "review/cut_rules.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::review {
namespace {

/// Adults and environment are protected by law, planning is not at all.
CutBasis some_basis() {
  CutBasis basis;
  basis.protection = {0.9, 0.8, 0.4, 0.4, 0.2, 0.7, 0.0, 0.4};
  basis.paid_first = 0.7;
  basis.other_change = {-0.02, -0.04, -0.2, -0.4, -0.3, -0.1, -0.5, -0.2};
  basis.other_total = -0.12;
  basis.ended[6] = 0.25;
  basis.other_ended = 0.02;
  return basis;
}

constexpr ByService before = {40, 20, 10, 5, 8, 12, 6, 9};

double total_of(const ByService& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  return sum;
}

RC_GTEST_PROP(CutRules, that_are_told_the_total_share_out_all_of_it_and_nothing_goes_below_zero, ()) {
  ByService spend{};
  for (double& amount : spend) amount = *rc::gen::inRange(1, 1000) / 10.0;
  const double kept = *rc::gen::inRange(5, 120) / 100.0;
  for (const CutRule& rule : cut_rules()) {
    if (!rule.is_told_total) continue;
    const ByService after = shared_by(rule.name, some_basis(), spend, kept * total_of(spend));
    RC_ASSERT(std::abs(total_of(after) - kept * total_of(spend)) < 1e-9);
    for (const double amount : after) RC_ASSERT(amount >= -1e-9);
  }
}

TEST(CutRules, by_protection_cut_in_proportion_to_what_the_law_leaves_open) {
  const ByService after = shared_by("by protection alone", some_basis(), before, 0.95 * total_of(before));
  const double of_planning = 1 - after[6] / before[6];
  EXPECT_NEAR(1 - after[0] / before[0], 0.1 * of_planning, 1e-12);
  EXPECT_NEAR(1 - after[4] / before[4], 0.8 * of_planning, 1e-12);
}

TEST(CutRules, as_observed_a_council_that_cuts_more_than_others_cuts_the_rest_evenly) {
  const double total = total_of(before);
  const ByService like_others = shared_by("as observed", some_basis(), before, 0.88 * total);
  const ByService further = shared_by("as observed", some_basis(), before, 0.83 * total);
  for (std::size_t service = 0; service < services.size(); ++service) {
    EXPECT_NEAR((like_others[service] - further[service]) / before[service], 0.05, 1e-12) << services[service];
  }
  const ByService by_law = shared_by("by protection alone", some_basis(), before, 0.88 * total);
  EXPECT_NEAR(like_others[0], by_law[0], 1e-12);
}

TEST(CutRules, what_grants_paid_for_ends_with_them_and_the_rest_is_cut_as_observed) {
  const double total = total_of(before);
  ByService without = before;
  without[6] -= 1.5;  // a quarter of planning
  CutBasis rest = some_basis();
  rest.other_total = -0.1 / 0.98;  // others cut 12% of all, 2 of which ended: 10 of the 98 that are left
  const ByService expected = shared_by("as observed", rest, without, 0.85 * total);
  const ByService after = shared_by("as observed, ended grants first", some_basis(), before, 0.85 * total);
  for (std::size_t service = 0; service < services.size(); ++service) {
    EXPECT_NEAR(after[service], expected[service], 1e-12) << services[service];
  }
  const ByService plain = shared_by("as observed", some_basis(), before, 0.85 * total);
  EXPECT_LT(after[6], plain[6]);
  EXPECT_GT(after[2], plain[2]);
}

TEST(CutRules, without_grants_that_ended_are_as_observed) {
  CutBasis none = some_basis();
  none.ended = {};
  none.other_ended = 0;
  EXPECT_EQ(shared_by("as observed, ended grants first", none, before, 90), shared_by("as observed", none, before, 90));
}

TEST(CutRules, statutory_first_spares_the_protected_until_there_is_nothing_else) {
  const ByService after = shared_by("statutory first", some_basis(), before, 0.8 * total_of(before));
  EXPECT_EQ(after[0], before[0]);
  EXPECT_EQ(after[5], before[5]);
  EXPECT_LT(after[2], before[2]);
  const ByService nothing_else = shared_by("statutory first", some_basis(), before, 36);
  EXPECT_NEAR(nothing_else[2], 0, 1e-12);
  EXPECT_NEAR(nothing_else[0], 20, 1e-12);  // half of the 72 million that are protected
}

TEST(CutRules, a_service_that_earns_more_than_it_costs_is_left_alone) {
  ByService spend = before;
  spend[2] = -3;  // parking
  for (const char* rule :
       {"by protection alone", "as observed", "as observed, ended grants first", "statutory first", "uniform"}) {
    EXPECT_EQ(shared_by(rule, some_basis(), spend, 80)[2], -3) << rule;
  }
}

TEST(CutRules, of_national_change_take_what_all_others_did) {
  const ByService after = shared_by("national change", some_basis(), before, 50);
  EXPECT_NEAR(after[6], 3, 1e-12);
  const ByService scaled = shared_by("national change scaled to the known total", some_basis(), before, 50);
  EXPECT_NEAR(scaled[6] / scaled[0], after[6] / after[0], 1e-12);
}

}  // namespace
}  // namespace commonweal::review
