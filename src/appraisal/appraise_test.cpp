// SPDX-License-Identifier: Apache-2.0
#include "appraisal/appraise.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "appraisal/summary.h"
#include "appraisal/why.h"
#include "base/temporary_folder.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace commonweal::appraisal {
namespace {

/// Team and club reach the same people: what one has done the other cannot do again. A key opens nothing without a
/// door, nor a door without a key. The poster does nothing. The team costs 3 a year, one of them paid by the NHS.
constexpr const char* model_text = R"({UTF-8}
Agency: council, NHS ~~|
Cohort: old, young ~~|
Service: care ~~|
Lever: team, club, key, door, poster ~~|
lever intensity[Lever] = 0 ~ dimensionless ~ |
lever cost[Lever] = 3, 2, 1, 1, 0 ~ GBP million/year ~ |
size = 10 ~ GBP million/year ~ |
price level = 1.02 ^ (Time - 2012) ~ dimensionless ~ |
helped = 1 - (1 - 0.5 * lever intensity[team]) * (1 - 0.5 * lever intensity[club])
	+ lever intensity[key] * lever intensity[door] ~ dimensionless ~ |
cashable gain[council] = price level * 0.4 * size * helped ~ GBP million/year ~ |
cashable gain[NHS] = price level * 0.3 * size * helped ~ GBP million/year ~ |
gain not in cash[Agency] = price level * 0.3 * size * helped ~ GBP million/year ~ |
transfer[council] = price level * lever intensity[team] ~ GBP million/year ~ |
transfer[NHS] = -price level * lever intensity[team] ~ GBP million/year ~ |
invested[council] = price level * SUM(lever cost[Lever!] * lever intensity[Lever!]) - transfer[council]
	~ GBP million/year ~ |
invested[NHS] = -transfer[NHS] ~ GBP million/year ~ |
total quality weighted people = 100 + 10 * helped ~ person ~ |
people with unmet need[Cohort] = 50 - 5 * helped ~ person ~ |
provided level[Service] = 1 - 0.1 * helped ~ dimensionless ~ |
gap before action = price level * (20 - 4 * helped) ~ GBP million/year ~ |
INITIAL TIME = 2012 ~ year ~ |
FINAL TIME = 2015 ~ year ~ |
TIME STEP = 1 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

constexpr const char* study_text = R"(title = "Doors"
model = "a.mdl"
places = ["place"]
[scope]
question = "Which?"
[years]
first = "2012-13"
last = "2014-15"
[[scenario]]
id = "as-now"
name = "As now"
[[scenario]]
id = "same-people"
name = "Same people"
[scenario.set]
"lever intensity[team]" = 1
"lever intensity[club]" = 1
"lever intensity[poster]" = 1
[[scenario]]
id = "key-and-door"
name = "Key and door"
[scenario.set]
"lever intensity[key]" = 1
"lever intensity[door]" = 1
[uncertainty]
draws = 130
dimensions = "dimensions.csv"
[[uncertainty.input]]
variable = "size"
distribution = "uniform"
low = 2
central = 10
high = 18
)";

class AppraiseTest : public testing::Test {
 protected:
  AppraiseTest() {
    valuation_.money = {{{0, 0.035}}};
    valuation_.health = {{{0, 0.015}}};
    valuation_.quality_year = 60000;
    valuation_.medium_term = 1;
    valuation_.optimism = {{"RCT", 0, 0}, {"judgement", 0.4, 0.4}};
  }

