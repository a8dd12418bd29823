// SPDX-License-Identifier: Apache-2.0
#include "analysis/agreement.h"

#include <gtest/gtest.h>

namespace commonweal::analysis {
namespace {

using study::Role;

ReconciliationRow row(const std::string& place, Role role, std::optional<double> tolerance, bool within) {
  ReconciliationRow made;
  made.place = place;
  made.role = role;
  made.tolerance = tolerance;
  made.within = within;
  return made;
}

const std::vector<ReconciliationRow> rows{
    row("Town", Role::base, 1, true),          row("Town", Role::base, 1, false),
    row("Town", Role::predicted, {}, true),    row("Nation", Role::predicted, 1, true),
    row("Nation", Role::predicted, 1, true),   row("Nation", Role::predicted, 1, false),
    row("Nation", Role::fitted, 1, true),      row("Town", Role::consistent, 1, false),
    row("Kingdom", Role::given, 1, true),      row("Kingdom", Role::given, {}, true),
    row("Nation", Role::consistent, {}, true),
};

TEST(Agreement, CountsWhatIsJudgedByRole) {
  EXPECT_EQ(agreement(rows), (Agreement{.predictions_judged = 3,
                                        .predictions_agreeing = 2,
                                        .base_judged = 2,
                                        .base_agreeing = 1,
                                        .consistent_judged = 1,
                                        .consistent_agreeing = 0,
                                        .fitted = 1,
                                        .given = 2,
                                        .not_judged = 2}));
  EXPECT_EQ(agreement({}), Agreement());
}

TEST(Agreement, IsToldForEachPlace) {
  const auto places = agreement_by_place(rows);
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].place, "Town");
  EXPECT_EQ(places[0].agreement,
            (Agreement{.base_judged = 2, .base_agreeing = 1, .consistent_judged = 1, .not_judged = 1}));
  EXPECT_EQ(places[1].place, "Nation");
  EXPECT_EQ(places[1].agreement,
            (Agreement{.predictions_judged = 3, .predictions_agreeing = 2, .fitted = 1, .not_judged = 1}));
  EXPECT_EQ(places[2].place, "Kingdom");
  EXPECT_EQ(places[2].agreement, (Agreement{.given = 2}));
}

}  // namespace
}  // namespace commonweal::analysis
