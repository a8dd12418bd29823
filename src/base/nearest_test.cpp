// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

TEST(Nearest, finds_a_misspelling) {
  const std::vector<std::string> known = {"population", "price", "need"};
  EXPECT_EQ(nearest("populaton", known), "population");   // dropped
  EXPECT_EQ(nearest("popluation", known), "population");  // swapped
  EXPECT_EQ(nearest("PRICE ", known), "price");
  EXPECT_EQ(nearest("neeed", known), "need");
}

TEST(Nearest, does_not_guess_wildly) {
  EXPECT_EQ(nearest("owner", {"price", "need"}), std::nullopt);
  EXPECT_EQ(nearest("a", {"b"}), std::nullopt);
  EXPECT_EQ(nearest("", {"need", ""}), std::nullopt);
  EXPECT_EQ(nearest("need", {}), std::nullopt);
}

TEST(Nearest, prefers_the_closest_and_then_the_first) {
  EXPECT_EQ(nearest("rates", {"rages", "rate", "crates"}), "rages");
  EXPECT_EQ(nearest("rates", {"ratio", "rate"}), "rate");
}

RC_GTEST_PROP(Nearest, forgives_any_one_letter_dropped, ()) {
  const auto word = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z')).as("word");
  RC_PRE(word.size() >= 2U);
  std::string seen = word;
  seen.erase(*rc::gen::inRange<std::size_t>(0, word.size()), 1);
  RC_ASSERT(nearest(seen, {word}) == word);
}

TEST(Suggestion, asks_or_says_something_else) {
  EXPECT_EQ(suggestion("modle", {"model"}), "did you mean 'model'?");
  EXPECT_EQ(suggestion("xyz", {"model"}, "the keys are: model"), "the keys are: model");
}

}  // namespace
}  // namespace commonweal::base