  std::optional<Appraisal> appraise_study(const std::string& text = study_text, unsigned threads = 1,
                                          bool only_packages = false) {
    base::Diagnostics faults;
    const auto source = std::make_shared<base::SourceText>("a.mdl", model_text);
    program_ = program::compile(model::build(syntax::parse(source, faults), faults), faults);
    folder_.write("place/place.toml",
                  "name = \"Place\"\ngss_code = \"E09000003\"\nkind = \"borough\"\nbase_year = \"2012-13\"\n");
    folder_.write("place/series.csv", "variable,element,year,value,unit,status,source,note\n");
    folder_.write("dimensions.csv", "input,dimension\nsize,0\n");
    study_ = study::read(folder_.write("study.toml", text), faults);
    design_ = study::design(study_, {place::read(study_.places.front(), faults)}, program_, {}, faults);
    draws_ = study::draw_design(study_, {}, design_, program_, faults);
    EXPECT_EQ(faults.render(), "");
    AppraisalTask whole = task();
    whole.only_packages = only_packages;
    return appraise(whole, {.threads = threads}, diagnostics_);
  }

  std::string told(const Appraisal& appraisal) const { return json(appraisal, valuation_, study_); }

  AppraisalTask task() const {
    return {.study = &study_,
            .design = &design_,
            .draws = &draws_,
            .program = &program_,
            .evidence = &evidence_,
            .valuation = &valuation_};
  }

  base::TemporaryFolder folder_;
  Valuation valuation_;
  program::Program program_;
  evidence::Register evidence_;
  study::Study study_;
  study::Design design_;
  study::DrawDesign draws_;
  base::Diagnostics diagnostics_;
};

TEST_F(AppraiseTest, agencies_add_up_to_the_whole_and_transfers_to_nothing) {
  const Appraisal result = *appraise_study();
  EXPECT_EQ(diagnostics_.render(), "");
  for (const ScenarioAppraisal& scenario : result.scenarios) {
    std::vector<Case> cases = scenario.alone;
    cases.push_back(scenario.package);
    cases.insert(cases.end(), scenario.last_in.begin(), scenario.last_in.end());
    for (const Case& each : cases) {
      double net = 0, moved = 0, fair = 0;
      for (std::size_t i = 0; i < each.agencies.size(); ++i) {
        net += each.agencies[i].net();
        moved += each.agencies[i].transfer;
        fair += each.fair_share[i];
      }
      EXPECT_NEAR(net, each.net_value.mean().value, 1e-9);
      EXPECT_NEAR(net, each.promised.net(), 1e-9);
      EXPECT_NEAR(moved, 0, 1e-12);
      EXPECT_NEAR(std::accumulate(each.break_even.begin(), each.break_even.end(), 0.0), 0, 1e-9);
      EXPECT_NEAR(fair, std::max(0.0, net), 1e-9);
      EXPECT_NEAR(each.cashable + each.not_in_cash + each.economic, each.promised.benefits, 1e-9);
    }
  }
}

// Worked by hand at the mean size of 10: the team helps a half, so 6.5 a year is gained (0.4 + 0.3 + 0.3 + 0.3 of 10, a
// half of it) in prices of 2012-13, and 3 a year is paid, 1 of it by the NHS. Three years at 3.5%: 2.8996943.
TEST_F(AppraiseTest, agrees_with_a_case_worked_by_hand) {
  const Appraisal result = *appraise_study();
  const Case& team = result.scenarios[0].alone[0];
  const double years = 1 + 1 / 1.035 + 1 / (1.035 * 1.035);
  EXPECT_EQ(team.name, "team");
  EXPECT_NEAR(team.promised.costs, 3 * years, 1e-9);
  EXPECT_NEAR(team.agencies[0].paid, 2 * years, 1e-9);
  EXPECT_NEAR(team.agencies[1].paid, 1 * years, 1e-9);
  EXPECT_NEAR(team.promised.benefits, 6.5 * years, 0.02 * 6.5 * years);  // the mean of 130 draws is nearly the mean
  EXPECT_EQ(team.grade, "judgement");
  EXPECT_NEAR(team.corrected.costs, 1.4 * team.promised.costs, 1e-9);
  EXPECT_NEAR(team.corrected.benefits, 0.6 * team.promised.benefits, 1e-9);

  // In cash 0.7 * size / 2 a year comes back for 3: if size is above 60 / 7, in 9.43 of 16 futures, in the first year.
  EXPECT_NEAR(team.paid_back[0], (18 - 60.0 / 7) / 16, 0.02);
  EXPECT_NEAR(team.paid_back_in_plan + team.never_paid_back, 1, 1e-12);
}

