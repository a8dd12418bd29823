// SPDX-License-Identifier: Apache-2.0
#include "appraisal/valuation.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::appraisal {
namespace {

const std::string head = R"(title = "A guidance"
published = "2022-11"
source = "A ministry"
quality_year = 60000
medium_term = 4
)";
const std::string rates = R"([[money_rate]]
from_year = 0
rate = 0.035
[[money_rate]]
from_year = 31
rate = 0.03
[[health_rate]]
from_year = 0
rate = 0.015
)";
const std::string optimism = R"([[optimism]]
grade = "RCT"
costs = 0
benefits = 0
[[optimism]]
grade = "judgement"
costs = 0.4
benefits = 0.3
)";

class ValuationTest : public testing::Test {
 protected:
  Valuation read(const std::string& text) { return read_valuation(folder_.write("values.toml", text), diagnostics_); }
  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(ValuationTest, is_read_whole) {
  const Valuation valuation = read(head + rates + optimism);
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(valuation.title, "A guidance");
  EXPECT_EQ(valuation.quality_year, 60000);
  EXPECT_EQ(valuation.medium_term, 4U);
  EXPECT_EQ(valuation.money.in_year(30), 0.035);
  EXPECT_EQ(valuation.money.in_year(31), 0.03);
  EXPECT_EQ(valuation.health.in_year(99), 0.015);
  ASSERT_EQ(valuation.optimism.size(), 2U);
  EXPECT_EQ(valuation.optimism[1].benefits, 0.3);
}

TEST_F(ValuationTest, without_rates_or_corrections_is_refused) {
  read(head);
  EXPECT_EQ(faults(),
            "FOLDER/values.toml: error: there is no [[money_rate]] [no-rate]\n"
            "      = give one at least, from year 0\n");
}

TEST_F(ValuationTest, rates_that_fall_back_or_are_no_rates_are_refused) {
  read(head + rates + optimism +
       "[[money_rate]]\nfrom_year = 5\nrate = 0.02\n[[health_rate]]\nfrom_year = 9\nrate = 3.5\n");
  EXPECT_EQ(faults(),
            "FOLDER/values.toml:24:13: error: a rate from year 5 cannot stand here [bad-rate]\n"
            "   24 | from_year = 5\n"
            "      |             ^\n"
            "      = the first is from year 0, each further one from a later whole year\n"
            "FOLDER/values.toml:28:8: error: a rate of 3.5 is none to discount by [bad-rate]\n"
            "   28 | rate = 3.5\n"
            "      |        ^~~\n"
            "      = write 0.035 for 3.5% a year\n");
}

TEST_F(ValuationTest, corrections_are_parts_for_grades_that_there_are_each_once) {
  read(head + rates + optimism + "[[optimism]]\ngrade = \"RTC\"\ncosts = 40\nbenefits = 0\n" +
       "[[optimism]]\ngrade = \"RCT\"\ncosts = 0\nbenefits = 0\n");
  EXPECT_EQ(faults(),
            "FOLDER/values.toml:25:9: error: 'costs' is 40, which is no part of a whole [bad-correction]\n"
            "   25 | costs = 40\n"
            "      |         ^~\n"
            "      = write 0.4 for 40%\n"
            "FOLDER/values.toml:24:9: error: 'RTC' is no grade of evidence [unknown-grade]\n"
            "   24 | grade = \"RTC\"\n"
            "      |         ^~~~~\n"
            "      = did you mean 'RCT'?\n"
            "FOLDER/values.toml:28:9: error: there are two corrections for 'RCT' [duplicate-grade]\n"
            "   28 | grade = \"RCT\"\n"
            "      |         ^~~~~\n");
}

const std::string delivery = R"([delivery]
green = 0.9
amber = 0.75
judgement = "Ours."
)";

