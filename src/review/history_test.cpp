// SPDX-License-Identifier: Apache-2.0
#include "review/history.h"

#include <gtest/gtest.h>

#include "returns/lines.h"
#include "review/cut_history.h"

namespace commonweal::review {
namespace {

/// A return of two counties, the City of London and a body of another kind, all of the same amounts (GBP thousand).
returns::Outturn outturn(int year, const std::vector<std::pair<const char*, double>>& amounts) {
  returns::Outturn result;
  result.year = {year};
  std::vector<double> row;
  for (const auto& [heading, amount] : amounts) {
    result.columns.push_back({returns::line_of(heading), heading});
    row.push_back(amount);
  }
  for (const auto& [code, kind] : {std::pair("E0001", "county"), std::pair("E0002", "county"),
                                   std::pair("E5010", "London borough"), std::pair("E7000", "other authority")}) {
    result.authorities.push_back({code, "", code, kind, row, std::vector<std::string>(row.size())});
  }
  return result;
}

/// 2010-11 with one line for care, and two years that part it.
ReturnsFolder some_returns() {
  ReturnsFolder folder;
  folder.by_year[2010] = outturn(2010, {{"Social care", 90'000},
                                        {"Highways and transport services", 10'000},
                                        {"Waste Disposal Authority levy", 1'000},
                                        {"Area Based Grant", -5'000},
                                        {"Revenue Support Grant", -15'000},
                                        {"Redistributed non-domestic rates", -10'000},
                                        {"COUNCIL TAX REQUIREMENT", 70'000}});
  folder.by_year[2011] = outturn(2011, {{"Children Social Care", 20'000},
                                        {"Adult Social Care", 60'000},
                                        {"Highways and transport services", 9'000},
                                        {"COUNCIL TAX REQUIREMENT", 71'000}});
  folder.by_year[2012] = folder.by_year[2011];
  folder.by_year[2012].year = {2012};
  for (const auto& [year, outturn] : folder.by_year) folder.files[year] = {"rs.csv", {year}, "abc"};
  return folder;
}

TEST(HistoryBetween, parts_one_line_for_care_as_the_return_of_the_year_after) {
  base::Diagnostics diagnostics;
  const History history = history_between(some_returns(), "returns", {2010}, {2012}, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  ASSERT_EQ(history.councils.size(), 4U);
  EXPECT_DOUBLE_EQ(history.councils[0].spend[0][0], 67.5);
  EXPECT_DOUBLE_EQ(history.councils[0].spend[0][1], 22.5);
  EXPECT_DOUBLE_EQ(history.councils[0].spend[1][0], 60);
  EXPECT_EQ(history.files.size(), 3U);
  EXPECT_EQ(history.adjusted, (std::vector<std::string>{
                                  "The return of 2010-11 has one line for the care of adults and children: parted as "
                                  "each council's return of 2011-12."}));
}

TEST(HistoryOf, begins_where_care_is_parted) {
  base::Diagnostics diagnostics;
  const History history = history_of(some_returns(), "returns", {2012}, {2012}, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  EXPECT_EQ(history.first.start, 2011);
  EXPECT_EQ(history.years, 2U);
  EXPECT_TRUE(history.adjusted.empty());
}

TEST(CutHistory, knows_what_money_is_free_and_leaves_out_who_is_like_no_other) {
  base::Diagnostics diagnostics;
  const CutHistory history = cut_history(some_returns(), "returns", {2010}, {2012}, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.render();
  ASSERT_EQ(history.spending.councils.size(), 3U);
  EXPECT_EQ(history.spending.left_out, std::vector<std::string>{"E5010: like no other council"});
  EXPECT_DOUBLE_EQ(history.money[0][0].council_tax, 70);
  EXPECT_DOUBLE_EQ(history.money[0][0].grants, 30);
  EXPECT_DOUBLE_EQ(history.grant_dependence(0), 0.3);
  EXPECT_DOUBLE_EQ(history.all_services, 3 * 101);  // three councils; the other authority is none
}

}  // namespace
}  // namespace commonweal::review
