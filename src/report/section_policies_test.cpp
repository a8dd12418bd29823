// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/policy_tables.h"
#include "report/sections.h"
#include "report/tables.h"

namespace commonweal::report {
namespace {

analysis::Findings with_a_policy() {
  analysis::Findings findings;
  analysis::PolicyUse policy;
  policy.id = "lunch-club";
  policy.title = "Lunch club";
  policy.family = "change";
  policy.grade = "RCT";
  policy.cites = {3};
  policy.spells = {{"all", "All of it", {2012}, std::nullopt, 2, 1}, {"half", "Half", {2013}, {{2016}}, 1, 0.5}};
  findings.policies = {policy};
  return findings;
}

TEST(PoliciesSection, ShowsEvidenceAndSourcesOfEachPolicy) {
  const std::string text = policies_section(with_a_policy()).text();
  for (const char* words : {"Lunch club (change; evidence: RCT)", "RCT: a randomised trial at the scale of a service",
                            "href=\"#source-3\"", "Who gains</dt><dd>nobody"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  EXPECT_TRUE(policies_section({}).empty());
}

TEST(PoliciesSection, SaysOfWhatNobodyReadThatItIsAJudgement) {
  analysis::Findings findings = with_a_policy();
  findings.policies.front().cites.clear();
  EXPECT_NE(policies_section(findings).text().find("none: it is a judgement"), std::string::npos);
}

TEST(PolicySpellsTable, SaysWhenAndHowMuch) {
  const Table table = policy_spells_table(with_a_policy().policies);
  EXPECT_EQ(table.rows,
            (std::vector<std::vector<Cell>>{{"Lunch club", "All of it", "2012-13", 2.0, 100.0, "it goes on"},
                                            {"Lunch club", "Half", "2013-14", 1.0, 50.0, "2015-16"}}));
}

}  // namespace
}  // namespace commonweal::report
