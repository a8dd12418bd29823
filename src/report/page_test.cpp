// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "report/fixture_test.h"

namespace commonweal::report {
namespace {

std::string page_of(const analysis::Findings& findings) {
  return page(findings, fixture::manifest());
}

/// The page as it reads: without the wrapping that keeps years in one piece.
std::string read_page(const analysis::Findings& findings) {
  std::string text = page_of(findings);
  const std::string begin = "<span class=\"year\">", end = "</span>";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    text.erase(text.find(end, at), end.size());
    text.erase(at, begin.size());
  }
  return text;
}

/// Every value of an attribute, in order.
std::vector<std::string> values_of(const std::string& text, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string start = " " + attribute + "=\"";
  for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
    const std::size_t begin = at + start.size();
    values.push_back(text.substr(begin, text.find('"', begin) - begin));
  }
  return values;
}

/// Opening and closing tags that do not match, as words; empty if all do. The page is written as XML would have it.
std::string unmatched(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    if (text[at + 1] == '!') continue;
    const std::size_t end = text.find('>', at);
    const bool closes = text[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1);
    const std::string name = text.substr(begin, text.find_first_of(" />", begin) - begin);
    if (closes) {
      if (open.empty() || open.back() != name) return "</" + name + "> at " + std::to_string(at);
      open.pop_back();
    } else if (text[end - 1] != '/') {
      open.push_back(name);
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is not closed";
}

void expect_sound(const std::string& text) {
  EXPECT_EQ(unmatched(text), "");
  const std::vector<std::string> ids = values_of(text, "id");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(unique.size(), ids.size()) << "an id is used twice";
  for (const std::string& address : values_of(text, "href")) {
    if (address.starts_with("#")) {
      EXPECT_TRUE(unique.contains(address.substr(1))) << address;
    }
  }
  for (const std::string& names : values_of(text, "aria-labelledby")) {
    const std::size_t space = names.find(' ');
    EXPECT_TRUE(unique.contains(names.substr(0, space))) << names;
    if (space != std::string::npos) {
      EXPECT_TRUE(unique.contains(names.substr(space + 1))) << names;
    }
  }
  for (const char* none : {"\"nan", "\"-nan", "\"inf", ",nan", ",inf", ">nan", " nan "}) {
    EXPECT_EQ(text.find(none), std::string::npos) << "a figure that is none: " << none;
  }
  EXPECT_EQ(text.find("<script"), std::string::npos);
}

TEST(Page, IsSoundAndHasNoScript) {
  expect_sound(page_of(fixture::findings()));
}

TEST(Page, OfTheSmallestFindingsIsSound) {
  const std::string text = page_of(fixture::smallest());
  expect_sound(text);
  EXPECT_NE(text.find("Nothing: every figure has a published source."), std::string::npos);
}

TEST(Page, OfNoFindingsAtAllIsSound) {
  expect_sound(page_of({}));
}

TEST(Page, AnswersTheFiveQuestionsOfAStranger) {
  const std::string text = page_of(fixture::findings());
  for (const char* heading : {"When care takes the money", "What drives the growth",
                              "What is published, modelled and assumed", "What was assumed", "What is left out"}) {
    EXPECT_NE(text.find(std::string(">") + heading + "</h2>"), std::string::npos) << heading;
  }
}

TEST(Page, SaysPlainlyThatCareDoesNotTakeAllTheMoney) {
  analysis::Findings findings = fixture::findings();
  findings.graphs[0].takes_all.reset();
  findings.graphs[0].restricts.reset();
  findings.headline.outcomes[0].takes_all.reset();
  expect_sound(page_of(findings));
  const std::string text = read_page(findings);
  EXPECT_NE(text.find("Care does not need all the money for services by 2042-43</h3>"), std::string::npos);
  EXPECT_NE(text.find("It does not need all of it in any year modelled, that is, not before the end of 2042-43."),
            std::string::npos);
  EXPECT_NE(text.find("<dd>Not by 2042-43</dd>"), std::string::npos);
}

TEST(Page, ShowsARowOutsideItsToleranceAsSuch) {
  const std::string text = page_of(fixture::findings());
  EXPECT_NE(text.find("3 predictions are judged, all of England: 2 agree. 2 figures were fitted and prove nothing. Of "
                      "the 1 line of base years 1 agree: they must."),
            std::string::npos);
  EXPECT_NE(text.find("<strong>1 of 6 figures that are judged differ by more than their tolerance</strong>"),
            std::string::npos);
  EXPECT_NE(text.find("<tr class=\"marked\"><th scope=\"row\">England: gap before action</th>"), std::string::npos);
}

TEST(Page, HeadingsGoDownOneLevelAtATime) {
  const std::string text = page_of(fixture::findings());
  int level = 0;
  for (std::size_t at = text.find("<h"); at != std::string::npos; at = text.find("<h", at + 1)) {
    const int next = text[at + 2] - '0';
    if (next < 1 || next > 6) continue;
    EXPECT_LE(next, level + 1) << text.substr(at, 80);
    level = next;
  }
  EXPECT_EQ(level, 2);
}

TEST(Page, EveryChartHasATitleASentenceAndItsFigures) {
  const std::string text = page_of(fixture::findings());
  std::size_t figures = 0;
  for (std::size_t at = text.find("<figure"); at != std::string::npos; at = text.find("<figure", at + 1), ++figures) {
    const std::string one = text.substr(at, text.find("</figure>", at) - at);
    for (const char* part : {"<h3 id=", "class=\"summary\"", "role=\"img\"", "<figcaption>", "<details>", "<table>"}) {
      EXPECT_NE(one.find(part), std::string::npos) << part << " in " << one.substr(0, 60);
    }
  }
  EXPECT_EQ(figures, 17u);
}

TEST(Page, WordsFromDataCannotBreakIt) {
  analysis::Findings findings = fixture::findings();
  const std::string hostile = "</title><script>alert('x')</script>\" onload=\"&";
  findings.title = findings.question = findings.headline.sentence = findings.headline.place = hostile;
  findings.graphs[0].scenario_name = findings.graphs[0].notes[0] = findings.graphs[0].services[0].name = hostile;
  findings.reconciliation[0].what = findings.assumptions[0].what = findings.limits[0] = hostile;
  findings.sources[0].url = "javascript:alert(1)";
  const std::string text = page_of(findings);
  expect_sound(text);
  EXPECT_EQ(text.find("href=\"javascript"), std::string::npos);
}

TEST(Page, ExtremeFiguresDoNotBreakIt) {
  analysis::Findings findings = fixture::findings();
  for (double& value : findings.graphs[0].services[0].values) value = -1e9;
  for (double& value : findings.graphs[0].envelope) value = 1e-9;
  for (double& value : findings.gaps[0].before_action) value = std::nan("");
  findings.graphs[1].envelope.clear();
  findings.graphs[1].care_share.clear();
  findings.gaps[1].from_cuts.clear();
  findings.demography[0].ages[0].values[0] = 0;
  findings.national->receipts.clear();
  findings.drivers[0].rows[0].price = std::nan("");
  findings.headline.care_share = std::nan("");
  expect_sound(page_of(findings));
}

}  // namespace
}  // namespace commonweal::report
