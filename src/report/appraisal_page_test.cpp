// SPDX-License-Identifier: Apache-2.0
#include "report/appraisal_page.h"

#include <utility>

#include <gtest/gtest.h>

#include "report/appraisal_impact.h"
#include "report/appraisal_tables.h"
#include "report/rejected_options.h"
#include "report/savings_tracker.h"
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
                 .gap = {0, 0, 0},
                 .required = {0, -1, -2}};
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
    appraisal_.scenarios.push_back(
        {study_.scenarios.id_at(1),
         {{"team", "judgement", {}, "efficiency", "A team."}, {"poster", "judgement", {}, "", ""}},
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
  EXPECT_EQ(std::get<std::string>(table.rows[1][13]), "nil: it changes nothing");
}

TEST_F(AppraisalPageTest, less_or_more_than_the_sum_is_said) {
  appraisal_.scenarios.front().package.promised.benefits = 5;
  EXPECT_NE(company_answer(scenario()).find("less than the sum"), std::string::npos);
  appraisal_.scenarios.front().package.promised.benefits = 11;
  EXPECT_NE(company_answer(scenario()).find("more than the sum"), std::string::npos);
  const Table table = options_table(appraisal_, scenario(), study_);
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(std::get<double>(table.rows[0][12]), 1);  // the team's net, added to the poster
  EXPECT_EQ(std::get<std::string>(table.rows[2][0]), "One by one, added up");
  EXPECT_EQ(std::get<double>(table.rows[2][2]), 8);
  EXPECT_EQ(std::get<std::string>(table.rows[3][13]), "more than the sum");
}

TEST_F(AppraisalPageTest, where_losses_and_gains_by_company_even_out_the_sum_hides_neither) {
  appraisal::ScenarioAppraisal& both = appraisal_.scenarios.front();
  both.alone[1] = both.last_in[1] = team();
  both.last_in[0].promised.benefits = 7;
  both.last_in[1].promised.benefits = 9;
  both.package.promised.benefits = 16;
  EXPECT_EQ(company_answer(scenario()),
            "One by one their benefits would add up to £16.0 million; together they are £16.0 million: as much as the "
            "sum, for what some lose by company others gain. Less with all the others: team. More with all the "
            "others: poster.");
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

TEST_F(AppraisalPageTest, the_impact_of_each_policy_is_told_and_what_the_package_cumulates) {
  appraisal_.scenarios.front().package.change.unmet = {-1, -2, -3};
  appraisal_.scenarios.front().alone[1].change.provided = {-0.01, -0.02, -0.06};
  const std::string csv = table_csv(cumulative_impact_table(appraisal_, scenario(), study_));
  EXPECT_EQ(csv.substr(csv.find("\r\n") + 2),
            "Team,0,no service loses,0,-10,-30\r\n"
            "Poster,1,care,-3,-10,-30\r\n"
            "\"One by one, added up\",1,care,-2,-20,-60\r\n"
            "All of them together,0,no service loses,0,-2,-6\r\n");
}

TEST_F(AppraisalPageTest, the_impact_is_said_in_words) {
  EXPECT_EQ(impact_answer(appraisal_, scenario()),
            "No service loses. On average 10 fewer people go without what they need.");
  appraisal_.scenarios.front().package.change.provided = {-0.01, -0.02, -0.06};
  appraisal_.scenarios.front().package.change.unmet = {5, 10, 15};
  EXPECT_EQ(impact_answer(appraisal_, scenario()),
            "Of 1 services 1 lose: most of all care, by 3.0 points of its standard on average over the years. On "
            "average 10 more people go without what they need. More go without among: older people.");
}

// Planned 3,000 in each of two years; of efficiencies 80 in 100 came elsewhere. What was said of no kind has the prior
// for any.
TEST_F(AppraisalPageTest, savings_are_tracked_as_planned_and_as_expected) {
  appraisal::Valuation valuation;
  valuation.medium_term = 2;
  valuation.delivery = {
      {{"efficiency", 0.8, 0.5, 0.9, "", "Ours."}, {"any", 0.6, 0.4, 0.7, "Minutes", ""}}, 0.9, 0.75, "Ours."};
  study_.scope.owner = "A. Person";
  appraisal_.scenarios.front().alone[0].cashable = 6;
  appraisal_.scenarios.front().alone[0].not_in_cash = 2;
  EXPECT_EQ(
      table_csv(savings_tracker(appraisal_, scenario(), valuation, study_)),
      "Saving,Kind of saving,Owner,Budget line that falls most,Benefit owner,One-off or ongoing,Cashable (% of "
      "public gains),Planned 2012-13,Planned 2013-14,\"Planned, years of the plan\",Chance of delivery "
      "(%),\"Expected, years of the plan\",\"Expected, low\",\"Expected, high\",Rating,The chance rests "
      "on,Status,Delivered so far\r\n"
      "Team,efficiency,A. Person,care,council,ongoing,75,0,3000,3000,80,2400,1500,2700,amber,judgement,planned,to "
      "be filled in\r\n"
      "Poster,not said,A. Person,care,council,ongoing,0,0,3000,3000,60,1800,1200,2100,red,councils’ own "
      "reports,planned,to be filled in\r\n");
  valuation.delivery = {};
  const Table table = savings_tracker(appraisal_, scenario(), valuation, study_);
  EXPECT_EQ(std::get<std::string>(table.rows[0][14]), "not rated");
}

TEST_F(AppraisalPageTest, rejected_options_keep_their_reason_and_are_appraised_where_a_scenario_does_them) {
  study_.rejected = {{"Close it", "It is a duty.", "Cabinet, 12 February 2013", "", {}, {}},
                     {"A smaller team", "Too small to matter.", "", "team-and-poster", {}, {}},
                     {"Carry on elsewhere", "Another place.", "", "as-now", {}, {}}};
  const std::string csv = table_csv(rejected_table(appraisal_, study_));
  EXPECT_EQ(csv.substr(csv.find("\r\n") + 2),
            "Close it,It is a duty.,\"Cabinet, 12 February 2013\",,,,,,,no: no scenario of the study does it\r\n"
            "A smaller team,Too small to matter.,not said,7,8,1,-5.000000000000001,0,-10,\"yes, like the others\"\r\n"
            "Carry on elsewhere,Another place.,not said,,,,,,,no: its scenario cannot be set against the "
            "headline\r\n");
  EXPECT_EQ(rejected_sentence(study_, study_.scenarios.id_at(1)), "Turned down: Too small to matter.");
  EXPECT_NE(rejected_section(appraisal_, study_).text().find("It is a duty."), std::string::npos);
}

TEST_F(AppraisalPageTest, a_study_without_rejected_options_is_said_to_have_none) {
  EXPECT_NE(rejected_section(appraisal_, study_).text().find("names no option that was turned down"),
            std::string::npos);
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
  // Always, whatever is asked: the impact, and what cannot be said of whom.
  for (const char* words : {"Services and people", "By cohort means: older people", "matched to the Index of Multiple",
                            "By protected group (Equality Act 2010", "Rejected options"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(page.find("can be told apart"), std::string::npos);
  why.lumped = {"club", "key", "door"};
  why.drivers = {"all others"};
  EXPECT_NE(appraisal_page(appraisal_, {why}, valuation, study_, {})
                .find("3 things differ, and 1 can be told apart, each by every order in which they could come. All "
                      "others is 3 of them taken as one: club, key and door."),
            std::string::npos);
  why.drivers = {"team"};
  EXPECT_EQ(table_csv(why_table(why, study_)), "Year,Gap without,Team,Change in all\r\n2012-13,20,-2,-2\r\n");
}

}  // namespace
}  // namespace commonweal::report
