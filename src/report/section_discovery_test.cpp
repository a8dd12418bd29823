// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/discovery_tables.h"
#include "report/fixture_test.h"
#include "report/sections.h"

namespace commonweal::report {
namespace {

std::string section_of(const analysis::Findings& findings) {
  return discovery_section(findings).text();
}

void expect_words(const std::string& text, const std::string& words) {
  EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

TEST(DiscoverySection, SaysHowOftenAndUnderWhichConditionsJudgedOnWhatWasKeptBack) {
  const std::string text = section_of(fixture::findings());
  expect_words(text, "In 21 of 198 futures (11 of 100) the gap &amp; need shrink.");
  expect_words(text,
               "Where elasticity is 0.025 or more and pay &amp; prices is between 0.1 and 0.4, it does so in 70 of 100 "
               "futures; 70 of 100 of the futures in which it does are there.");
  expect_words(text, "in the half on which the conditions were found, 83 of 100 and 91 of 100.");
  expect_words(text, "where elasticity is 0.025 or more, in 40 of 100 futures, with 80 of 100");
  expect_words(text, "With every number at its centre it does not come about. One number changes that by itself");
  expect_words(text, "gap before action in 2030-31 in &#39;flat-real&#39; less that in &#39;flat-cash&#39; is below 0");
  expect_words(text, "2 futures could not be computed and are left out.");
}

TEST(DiscoverySection, SaysAsPlainlyThatNothingWasFound) {
  analysis::Findings findings = fixture::findings();
  findings.discovery->found.conditions.clear();
  findings.discovery->found.single.reset();
  findings.discovery->break_evens.clear();
  const std::string text = section_of(findings);
  expect_words(text, "No condition on the 3 uncertain numbers tells these futures from the others better than chance");
  expect_words(text, "No single number changes that anywhere in its range");
  findings.discovery->found.wanted = 0;
  expect_words(section_of(findings), "Nothing in the ranges of the evidence brings it about");
}

TEST(DiscoverySection, IsNoneWhereNothingWasAsked) {
  analysis::Findings findings = fixture::findings();
  findings.discovery.reset();
  EXPECT_TRUE(discovery_section(findings).empty());
}

TEST(OfHundred, IsNeverNoneOrAllWhereItIsNot) {
  EXPECT_EQ(of_hundred(0), "0 of 100");
  EXPECT_EQ(of_hundred(0.001), "fewer than 1 of 100");
  EXPECT_EQ(of_hundred(0.994), "more than 99 of 100");
  EXPECT_EQ(of_hundred(1), "100 of 100");
}

}  // namespace
}  // namespace commonweal::report
