// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <bit>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::base {
namespace {

TEST(Trimmed, takes_white_space_from_both_ends_only) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
}

TEST(Split, keeps_empty_parts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

RC_GTEST_PROP(Split, is_undone_by_joined, (const std::vector<std::string>& words)) {
  std::vector<std::string> parts = {""};
  for (const std::string& word : words) {
    parts.emplace_back();
    for (const char character : word) {
      if (character != ';') parts.back() += character;
    }
  }
  const std::string whole = joined(parts, ";");
  const auto found = split(whole, ';');
  RC_ASSERT(std::vector<std::string>(found.begin(), found.end()) == parts);
}

TEST(Lower, changes_ascii_letters_only) {
  EXPECT_EQ(lower("ÀB-Z1"), "Àb-z1");
}

TEST(ParseNumber, reads_decimal_numbers) {
  EXPECT_EQ(parse_number("12"), 12.0);
  EXPECT_EQ(parse_number("-0.5e3"), -500.0);
  EXPECT_EQ(parse_number(".25"), 0.25);
}

TEST(ParseNumber, refuses_everything_else) {
  for (const char* text : {"", " 1", "1 ", "1,000", "1.2.3", "nan", "inf", "0x10", "1e", "1e999", "--1", "£1"}) {
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(Shortest, reads_back_as_the_same_bits, (std::uint64_t bits)) {
  const auto value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  const auto again = parse_number(shortest(value));
  RC_ASSERT(again.has_value());
  RC_ASSERT(std::bit_cast<std::uint64_t>(*again) == bits);
}

TEST(Shortest, is_short_and_names_what_is_no_number) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(2000), "2000");
  EXPECT_EQ(shortest(-std::nan("")), "nan");
  EXPECT_EQ(shortest(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(Grouped, puts_commas_between_thousands) {
  EXPECT_EQ(grouped(1234.5, 1), "1,234.5");
  EXPECT_EQ(grouped(123, 0), "123");
  EXPECT_EQ(grouped(-1234567, 0), "-1,234,567");
  EXPECT_EQ(grouped(999.96, 1), "1,000.0");
}

TEST(Grouped, never_says_minus_zero) {
  EXPECT_EQ(grouped(-0.04, 1), "0.0");
  EXPECT_EQ(grouped(-0.0, 0), "0");
}

RC_GTEST_PROP(Grouped, without_its_commas_is_the_rounded_number, (std::int32_t thousandths)) {
  const double value = thousandths / 1000.0;
  std::string text = grouped(value, 3);
  std::erase(text, ',');
  const auto again = parse_number(text);
  RC_ASSERT(again.has_value());
  RC_ASSERT(std::lround(*again * 1000) == thousandths);
}

TEST(CharacterCount, counts_code_points_and_each_stray_byte) {
  EXPECT_EQ(character_count("£5 – 😀"), 6U);
  EXPECT_EQ(character_count("a\xFF\xC3"), 3U);
}

TEST(FirstFaultOfUtf8, finds_stray_overlong_and_surrogate_bytes) {
  EXPECT_EQ(first_fault_of_utf8("£ – 😀"), std::nullopt);
  EXPECT_EQ(first_fault_of_utf8("ab\xA3"), 2U);            // a pound sign as Windows writes it
  EXPECT_EQ(first_fault_of_utf8("\xC0\xAF"), 0U);          // overlong '/'
  EXPECT_EQ(first_fault_of_utf8("\xE0\x80\xAF"), 0U);      // overlong '/' again
  EXPECT_EQ(first_fault_of_utf8("\xED\xA0\x80"), 0U);      // a surrogate
  EXPECT_EQ(first_fault_of_utf8("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
  EXPECT_EQ(first_fault_of_utf8("x\xE2\x80"), 1U);         // cut short
}

}  // namespace
}  // namespace commonweal::base
