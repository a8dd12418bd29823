// SPDX-License-Identifier: Apache-2.0
#include "returns/accounts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "returns/place_files.h"

namespace commonweal::returns {
namespace {

/// A return of a few lines, whose totals are what the lines add up to.
struct Made {
  std::string path = "return.csv";
  std::vector<std::vector<std::string>> rows = {{"e_code", "authority", "class"}, {"E0001", "Town", "UA"}};
  double sum = 0;

  void amount(const std::string& heading, double value) {
    rows[0].push_back(heading);
    rows[1].push_back(value == 0 ? "" : std::to_string(value));
    sum += value;
  }
  void total(const std::string& heading, double off = 0) {
    rows[0].push_back(heading);
    rows[1].push_back(std::to_string(sum + off));
    sum += off;
  }
  Outturn outturn(base::Diagnostics& diagnostics) const {
    const auto found = find_outturn({{path, "", rows}}, base::FinancialYear{2012}, diagnostics);
    EXPECT_TRUE(found) << diagnostics.render();
    return found.value_or(Outturn());
  }
};

Made town(double care, double grant, double off = 0) {
  Made made;
  made.amount("Highways and transport services", 500);
  made.amount("Children Social Care", care);
  made.amount("Adult Social Care", 2 * care);
  made.amount("Police services", 30);
  made.total("TOTAL SERVICE EXPENDITURE (TOTAL OF LINES 190 TO 698)", off);
  made.amount("Waste Disposal Authority levy", 70);
  made.total("NET CURRENT EXPENDITURE");
  made.amount("Interest payable and similar charges", 40);
  made.total("SUB-TOTAL");
  made.amount("Interest and investment income (-)", -5);
  made.total("REVENUE EXPENDITURE");
  made.amount("Specific and special revenue grants inside AEF", -grant);
  made.total("NET REVENUE EXPENDITURE");
  made.amount("Appropriations to(+)/from(-) unallocated financial reserves", 12);
  made.amount("Revenue Support Grant", -100);
  made.total("COUNCIL TAX REQUIREMENT");
  made.amount("Unallocated financial reserves level", 900);
  return made;
}

double value_of(const Accounts& accounts, const std::string& variable, const std::string& element) {
  for (const Figure& figure : accounts.figures) {
    if (figure.variable == variable && figure.element == element) return figure.value;
  }
  return -1e9;
}

RC_GTEST_PROP(Accounts, close_whatever_the_amounts_and_the_rounding, ()) {
  const Made made = town(*rc::gen::inRange(1, 100'000), *rc::gen::inRange(0, 50'000), *rc::gen::inRange(-5, 6));
  base::Diagnostics diagnostics;
  const Outturn outturn = made.outturn(diagnostics);
  const auto accounts = accounts_of(outturn, outturn.authorities.front(), usual_tolerance, diagnostics);
  RC_ASSERT(accounts.has_value());
  double left = 0;
  for (const Figure& figure : accounts->figures) {
    if (figure.variable == "announced funding") left += figure.value;
    const bool is_paid = figure.variable == "base spend" || figure.variable == "base below the line" ||
                         figure.variable.starts_with("planned payment");
    if (is_paid) left -= figure.value;
  }
  RC_ASSERT(std::abs(left) < 1e-9);
}

TEST(Accounts, put_each_line_where_the_model_has_it) {
  base::Diagnostics diagnostics;
  const Outturn outturn = town(2000, 700).outturn(diagnostics);
  const auto accounts = accounts_of(outturn, outturn.authorities.front(), usual_tolerance, diagnostics);
  ASSERT_TRUE(accounts);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base spend", "children social care"), 2);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base spend", "adult social care older"), 2.02);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base spend", "adult social care working age"), 1.98);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base below the line", "levies"), 0.07);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base below the line", "capital financing"), 0.035);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "base below the line", "other items below the line"), 0.03);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "announced funding", "other specific grants"), 0.7);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "announced funding", "general grant"), 0.1);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "opening unallocated reserves", ""), 0.9);
}

TEST(Accounts, that_miss_a_total_by_more_than_the_tolerance_are_refused) {
  base::Diagnostics diagnostics;
  const Outturn outturn = town(2000, 700, 6).outturn(diagnostics);
  EXPECT_FALSE(accounts_of(outturn, outturn.authorities.front(), usual_tolerance, diagnostics));
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_NE(diagnostics.render().find("[does-not-reconcile]"), std::string::npos);
  base::Diagnostics none;
  EXPECT_TRUE(accounts_of(outturn, outturn.authorities.front(), 6, none));
}

TEST(Accounts, of_a_return_that_does_not_part_social_care_part_it_as_the_nation_did) {
  base::Diagnostics diagnostics;
  Made made = town(2000, 700);
  made.rows[0][4] = "Social care";
  made.rows[0][5] = "Housing services (GFRA only)";
  const auto outturn = find_outturn({{made.path, "", made.rows}}, base::FinancialYear{2010}, diagnostics);
  ASSERT_TRUE(outturn) << diagnostics.render();
  const auto accounts = accounts_of(*outturn, outturn->authorities.front(), usual_tolerance, diagnostics);
  ASSERT_TRUE(accounts);
  const double children = value_of(*accounts, "base spend", "children social care");
  EXPECT_NEAR(children, 0.607, 0.001);
  EXPECT_NEAR(value_of(*accounts, "base spend", "adult social care older") +
                  value_of(*accounts, "base spend", "adult social care working age"),
              2 - children, 1e-9);
}

TEST(Accounts, begin_with_the_reserves_of_1_April_where_a_later_sheet_has_those_of_31_March) {
  base::Diagnostics diagnostics;
  Made first = town(2000, 700);
  first.amount("Public Health financial reserves level", 40);
  first.amount("Other earmarked financial reserves level", 300);
  Made second = first;
  for (std::size_t column = 3; column < second.rows[1].size(); ++column) second.rows[1][column] = "1000000";
  const auto outturn = find_outturn({{first.path, "(1)", first.rows}, {first.path, "(2)", second.rows}},
                                    base::FinancialYear{2012}, diagnostics);
  ASSERT_TRUE(outturn) << diagnostics.render();
  const auto accounts = accounts_of(*outturn, outturn->authorities.front(), usual_tolerance, diagnostics);
  ASSERT_TRUE(accounts) << diagnostics.render();
  EXPECT_DOUBLE_EQ(value_of(*accounts, "opening unallocated reserves", ""), 0.9);
  EXPECT_DOUBLE_EQ(value_of(*accounts, "opening earmarked reserves", ""), 0.34);
}

TEST(FolderName, is_the_authority_and_the_year_in_plain_letters) {
  Outturn outturn;
  outturn.year = {2014};
  Authority authority;
  authority.name = "Bath & North East Somerset UA";
  EXPECT_EQ(folder_name(outturn, authority), "bath-north-east-somerset-ua-2014");
}

}  // namespace
}  // namespace commonweal::returns
