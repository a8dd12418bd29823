// SPDX-License-Identifier: Apache-2.0
#include "returns/lines.h"

#include <gtest/gtest.h>

namespace commonweal::returns {
namespace {

Part part_of(std::string_view heading) {
  const Line* line = line_of(heading);
  return line == nullptr ? Part::none : line->part;
}

TEST(LineOf, knows_a_line_by_the_headings_of_every_year) {
  for (const char* heading : {"Interest payable and similar charges", "781: Interest: external payments"}) {
    EXPECT_EQ(part_of(heading), Part::capital) << heading;
  }
  for (const char* heading : {"Redistributed non-domestic rates", "Retained income from Rate Retention Scheme",
                              "870: Retained income from Rate Retention Scheme"}) {
    EXPECT_EQ(part_of(heading), Part::business_rates) << heading;
  }
  for (const char* heading : {"Specific and special revenue grants inside AEF",
                              "804: Specific and special grants inside AEF [SG line 699 as income]"}) {
    EXPECT_EQ(part_of(heading), Part::specific_grants) << heading;
  }
  EXPECT_EQ(part_of("Appropriations to(+)/ from(-) schools' reserves"), Part::schools_reserves);
  EXPECT_EQ(part_of("Appropriations to(+)/from(-) schools reserves"), Part::schools_reserves);
}

TEST(LineOf, tells_lines_apart_that_begin_alike) {
  EXPECT_EQ(part_of("Social care"), Part::children_and_adult);
  EXPECT_EQ(part_of("330: Children Social Care"), Part::children);
  EXPECT_EQ(part_of("Other services"), Part::central);
  EXPECT_EQ(part_of("390: Public Health"), Part::public_health);
  EXPECT_EQ(part_of("Public Health financial reserves level"), Part::opening_earmarked);
  EXPECT_EQ(part_of("Other levies"), Part::levies);
  EXPECT_EQ(part_of("Other items"), Part::general_grant);
  EXPECT_EQ(part_of("915: Estimated other earmarked financial reserves level at 1 April"), Part::opening_earmarked);
  EXPECT_EQ(line_of("915: Estimated other earmarked financial reserves level at 31 March"), nullptr);
}

TEST(LineOf, knows_totals_with_and_without_what_they_are_totals_of) {
  for (const char* heading : {"NET CURRENT EXPENDITURE(TOTAL OF LINES 699to748)", "749: NET CURRENT EXPENDITURE"}) {
    ASSERT_NE(line_of(heading), nullptr) << heading;
    EXPECT_EQ(line_of(heading)->kind, LineKind::total);
  }
  EXPECT_EQ(line_of("930: Depreciation"), nullptr);
  EXPECT_EQ(line_of(""), nullptr);
}

}  // namespace
}  // namespace commonweal::returns
