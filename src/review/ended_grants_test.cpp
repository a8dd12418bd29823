// SPDX-License-Identifier: Apache-2.0
#include "review/ended_grants.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::review {
namespace {

std::vector<EndedGrant> grants_of(const std::string& rows, base::Diagnostics& diagnostics) {
  const base::TemporaryFolder folder;
  return read_ended_grants(folder.write("ended.csv", "grant,service,last,amount,source,note\n" + rows), diagnostics);
}

TEST(EndedGrants, add_up_by_service_in_their_last_year_alone) {
  base::Diagnostics diagnostics;
  const auto grants = grants_of(
      "One,planning and economy,2010-11,458,Department,\n"
      "Two,planning and economy,2010-11,76,Department,paid to few\n"
      "Three,housing,2011-12,5,Department,\n",
      diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  const ByService paid = paid_until(grants, {2010});
  EXPECT_DOUBLE_EQ(paid[6], 534);
  EXPECT_DOUBLE_EQ(paid[3], 0);
  EXPECT_DOUBLE_EQ(paid_until(grants, {2011})[3], 5);
}

TEST(EndedGrants, that_paid_nothing_or_for_no_service_are_refused_all_at_once) {
  base::Diagnostics diagnostics;
  EXPECT_TRUE(
      grants_of("One,planning,2010-11,458,Department,\nTwo,housing,2010-11,0,Department,\n", diagnostics).size() <= 1);
  const std::string said = diagnostics.render();
  EXPECT_NE(said.find("[unknown-word]"), std::string::npos) << said;
  EXPECT_NE(said.find("above 0, in GBP million [bad-amount]"), std::string::npos) << said;
}

}  // namespace
}  // namespace commonweal::review
