// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/study_sensitivity.h"

#include <cmath>

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "ensemble/drawn_test.h"

namespace commonweal::sensitivity {
namespace {

using ensemble::DrawnStudy;

/// Debt, with a fee that is nothing and a switch that is off.
constexpr const char* model = R"({UTF-8}
interest = 0.05 ~ 1/year ~ |
spend = 10 ~ GBP/year ~ |
fee = 0 ~ GBP/year ~ |
switch = 0 ~ dimensionless ~ |
grant ~ GBP/year ~ |
debt = INTEG(debt * interest + spend + switch * 5 - grant, 100) ~ GBP ~ |
burden = debt / (spend - 5) + fee ~ GBP/year ~ |
INITIAL TIME = 2012 ~ year ~ |
FINAL TIME = 2015 ~ year ~ |
TIME STEP = 0.25 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

std::string input(const std::string& variable, const std::string& distribution, const std::string& low,
                  const std::string& central, const std::string& high) {
  return "[[uncertainty.input]]\nvariable = \"" + variable + "\"\ndistribution = \"" + distribution +
         "\"\nlow = " + low + "\ncentral = " + central + "\nhigh = " + high + "\n";
}

const std::string two_inputs =
    "[uncertainty]\n" + input("interest", "uniform", "0", "0.05", "0.08") + input("spend", "uniform", "8", "10", "12");

const std::string all_is_asked =
    "[uncertainty.sensitivity]\noutputs = [\"debt\"]\nyears = [\"2013-14\", \"2014-15\"]\ntrajectories = 10\n"
    "rows = 256\n";

/// Debt on 31 March after so many years, as the model has it.
double debt(int years, double interest, double spend) {
  double debt = 100;
  for (int step = 0; step < 4 * years; ++step) debt += 0.25 * (debt * interest + spend - 6);
  return debt;
}

StudySensitivity sensitivity_of(const DrawnStudy& drawn, unsigned threads = 1) {
  const auto result =
      study_sensitivity(drawn.study, drawn.runs, drawn.design, drawn.program, {.threads = threads, .goes_on = {}});
  return result.value();
}

TEST(StudySensitivity, moves_each_input_by_a_hundredth_either_way) {
  const StudySensitivity result = sensitivity_of(DrawnStudy(two_inputs + all_is_asked, model));
  ASSERT_EQ(result.figures.size(), 2U);
  EXPECT_EQ(result.figures[1].year.text(), "2014-15");
  EXPECT_NEAR(result.figures[1].value, debt(3, 0.05, 10), 1e-9);
  ASSERT_EQ(result.moved.size(), 2U);

  const MovedInput& interest = result.moved[0];
  EXPECT_EQ(interest.name, "interest");
  EXPECT_TRUE(interest.is_in_points);
  EXPECT_NEAR(interest.changes[0].down, debt(2, 0.04, 10) - debt(2, 0.05, 10), 1e-9);
  EXPECT_NEAR(interest.changes[1].up, debt(3, 0.06, 10) - debt(3, 0.05, 10), 1e-9);

  const MovedInput& spend = result.moved[1];
  EXPECT_FALSE(spend.is_in_points);
  EXPECT_NEAR(spend.step, 0.1, 1e-12);
  EXPECT_NEAR(spend.changes[1].down, debt(3, 0.05, 9.9) - debt(3, 0.05, 10), 1e-9);
  EXPECT_NEAR(spend.changes[1].up, debt(3, 0.05, 10.1) - debt(3, 0.05, 10), 1e-9);
}

TEST(StudySensitivity, shares_the_variance_among_the_inputs) {
  const StudySensitivity result = sensitivity_of(DrawnStudy(two_inputs + all_is_asked, model));
  ASSERT_TRUE(result.variance);
  // Nearly a straight line in both, so variances add: 0.08^2 / 12 and 4^2 / 12 times the slopes squared.
  const double interest = std::pow((debt(3, 0.08, 10) - debt(3, 0, 10)), 2);
  const double spend = std::pow((debt(3, 0.04, 12) - debt(3, 0.04, 8)), 2);
  const VarianceShares& last = result.variance->outputs[1];
  EXPECT_NEAR(last.first[0].value, interest / (interest + spend), 0.01);
  EXPECT_NEAR(last.total[1].value, spend / (interest + spend), 0.01);
  EXPECT_EQ(result.variance->runs, 256U * 4);
  ASSERT_TRUE(result.screening);
  EXPECT_NEAR(result.screening->outputs[1][1].size.value, debt(3, 0.04, 12) - debt(3, 0.04, 8), 0.3);
  EXPECT_EQ(result.screening->runs, 10U * 3);
}

std::string bytes_of(const StudySensitivity& result) {
  base::ByteWriter bytes;
  for (const MovedInput& moved : result.moved) {
    for (const Change& change : moved.changes) bytes.numbers(std::vector{change.down, change.up});
  }
  for (const auto& effects : result.screening->outputs) {
    for (const ElementaryEffects& effect : effects) {
      bytes.numbers(std::vector{effect.size.value, effect.size.low, effect.size.high, effect.deviation});
    }
  }
  for (const VarianceShares& shares : result.variance->outputs) {
    for (const Measured& share : shares.first) bytes.numbers(std::vector{share.value, share.low, share.high});
    for (const Measured& share : shares.total) bytes.numbers(std::vector{share.value, share.low, share.high});
  }
  return std::move(bytes).take();
}

TEST(StudySensitivity, has_the_same_bytes_on_any_number_of_threads) {
  const DrawnStudy drawn(two_inputs + all_is_asked, model);  // seed 0
  const std::string alone = bytes_of(sensitivity_of(drawn, 1));
  EXPECT_GT(alone.size(), 100U);
  EXPECT_EQ(bytes_of(sensitivity_of(drawn, 2)), alone);
  EXPECT_EQ(bytes_of(sensitivity_of(drawn, 8)), alone);
}

TEST(StudySensitivity, takes_correlated_inputs_as_one) {
  const DrawnStudy drawn(two_inputs + input("fee", "uniform", "-1", "0", "1") +
                             "[[uncertainty.correlation]]\nbetween = [\"spend\", \"interest\"]\nrank = 0.6\n" +
                             all_is_asked,
                         model);
  const StudySensitivity result = sensitivity_of(drawn);
  ASSERT_EQ(result.groups.size(), 2U);
  const std::size_t both = result.groups[0].names.size() == 2 ? 0 : 1;
  EXPECT_EQ(result.groups[both].names.size(), 2U);
  EXPECT_EQ(result.groups[1 - both].names, std::vector<std::string>{"fee"});
  // All of the debt's variance is theirs; the fee has no part in it.
  EXPECT_NEAR(result.variance->outputs[1].first[both].value, 1, 0.02);
  EXPECT_EQ(result.variance->outputs[1].total[1 - both].value, 0);
  EXPECT_GT(result.screening->outputs[1][both].size.value, 10);
  EXPECT_EQ(result.screening->outputs[1][1 - both].size.value, 0);
}

TEST(StudySensitivity, says_which_inputs_cannot_be_moved_and_which_are_held) {
  DrawnStudy drawn(two_inputs + input("fee", "uniform", "-1", "0", "1") +
                       input("switch", "discrete(0: 0.5; 1: 0.5)", "0", "0", "1") + all_is_asked,
                   model);
  for (study::DrawnConstant& constant : drawn.design.constants) {
    if (constant.name.variable != "spend") continue;
    constant.set_by = {drawn.runs.runs.front().scenario};
    drawn.runs.runs.front().inputs.settings.push_back({constant.slots.front(), 10});
  }
  const StudySensitivity result = sensitivity_of(drawn);
  std::string unmoved;
  for (const UnmovedInput& one : result.unmoved) unmoved += one.name + " " + one.why + "; ";
  EXPECT_EQ(unmoved, "fee is 0; switch has single values only; ");
  EXPECT_EQ(result.held, std::vector<std::string>{"spend"});
  EXPECT_EQ(result.moved.size(), 2U);  // what is held is moved by itself all the same
  EXPECT_EQ(result.groups.size(), 3U);
  for (std::size_t group = 0; group < 3; ++group) {
    const double share = result.variance->outputs[1].total[group].value;
    if (result.groups[group].names.front() == "switch") {
      EXPECT_GT(share, 0.3);
    }
    if (result.groups[group].names.front() == "fee") {
      EXPECT_EQ(share, 0);
    }
  }
}

TEST(StudySensitivity, leaves_out_what_cannot_be_computed_and_counts_it) {
  const std::string spend = input("spend", "discrete(5: 0.125; 10: 0.875)", "5", "10", "10");
  const StudySensitivity result =
      sensitivity_of(DrawnStudy("[uncertainty]\n" + input("interest", "uniform", "0", "0.05", "0.08") + spend +
                                    "[uncertainty.sensitivity]\noutputs = [\"burden\"]\nrows = 64\ntrajectories = 20\n",
                                model));
  EXPECT_EQ(result.variance->rows + result.variance->failed_rows, 64U);
  EXPECT_GT(result.variance->failed_rows, 8U);
  EXPECT_GT(result.screening->failed_trajectories, 0U);
  EXPECT_EQ(result.variance->outputs[0].total[1].value, 0);  // all that is left has one spend
}

TEST(StudySensitivity, stops_when_it_is_told_to) {
  const DrawnStudy drawn(two_inputs + all_is_asked, model);
  std::uint64_t runs_in_all = 0;
  const auto stop_after = [&](std::uint64_t runs) {
    return study_sensitivity(drawn.study, drawn.runs, drawn.design, drawn.program,
                             {.threads = 1, .goes_on = [&, runs](const ensemble::Progress& progress) {
                                runs_in_all = progress.draws;
                                return progress.done < runs;
                              }});
  };
  EXPECT_FALSE(stop_after(3));
  EXPECT_EQ(runs_in_all, 5U + 30 + 1024);
  EXPECT_FALSE(stop_after(20));
  EXPECT_FALSE(stop_after(500));
  EXPECT_TRUE(stop_after(100'000));
}

TEST(StudySensitivity, of_a_study_that_asks_for_nothing_is_nothing) {
  const StudySensitivity result = sensitivity_of(DrawnStudy(two_inputs, model));  // and the model has no gap
  EXPECT_TRUE(result.figures.empty());
  EXPECT_TRUE(result.moved.empty());
}

}  // namespace
}  // namespace commonweal::sensitivity