TEST_F(AppraiseTest, policies_for_the_same_people_give_less_than_their_sum) {
  const Appraisal result = *appraise_study();
  const ScenarioAppraisal& same = result.scenarios[0];
  EXPECT_LT(same.package.promised.benefits, same.alone[0].promised.benefits + same.alone[1].promised.benefits - 1);
  EXPECT_EQ(company_in_words(same.alone[0], same.last_in[0]), "less than alone");
  EXPECT_EQ(company_in_words(same), "less than the sum");
}

TEST_F(AppraiseTest, policies_that_complement_each_other_give_more_than_their_sum) {
  const Appraisal result = *appraise_study();
  const ScenarioAppraisal& both = result.scenarios[1];
  EXPECT_NEAR(both.alone[0].promised.benefits + both.alone[1].promised.benefits, 0, 1e-9);
  EXPECT_GT(both.package.promised.benefits, 10);
  EXPECT_EQ(company_in_words(both.alone[1], both.last_in[1]), "more than alone");
  EXPECT_EQ(company_in_words(both), "more than the sum");
}

TEST_F(AppraiseTest, a_policy_without_effect_is_nil) {
  const Appraisal result = *appraise_study();
  const ScenarioAppraisal& same = result.scenarios[0];
  EXPECT_TRUE(same.alone[2].is_nil);
  EXPECT_FALSE(same.alone[1].is_nil);
  EXPECT_NE(text(result, study_).find("poster                       nil: it changes nothing in any future"),
            std::string::npos);
}

TEST_F(AppraiseTest, is_the_same_on_any_number_of_threads) {
  const std::string one = told(*appraise_study(study_text, 1));
  EXPECT_EQ(told(*appraise_study(study_text, 3)), one);
}

TEST_F(AppraiseTest, of_packages_only_says_the_same_of_them_and_nothing_else) {
  const Appraisal all = *appraise_study(), packages = *appraise_study(study_text, 1, true);
  ASSERT_EQ(packages.scenarios.size(), all.scenarios.size());
  for (std::size_t i = 0; i < all.scenarios.size(); ++i) {
    const Case &package = packages.scenarios[i].package, &same = all.scenarios[i].package;
    EXPECT_TRUE(packages.scenarios[i].alone.empty());
    EXPECT_EQ(package.promised.net(), same.promised.net());
    EXPECT_EQ(package.net_value.mean().value, same.net_value.mean().value);
    double of_agencies = 0;
    for (const ensemble::Spread& agency : package.agency_net) of_agencies += agency.mean().value;
    EXPECT_NEAR(of_agencies, package.net_value.mean().value, 1e-9);
  }
}

TEST_F(AppraiseTest, counts_what_people_lose_and_gain) {
  const Appraisal result = *appraise_study();
  const Ledger& change = result.scenarios[0].alone[0].change;
  EXPECT_NEAR(change.unmet[0], -2.5, 1e-9);
  EXPECT_NEAR(change.provided[2], -0.05, 1e-9);
  EXPECT_NEAR(change.gap[1], -2, 1e-9);
  EXPECT_NEAR(result.without.unmet[0], 50, 1e-9);
}

