// SPDX-License-Identifier: Apache-2.0
#include "base/source_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace commonweal::base {
namespace {

TEST(SourceText, counts_columns_in_characters) {
  const SourceText source("a", "one\r\n£££ two\r\n");
  const Position position = source.at({12, 3});
  EXPECT_EQ(position.line, 2U);
  EXPECT_EQ(position.column, 5U);
  EXPECT_EQ(position.length, 3U);
  EXPECT_EQ(position.excerpt, "£££ two");
}

TEST(SourceText, does_not_count_a_byte_order_mark) {
  const Position position = SourceText("a", "\xEF\xBB\xBFtitle = 1").at({3, 5});
  EXPECT_EQ(position.column, 1U);
  EXPECT_EQ(position.excerpt, "title = 1");
}

TEST(SourceText, underlines_only_the_first_of_several_lines) {
  const Position position = SourceText("a", "ab\ncd\n").at({1, 4});
  EXPECT_EQ(position.line, 1U);
  EXPECT_EQ(position.length, 1U);
}

TEST(SourceText, places_what_lies_past_the_end_at_the_end) {
  const Position position = SourceText("a", "ab\ncd").at({99, 4});
  EXPECT_EQ(position.line, 2U);
  EXPECT_EQ(position.column, 3U);
  EXPECT_EQ(SourceText("a", "ab\ncd").at_line(7).line, 2U);
  EXPECT_EQ(SourceText("a", "").at({5, 1}).line, 1U);
}

TEST(SourceText, shows_bytes_that_no_terminal_can_show_as_one_character_each) {
  EXPECT_EQ(SourceText("a", "\x1B[1m\tx\xFFy").at_line(1).excerpt, " [1m x\uFFFDy");
}

TEST(SourceText, cuts_a_long_line_of_plain_letters_where_it_cuts_any_other) {
  const std::string plain = std::string(60, 'a') + std::string(90, 'b'), other = "£" + plain.substr(1);
  for (const std::uint32_t column : {0U, 30U, 41U, 45U, 90U, 91U, 120U, 151U}) {
    const Position of_plain = SourceText("a", plain).at_line(1, column),
                   of_other = SourceText("a", other).at_line(1, column);
    std::string excerpt = of_other.excerpt;
    if (excerpt.starts_with("£")) excerpt.replace(0, 2, "a");
    EXPECT_EQ(of_plain.excerpt, excerpt) << column;
    EXPECT_EQ(of_plain.excerpt_shift, of_other.excerpt_shift) << column;
    EXPECT_EQ(of_plain.column, of_other.column) << column;
  }
}

RC_GTEST_PROP(SourceText, finds_every_byte_of_any_text, (const std::string& text)) {
  const SourceText source("a", text);
  const auto offset = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const Position position = source.at({static_cast<std::uint32_t>(offset), 1});
  const auto line_ends = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  RC_ASSERT(position.line == static_cast<std::uint32_t>(line_ends) + 1);
  RC_ASSERT(position.column >= 1U);
  RC_ASSERT(character_count(position.excerpt) <= 106U);
  RC_ASSERT(first_fault_of_utf8(position.excerpt) == std::nullopt);
}

}  // namespace
}  // namespace commonweal::base
