// SPDX-License-Identifier: Apache-2.0
#include "report/tables.h"

#include <cmath>

#include <gtest/gtest.h>

#include "report/fixture_test.h"

namespace commonweal::report {
namespace {

TEST(Tables, EveryRowHasACellForEveryColumn) {
  for (const Table& table : all_tables(fixture::findings())) {
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.title;
  }
}

TEST(Tables, ThoseWithNothingToShowAreLeftOut) {
  std::vector<std::string> names;
  for (const Table& table : all_tables(fixture::smallest())) names.push_back(table.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Answer", "Gap in the last year", "Spend only", "Gap only"}));
}

TEST(Tables, ScenariosThatBeginInDifferentYearsAreLinedUp) {
  analysis::Findings findings = fixture::findings();
  findings.graphs = {findings.graphs[0], findings.graphs[3]};  // from 2012-13 and from 2011-12
  const Table table = care_share_table(findings.graphs);
  EXPECT_EQ(std::get<std::string>(table.rows[0][0]), "2011-12");
  EXPECT_TRUE(std::isnan(std::get<double>(table.rows[0][1])));
  EXPECT_NEAR(std::get<double>(table.rows[1][1]), 65.35, 0.01);
}

TEST(Verdict, SaysWhatTheAgreementIsWorth) {
  analysis::ReconciliationRow row;
  row.published = 1.4;
  row.model = 2.6;
  EXPECT_EQ(verdict(row), "shown, not judged");
  row.tolerance = 0.07;
  EXPECT_EQ(verdict(row), "agrees within 0.07");
  row.within = false;
  EXPECT_EQ(verdict(row), "differs by more than 0.07");
  EXPECT_TRUE(is_judged(row));
  row.role = study::Role::given;
  EXPECT_EQ(verdict(row), "carried in; differs by more than 0.07");
  EXPECT_FALSE(is_judged(row));
  row.within = true;
  EXPECT_EQ(verdict(row), "carried in, not a test");
  row.role = study::Role::predicted;
  row.model = std::nan("");
  EXPECT_EQ(verdict(row), "no figure from the model");
}

TEST(Tables, ARowOutsideItsToleranceIsMarked) {
  const Table table = reconciliation_table(fixture::findings().reconciliation);
  EXPECT_EQ(table.marked, std::vector<std::size_t>{2});
}

}  // namespace
}  // namespace commonweal::report