TEST_F(AppraiseTest, rejected_options_and_what_happens_to_people_are_in_the_json) {
  const std::string rejected = R"([[rejected]]
name = "A wall"
reason = "Nobody could pass."
[[rejected]]
name = "Key and door"
reason = "Both are lost."
decided = "Cabinet"
scenario = "key-and-door"
)";
  const Appraisal result = *appraise_study(study_text + rejected);
  const auto all = nlohmann::json::parse(told(result));
  EXPECT_EQ(all["rejected"][0]["reason"], "Nobody could pass.");
  EXPECT_TRUE(all["rejected"][0]["scenario"].is_null());
  EXPECT_EQ(all["rejected"][1]["decided"], "Cabinet");
  EXPECT_EQ(all["scenarios"][1]["scenario"], "key-and-door");  // appraised all the same
  const auto& unmet = all["scenarios"][0]["alone"][0]["impact"]["people_with_unmet_need"][0];
  EXPECT_EQ(unmet["cohort"], "old");
  EXPECT_NEAR(unmet["change_by_year"][2].get<double>(), -2.5, 1e-9);
  EXPECT_NEAR(unmet["without_by_year"][2].get<double>(), 50, 1e-9);
}

// The team saves 0.7 of 10 in cash each year with half its people: 3.5 a year in the two years of the plan, of which
// councils deliver four fifths.
TEST_F(AppraiseTest, the_savings_tracker_is_in_the_json) {
  valuation_.medium_term = 2;
  valuation_.delivery = {{{"any", 0.8, 0.5, 0.9, "", "Ours."}}, 0.9, 0.75, "Ours."};
  Appraisal result = *appraise_study();
  const auto scenario = nlohmann::json::parse(told(result))["scenarios"][0];
  EXPECT_EQ(scenario["one_by_one"]["together_brings"], "less than the sum");
  ASSERT_EQ(scenario["savings_tracker"].size(), 3U);
  const auto& team = scenario["savings_tracker"][0];
  EXPECT_EQ(team["saving"], "team");
  EXPECT_TRUE(team["kind"].is_null());
  EXPECT_TRUE(team["owner"].is_null());
  EXPECT_EQ(team["budget_line"], "care");
  EXPECT_EQ(team["benefit_owner"], "council");
  EXPECT_EQ(team["duration"], "ongoing");
  EXPECT_EQ(team["planned_by_year"].size(), 2U);
  const double year = team["planned_by_year"]["2013-14"];
  EXPECT_NEAR(year, 3.5, 0.05);
  EXPECT_NEAR(team["planned"].get<double>(), 2 * year, 1e-9);
  EXPECT_NEAR(team["expected"].get<double>(), 1.6 * year, 1e-9);
  EXPECT_NEAR(team["expected_low"].get<double>(), year, 1e-9);
  EXPECT_EQ(team["rating"], "amber");
  EXPECT_EQ(team["chance_rests_on"], "judgement");
  EXPECT_EQ(team["status"], "planned");
  EXPECT_EQ(scenario["savings_tracker"][2]["duration"], "no saving");

  valuation_.delivery = {};
  const auto unrated = nlohmann::json::parse(told(result))["scenarios"][0]["savings_tracker"][0];
  EXPECT_TRUE(unrated["expected"].is_null());
  std::fill_n(result.scenarios[0].alone[0].change.cashable.begin() + 1, 2, 0.0);  // the council's, after its first year
  std::fill_n(result.scenarios[0].alone[0].change.cashable.begin() + 3, 3, 0.0);  // the NHS's
  EXPECT_EQ(nlohmann::json::parse(told(result))["scenarios"][0]["savings_tracker"][0]["duration"], "one-off");
  EXPECT_TRUE(unrated["rating"].is_null());
}

TEST_F(AppraiseTest, of_too_many_drivers_the_last_are_one_and_named) {
  Appraisal result = *appraise_study();
  result.scenarios.resize(1);
  std::vector<Option>& options = result.scenarios[0].options;
  while (options.size() < most_drivers) {
    options.push_back(options.back());
    options.back().name = "poster " + std::to_string(options.size());
  }
  EXPECT_TRUE(explain(task(), result, {})->front().lumped.empty());
  for (const char* name : {"leaflet", "badge"}) {
    options.push_back(options.back());
    options.back().name = name;
  }
  const Why why = explain(task(), result, {})->front();
  ASSERT_EQ(why.drivers.size(), most_drivers);
  EXPECT_EQ(why.drivers.back(), "all others");
  EXPECT_EQ(why.lumped, (std::vector<std::string>{"poster 10", "leaflet", "badge"}));
}

