// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::base {
namespace {

TEST(Names, RunsOfBlanksAreOneUnderscoreAndCaseIsNone) {
  EXPECT_EQ(canonical("Need growth"), "need_growth");
  EXPECT_EQ(canonical("  need \t__ GROWTH_ "), "need_growth");
  EXPECT_EQ(canonical("\"Trust (in both)\""), "\"trust_(in_both)\"");
  EXPECT_EQ(canonical(" _ "), "");
}

RC_GTEST_PROP(Names, AreTheSameIfTheirCanonicalFormsAre, ()) {
  const auto name = rc::gen::container<std::string>(rc::gen::element('a', 'A', 'b', ' ', '_', '\n'));
  const std::string one = *name, other = *rc::gen::oneOf(name, rc::gen::just(' ' + one), rc::gen::just(canonical(one)));
  RC_ASSERT(is_same_name(one, other) == (canonical(one) == canonical(other)));
  RC_ASSERT(canonical(canonical(one)) == canonical(one));
}

}  // namespace
}  // namespace commonweal::base
