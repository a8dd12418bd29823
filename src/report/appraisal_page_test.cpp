// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_page.h"

#include <utility>

#include <gtest/gtest.h>

#include "report/appraisal_tables.h"
#include "report/why_figure.h"

namespace commonweal::report {
namespace {

/// A council that pays 4 once and 1 a year and saves 3 a year with one policy; the NHS gains 1 a year, not in cash.
appraisal::Case team() {
  appraisal::Case made;
  made.name = "team";
  made.grade = "judgement";
  made.futures = 1;
  made.change = {.cashable = {0, 3, 3, 0, 0, 0},
                 .not_in_cash = {0, 0, 0, 0, 1, 1},
                 .invested = {5, 1, 1, 0, 0, 0},
                 .transfer = {0, 0, 0, 0, 0, 0},
                 .one_off = {4, 0, 0},
                 .quality = {0, 0, 0},
                 .unmet = {-5, -10, -15},
                 .provided = {0, 0.01, 0.02},
                 .gap = {0, 0, 0}};
  made.agencies = {{6, 6, 7, 0}, {2, 0, 0, 0}};
  made.net_value.add(0, 1);
  made.promised = {7, 8};
  made.corrected = {9.8, 4.8};
  made.paid_back = {0, 0, 0};
  made.never_paid_back = 1;
  made.wrong_pocket = 0.25;
  made.break_even = {1, -1};
  made.fair_share = {0.5, 0.5};
  return made;
}

appraisal::Case nil() {
  appraisal::Case made = team();
  made.is_nil = true;
  made.promised = {};
  return made;
}

class AppraisalPageTest : public testing::Test {
 protected:
  AppraisalPageTest() {
    study_.title = "Doors";
    study_.scope.question = "Which?";
    for (const auto& [id, name] : {std::pair("as-now", "As now"), std::pair("team-and-poster", "Team and poster")}) {
      study::Scenario scenario;
      scenario.id = id;
      scenario.name = name;
      study_.scenarios.add(scenario);
    }
    appraisal_.first = {2012};
    appraisal_.years = 3;
    appraisal_.draws = 1;
    appraisal_.agencies = {"council", "NHS"};
    appraisal_.cohorts = {"older people"};
    appraisal_.services = {"care"};
    appraisal_.is_public = {true, true};
    appraisal_.without = team().change;
    appraisal_.without.unmet = {10, 20, 30};
    appraisal_.scenarios.push_back({study_.scenarios.id_at(1),
                                    {{"team", "judgement", {}}, {"poster", "judgement", {}}},
                                    team(),
                                    {team(), nil()},
                                    {team(), nil()}});
  }

  const appraisal::ScenarioAppraisal& scenario() const { return appraisal_.scenarios.front(); }

  study::Study study_;
  appraisal::Appraisal appraisal_;
};

TEST_F(AppraisalPageTest, the_answer_is_said_before_and_after_the_correction_and_says_whose_pockets) {
  EXPECT_EQ(
      appraisal_answer(appraisal_, scenario()),
      "Over 3 years these policies cost £7.0 million and bring £8.0 million, in prices of 2012-13: a gain of £1.0 "
      "million. Corrected for optimism it is a loss of £5.0 million. The council pays most and the council gains "
      "most; 25.0% of what is gained lands with others than those who pay for it.");
}

TEST_F(AppraisalPageTest, a_policy_without_effect_is_said_to_be_nil) {
  EXPECT_EQ(company_answer(scenario()),
            "One by one their benefits would add up to £8.0 million; together they are £8.0 million: none stands in "
            "another’s way. Nil, alone and with the others: poster.");
  const Table table = options_table(appraisal_, scenario(), study_);
  EXPECT_EQ(std::get<std::string>(table.rows[1][12]), "nil: it changes nothing");
}

TEST_F(AppraisalPageTest, less_or_more_than_the_sum_is_said) {
  appraisal_.scenarios.front().package.promised.benefits = 5;
  EXPECT_NE(company_answer(scenario()).find("less than the sum"), std::string::npos);
  appraisal_.scenarios.front().package.promised.benefits = 11;
  EXPECT_NE(company_answer(scenario()).find("more than the sum"), std::string::npos);
}

TEST_F(AppraisalPageTest, the_business_case_is_in_thousands_by_year) {
  const std::string csv = table_csv(business_case_table(appraisal_, scenario(), study_));
  EXPECT_EQ(csv.substr(0, csv.find("Poster")),
            "Policy,Year,One-off cost,Ongoing cost,Cashable saving,Net,Cumulative,Payback (half of the "
            "futures),Budget that pays most,Benefit owner\r\n"
            "Team,2012-13,4000,1000,0,-5000,-5000,not by 2014-15,council,council\r\n"
            "Team,2013-14,0,1000,3000,2000,-3000,not by 2014-15,council,council\r\n"
            "Team,2014-15,0,1000,3000,2000,-1000,not by 2014-15,council,council\r\n");
}

TEST_F(AppraisalPageTest, agencies_add_up) {
  const Table table = agencies_table(appraisal_, scenario(), study_);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(std::get<double>(table.rows[2][4]), 1);  // net
  EXPECT_EQ(std::get<double>(table.rows[2][6]), 0);  // given so that none loses
}

TEST_F(AppraisalPageTest, the_impact_is_by_service_and_by_cohort) {
  const Table table = impact_table(appraisal_, scenario(), study_);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(std::get<double>(table.rows[0][3]), 1);   // care: 0, 1 and 2 points more
  EXPECT_EQ(std::get<double>(table.rows[1][2]), 20);  // people without
  EXPECT_EQ(std::get<double>(table.rows[1][5]), -15);
}

TEST_F(AppraisalPageTest, the_page_says_why_the_gap_changes) {
  appraisal::Why why;
  why.scenario = study_.scenarios.id_at(1);
  why.first = {2012};
  why.years = 1;
  why.futures = 1;
  why.drivers = {"team"};
  why.parts.resize(1);
  why.parts[0].add(0, -2);
  why.change.resize(1);
  why.change[0].add(0, -2);
  why.without = {20};
  appraisal::Valuation valuation;
  valuation.title = "A guidance";
  const std::string page = appraisal_page(appraisal_, {why}, valuation, study_, {});
  EXPECT_NE(page.find("is smaller than without them by £2.0 million"), std::string::npos);
  EXPECT_NE(page.find("A guidance"), std::string::npos);
  EXPECT_EQ(table_csv(why_table(why, study_)), "Year,Gap without,Team,Change in all\r\n2012-13,20,-2,-2\r\n");
}

}  // namespace
}  // namespace commonweal::report
