// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace commonweal::base {
namespace {

std::string rendered(const Position& position, const std::string& hint = "") {
  Diagnostics diagnostics;
  diagnostics.error("a-name", position, "a message", hint);
  return diagnostics.render();
}

TEST(Diagnostics, shows_place_excerpt_caret_and_hint) {
  std::string text;
  for (int line = 1; line < 12; ++line) text += "\n";
  const SourceText source("model.mdl", text + "need = populaton * rate\n");
  Diagnostics diagnostics;
  diagnostics.error("unknown-variable", source.at({18, 9}), "'populaton' is not defined", "did you mean 'population'?");
  EXPECT_EQ(diagnostics.render(),
            "model.mdl:12:8: error: 'populaton' is not defined [unknown-variable]\n"
            "   12 | need = populaton * rate\n"
            "      |        ^~~~~~~~~\n"
            "      = did you mean 'population'?\n");
}

TEST(Diagnostics, shows_no_excerpt_for_a_whole_file) {
  EXPECT_EQ(rendered(Position::file("a.toml"), "do this"), "a.toml: error: a message [a-name]\n      = do this\n");
}

TEST(Diagnostics, shows_no_place_where_there_is_none) {
  EXPECT_EQ(rendered({}), "error: a message [a-name]\n");
}

TEST(Diagnostics, shows_no_caret_for_a_whole_line) {
  EXPECT_EQ(rendered(SourceText("a", "one\ntwo").at_line(2)), "a:2: error: a message [a-name]\n    2 | two\n");
}

TEST(Diagnostics, shows_an_empty_line_without_trailing_space) {
  EXPECT_EQ(rendered(SourceText("a", "one\n\n").at_line(2, 1)), "a:2:1: error: a message [a-name]\n    2 |\n");
}

TEST(Diagnostics, puts_the_caret_under_its_character_after_tabs_and_wide_bytes) {
  EXPECT_EQ(rendered(SourceText("a", "\t£ = x").at({6, 1})),
            "a:1:6: error: a message [a-name]\n"
            "    1 |  £ = x\n"
            "      |      ^\n");
}

TEST(Diagnostics, puts_the_caret_under_its_character_in_a_cut_line) {
  const std::string text = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  EXPECT_EQ(rendered(SourceText("a", text).at({500, 4})),
            "a:1:501: error: a message [a-name]\n"
            "    1 | ..." +
                std::string(36, 'a') + "HERE" + std::string(57, 'b') + "...\n" + "      | " + std::string(39, ' ') +
                "^~~~\n");
}

TEST(Diagnostics, ends_the_underline_with_the_cut_line) {
  EXPECT_EQ(rendered(SourceText("a", std::string(300, 'a')).at({0, 300})),
            "a:1:1: error: a message [a-name]\n"
            "    1 | " +
                std::string(100, 'a') + "...\n" + "      | ^" + std::string(102, '~') + "\n");
}

TEST(Diagnostics, counts_errors_and_not_warnings) {
  Diagnostics diagnostics;
  diagnostics.warning("a-name", Position::file("f"), "first");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.error("b-name", Position::file("f"), "second");
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.render(), "f: warning: first [a-name]\nf: error: second [b-name]\n");
}

}  // namespace
}  // namespace commonweal::base
