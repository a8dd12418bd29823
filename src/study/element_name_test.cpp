// SPDX-License-Identifier: Apache-2.0
#include "study/element_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::study {
namespace {

TEST(ElementName, BlanksAndCaseDoNotTellElementsApart) {
  EXPECT_TRUE(is_same_element("older people, Adult Care", "Older_People,adult care"));
  EXPECT_FALSE(is_same_element("older people", "older people, adult care"));
  EXPECT_FALSE(is_same_element("a,b", "a,c"));
  EXPECT_FALSE(is_same_element("a", ""));
}

RC_GTEST_PROP(ElementName, ElementsAreTheSameIfTheirCanonicalTextsAre, ()) {
  const auto element = rc::gen::container<std::string>(rc::gen::element('a', 'A', 'b', ' ', '_', ','));
  const std::string one = *element, other = *rc::gen::oneOf(element, rc::gen::just(" " + one));
  RC_ASSERT(is_same_element(one, other) == (canonical_text({"x", one}) == canonical_text({"x", other})));
}

}  // namespace
}  // namespace commonweal::study
