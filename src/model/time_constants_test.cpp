// SPDX-License-Identifier: Apache-2.0
#include "model/time_constants.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "model/built_test.h"

namespace commonweal::model {
namespace {

/// The names of the time constants of a model, those that are rates with "/".
std::string found_in(const std::string& text) {
  const Built built = build_text(text);
  EXPECT_EQ(built.diagnostics.render(), "");
  std::vector<std::string> names;
  for (const TimeConstant& constant : time_constants(built.model)) {
    const bool is_rate = constant.kind == TimeConstant::Kind::rate;
    names.push_back((is_rate ? "1/" : "") + built.model.variables[constant.variable].name);
  }
  return base::joined(names, ", ");
}

/// What is wrong with the time constants of a model whose time step is one year.
std::string time_faults(const std::string& text) {
  Built built = build_text(text);
  check_time_constants(built.model, built.diagnostics);
  return built.diagnostics.render();
}

TEST(TimeConstants, AreWhatAStockLosesItselfBy) {
  EXPECT_EQ(found_in("need = INTEG(onset - recovery, 9) ~ person ~ |\n"
                     "onset = 2 ~ person/year ~ |\n"
                     "recovery = need * recovery rate ~ person/year ~ |\n"
                     "recovery rate = 0.1 ~ 1/year ~ |\n"),
            "1/recovery rate");
}

TEST(TimeConstants, AreDelaysOfEveryKind) {
  EXPECT_EQ(found_in("x = 3 ~ person ~ |\n"
                     "a = SMOOTH(x, patience) ~ person ~ |\n"
                     "b = DELAY3(x, road) ~ person ~ |\n"
                     "c = DELAY FIXED(x, wait, x) ~ person ~ |\n"
                     "d = INTEG((x - d) / lag, 1) ~ person ~ |\n"
                     "patience = 5 ~ year ~ |\nroad = 5 ~ year ~ |\nwait = 5 ~ year ~ |\nlag = 5 ~ year ~ |\n"),
            "patience, road, wait, lag");
}

TEST(TimeConstants, AreFoundBehindWhatIsMadeOfThem) {
  EXPECT_EQ(
      found_in("d = INTEG(-d / lag - d * loss, 1) ~ person ~ |\n"
               "lag = usual lag * slowness ~ year ~ |\nusual lag = 5 ~ year ~ |\nslowness = 2 ~ dimensionless ~ |\n"
               "loss = a / (1 + b * usual lag) ~ 1/year ~ |\na = 0.1 ~ 1/year ~ |\nb = 0.1 ~ 1/year ~ |\n"),
      "usual lag, 1/a, 1/b");
}

TEST(TimeConstants, AreNoDatesAndNoGrowthThatMovesNoStock) {
  EXPECT_EQ(found_in("price = (1 + growth * one year) ^ ((Time - start) / one year) ~ dimensionless ~ |\n"
                     "growth = 9 ~ 1/year ~ |\none year = 1 ~ year ~ |\nstart = 0.25 ~ year ~ |\n"
                     "visits = 12 ~ 1/year ~ |\n"
                     "s = INTEG(IF THEN ELSE(Time > start, visits, 0), 0) ~ dimensionless ~ |\n"),
            "");
}

TEST(TimeConstants, MustNotBeShorterThanTheStepsThatFollowThem) {
  EXPECT_EQ(
      time_faults("d[Age] = INTEG((1 - d[Age]) / lag[Age] - d[Age] * loss, 1) ~ dimensionless ~ |\n"
                  "Age: young, old ~ ~ |\n"
                  "lag[Age] = 4, 3.5 ~ year ~ |\n"
                  "loss = 0.3 ~ 1/year ~ |\n"),
      "model.mdl:3:1: error: 3.5 as 'lag' stands for 3.5 year, less than 4 time steps [short-time-constant]\n"
      "    3 | lag[Age] = 4, 3.5 ~ year ~ |\n"
      "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~\n"
      "      = a run cannot follow what is over so soon: write it as an equation without a delay, or shorten TIME "
      "STEP\n"
      "model.mdl:4:1: error: 0.3 as 'loss' stands for 3.3333333333333335 year, less than 4 time steps "
      "[short-time-constant]\n"
      "    4 | loss = 0.3 ~ 1/year ~ |\n"
      "      | ^~~~~~~~~~~~~~~~~~~~~\n"
      "      = a run cannot follow what is over so soon: write it as an equation without a delay, or shorten TIME "
      "STEP\n");
  EXPECT_EQ(time_faults("d = INTEG((1 - d) * gain, 1) ~ dimensionless ~ |\ngain = 0 ~ 1/year ~ |\n"), "");
}

TEST(TimeConstants, TellTheShortestTimeOfARange) {
  const TimeConstant time{VariableId(), TimeConstant::Kind::time}, rate{VariableId(), TimeConstant::Kind::rate};
  EXPECT_EQ(time.shortest(2, 5), 2);
  EXPECT_EQ(time.shortest(0, 5), 0);
  EXPECT_EQ(time.shortest(0, 0), std::nullopt);
  EXPECT_EQ(rate.shortest(0, 0.25), 4);
  EXPECT_EQ(rate.shortest(-0.5, 0.25), 2);
  EXPECT_EQ(rate.shortest(0, 0), std::nullopt);
}

}  // namespace
}  // namespace commonweal::model