TEST_F(ValuationTest, what_comes_of_savings_is_read_by_kind_and_for_all_others) {
  const Valuation valuation = read(head + rates + optimism + delivery +
                                   "[[delivery.prior]]\ncategory = \"income\"\nshare = 0.8\nlow = 0.6\nhigh = 0.9\n"
                                   "judgement = \"Ours.\"\n[[delivery.prior]]\ncategory = \"any\"\nshare = 0.5\n"
                                   "low = 0.5\nhigh = 0.5\nsource = \"Minutes\"\n");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(valuation.delivery.of("income")->share, 0.8);
  EXPECT_EQ(valuation.delivery.of("efficiency")->share, 0.5);
  EXPECT_EQ(valuation.delivery.of("")->source, "Minutes");
  EXPECT_EQ(valuation.delivery.rating(0.9), "green");
  EXPECT_EQ(valuation.delivery.rating(0.8), "amber");
  EXPECT_EQ(valuation.delivery.rating(0.5), "red");
  EXPECT_EQ(read(head + rates + optimism).delivery.of("income"), nullptr);
}

TEST_F(ValuationTest, priors_of_delivery_that_are_none_are_refused_all_at_once) {
  read(head + rates + optimism + "[delivery]\ngreen = 0.5\namber = 0.75\njudgement = \"Ours.\"\n" +
       "[[delivery.prior]]\ncategory = \"incom\"\nshare = 80\nlow = 0.6\nhigh = 0.9\nsource = \"A\"\njudgement = "
       "\"B\"\n[[delivery.prior]]\ncategory = \"any\"\nshare = 0.5\nlow = 0.6\nhigh = 0.9\nsource = \"A\"\n"
       "[[delivery.prior]]\ncategory = \"any\"\nshare = 0.5\nlow = 0.5\nhigh = 0.9\nsource = \"A\"\n");
  EXPECT_EQ(faults(),
            "FOLDER/values.toml:23:1: error: amber begins above green [bad-range]\n"
            "   23 | [delivery]\n"
            "      | ^~~~~~~~~~\n"
            "      = green = 0.9, amber = 0.75\n"
            "FOLDER/values.toml:28:12: error: 'incom' is no kind of saving [unknown-category]\n"
            "   28 | category = \"incom\"\n"
            "      |            ^~~~~~~\n"
            "      = did you mean 'income'?\n"
            "FOLDER/values.toml:29:9: error: 'share' is 80, which is no part of a whole [bad-share]\n"
            "   29 | share = 80\n"
            "      |         ^~\n"
            "      = write 0.9 for 90%\n"
            "FOLDER/values.toml:27:1: error: a prior is either read somewhere or judged [source-or-judgement]\n"
            "   27 | [[delivery.prior]]\n"
            "      | ^~~~~~~~~~~~~~~~~~\n"
            "      = source = \"where it was read\", or judgement = \"why so much\"\n"
            "FOLDER/values.toml:34:1: error: 0.5 does not lie between 0.6 and 0.9 [bad-range]\n"
            "   34 | [[delivery.prior]]\n"
            "      | ^~~~~~~~~~~~~~~~~~\n"
            "FOLDER/values.toml:41:12: error: there are two priors for 'any' [duplicate-category]\n"
            "   41 | category = \"any\"\n"
            "      |            ^~~~~\n");
}

TEST_F(ValuationTest, delivery_without_a_prior_is_refused) {
  read(head + rates + optimism + delivery);
  EXPECT_EQ(faults(),
            "FOLDER/values.toml:23:1: error: there is no [[delivery.prior]] [no-prior]\n"
            "   23 | [delivery]\n"
            "      | ^~~~~~~~~~\n"
            "      = give one at least: category = \"any\", with share, low and high\n");
}

TEST_F(ValuationTest, a_plan_of_no_years_is_refused) {
  read("title = \"A\"\npublished = \"2022\"\nsource = \"A\"\nquality_year = 1\nmedium_term = 0.5\n" + rates + optimism);
  EXPECT_EQ(faults(),
            "FOLDER/values.toml:5:15: error: a plan of 0.5 years is none [bad-number]\n"
            "    5 | medium_term = 0.5\n"
            "      |               ^~~\n"
            "      = councils plan for 3 to 5 years; at most 30 can be given\n");
}

}  // namespace
}  // namespace commonweal::appraisal