TEST_F(AppraiseTest, the_parts_of_drivers_add_up_to_the_change_of_the_gap_in_every_year) {
  const Appraisal result = *appraise_study();
  const std::vector<Why> all = *explain(task(), result, {});
  ASSERT_EQ(all.size(), 2U);
  for (const Why& why : all) {
    EXPECT_EQ(why.futures, 130U);
    for (std::size_t year = 0; year < why.years; ++year) {
      double sum = 0;
      for (std::size_t driver = 0; driver < why.drivers.size(); ++driver) sum += why.part(driver, year).mean().value;
      EXPECT_NEAR(sum, why.change[year].mean().value, 1e-9);
    }
  }
  EXPECT_EQ(all[0].drivers, (std::vector<std::string>{"team", "club", "poster"}));
  EXPECT_EQ(all[0].part(2, 1).mean().value, 0);
}

// Together key and door take 4 of the gap, in prices of 2014-15; neither does by itself: half each, and all of it is
// what they do together.
TEST_F(AppraiseTest, what_two_drivers_do_together_is_told) {
  const Appraisal result = *appraise_study();
  const Why why = explain(task(), result, {})->at(1);
  const double prices = 1.02 * 1.02;
  EXPECT_NEAR(why.part(0, 2).mean().value, -2 * prices, 1e-9);
  EXPECT_NEAR(why.part(1, 2).mean().value, -2 * prices, 1e-9);
  ASSERT_EQ(why.interactions.size(), 1U);
  EXPECT_NEAR(why.interactions[0].last_year, -4 * prices, 1e-9);
}

TEST_F(AppraiseTest, an_agency_that_the_model_does_not_have_is_told) {
  valuation_.not_public = {{"NSH", base::Position::file("values.toml")}};
  EXPECT_EQ(appraise_study(), std::nullopt);
  EXPECT_EQ(diagnostics_.render(),
            "values.toml: error: the model has no agency 'NSH' [unknown-agency]\n"
            "      = did you mean 'NHS'?\n");
}

TEST_F(AppraiseTest, a_study_with_nothing_to_choose_is_refused) {
  std::string text = study_text;
  text.erase(text.find("[[scenario]]\nid = \"same"),
             text.find("[uncertainty]") - text.find("[[scenario]]\nid = \"same"));
  EXPECT_EQ(appraise_study(text), std::nullopt);
  EXPECT_EQ(folder_.without_name(diagnostics_.render()),
            "FOLDER/study.toml: error: no scenario differs from the first one in what is chosen [nothing-to-appraise]\n"
            "      = add a scenario of the same place and years that sets levers\n");
}

TEST_F(AppraiseTest, scenarios_that_do_not_set_what_the_first_one_sets_are_told) {
  std::string text = study_text;
  text.insert(text.find("[[scenario]]\nid = \"same"), "[scenario.set]\nsize = 5\n");
  EXPECT_EQ(appraise_study(text), std::nullopt);
  EXPECT_NE(diagnostics_.render().find("scenario 'as-now' sets 'size' and scenario 'same-people' does not "
                                       "[not-comparable]"),
            std::string::npos);
}

TEST(CheckLedger, says_what_a_model_lacks) {
  base::Diagnostics diagnostics;
  check_ledger({}, diagnostics);
  EXPECT_EQ(
      diagnostics.render(),
      "the study's model: error: nobody's costs and gains can be read from it: it has no variable 'cashable gain', "
      "'gain not in cash', 'invested', 'transfer', 'price level', 'total quality weighted people', 'people with "
      "unmet need', 'provided level', 'gap before action' [no-ledger]\n"
      "      = policies are appraised with a model that keeps ledgers of agencies\n");
}

}  // namespace
}  // namespace commonweal::appraisal
