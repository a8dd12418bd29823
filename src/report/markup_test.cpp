// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace commonweal::report {
namespace {

/// What a browser reads from escaped text.
std::string read_back(const std::string& markup) {
  const std::pair<std::string, char> references[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string text;
  for (std::size_t at = 0; at < markup.size();) {
    std::size_t length = 1;
    char letter = markup[at];
    for (const auto& [reference, meant] : references) {
      if (markup.compare(at, reference.size(), reference) == 0) {
        letter = meant;
        length = reference.size();
      }
    }
    text += letter;
    at += length;
  }
  return text;
}

std::string without_controls(const std::string& text) {
  std::string kept;
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if ((code >= 0x20 && code != 0x7f) || letter == '\n' || letter == '\t' || letter == '\r') kept += letter;
  }
  return kept;
}

TEST(Markup, PlainTextCannotBecomeAnElementOrAReference) {
  EXPECT_EQ(Markup("<b>Fish & 'chips'</b> \"5 > 4\"").text(),
            "&lt;b&gt;Fish &amp; &#39;chips&#39;&lt;/b&gt; &quot;5 &gt; 4&quot;");
}

RC_GTEST_PROP(Markup, AnyTextReadsBackAsItselfAndHoldsNoBareMark, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("<>&\"';#lgtamp"))));
  const std::string escaped = Markup(text).text();
  RC_ASSERT(escaped.find_first_of("<>\"'") == std::string::npos);
  RC_ASSERT(read_back(escaped) == without_controls(text));
}

RC_GTEST_PROP(Markup, NoAttributeValueEndsItsQuotes, ()) {
  const auto value = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("\"'<>& a=")));
  const std::string text = empty_element("a", {{"title", value}}).text();
  RC_ASSERT(text.substr(0, 10) == "<a title=\"");
  RC_ASSERT(text.find('"', 10) == text.size() - 3);
}

TEST(Markup, ElementsNestAndKeepTheirOrder) {
  const Markup made = element("p", {{"class", "a"}}, Markup("1 < 2, ") + element("b", "so") + empty_element("br", {}));
  EXPECT_EQ(made.text(), "<p class=\"a\">1 &lt; 2, <b>so</b><br/></p>");
}

TEST(Markup, NumbersHaveTwoDigitsAtMostAndNoMinusZero) {
  EXPECT_EQ(empty_element("c", {{"x", 1.23456}, {"y", -0.001}, {"z", 7.0}}).text(), "<c x=\"1.23\" y=\"0\" z=\"7\"/>");
}

}  // namespace
}  // namespace commonweal::report
