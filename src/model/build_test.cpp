// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "model/model.h"
#include "model/order.h"
#include "syntax/mdl.h"

namespace commonweal::model {
namespace {

constexpr const char* time_controls =
    "INITIAL TIME = 0 ~ year ~ |\nFINAL TIME = 10 ~ year ~ |\nTIME STEP = 1 ~ year ~ |\nSAVEPER = 1 ~ year ~ |\n";

struct Built {
  base::Diagnostics diagnostics;
  Model model;
};

Built build_text(const std::string& text) {
  Built built;
  const auto source = std::make_shared<base::SourceText>("model.mdl", text + time_controls);
  const syntax::Document document = syntax::parse(source, built.diagnostics);
  built.model = build(document, built.diagnostics);
  order(built.model, built.diagnostics);
  return built;
}

std::string faults(const std::string& text) {
  return build_text(text).diagnostics.render();
}

TEST(Build, KeepsAnArrayEquationAsOneLoop) {
  const Built built = build_text("Age: young, old ~ ~ |\nx[Age] = 2 * y[Age] ~ ~ |\ny[Age] = 1, 2 ~ ~ |\n");
  EXPECT_EQ(built.diagnostics.render(), "");
  const Variable& x = built.model.variables[built.model.find("X")];
  ASSERT_EQ(x.equations.size(), 1U);
  EXPECT_EQ(built.model.size_of(built.model.find("x")), 2U);
  EXPECT_EQ(built.model.element_name(built.model.find("x"), 1), "x[old]");
}

TEST(Build, NamesAnUnknownVariableAndWhatWasProbablyMeant) {
  EXPECT_EQ(faults("population = 5 ~ ~ |\nneed = 2 * populaton ~ ~ |\n"),
            "model.mdl:2:12: error: 'populaton' is not defined [unknown-variable]\n"
            "    2 | need = 2 * populaton ~ ~ |\n"
            "      |            ^~~~~~~~~\n"
            "      = did you mean 'population'?\n");
}

TEST(Build, NamesAnUnknownFunction) {
  EXPECT_EQ(faults("x = SMOTH(y, 2) ~ ~ |\ny = 1 ~ ~ |\n"),
            "model.mdl:1:5: error: 'SMOTH' is not a function this reader knows, nor a lookup of the model "
            "[unknown-function]\n"
            "    1 | x = SMOTH(y, 2) ~ ~ |\n"
            "      |     ^~~~~~~~~~~\n"
            "      = did you mean 'SMOOTH'?\n");
}

TEST(Build, SaysHowAFunctionIsCalled) {
  EXPECT_EQ(faults("x = MIN(1) ~ ~ |\n"),
            "model.mdl:1:5: error: MIN is given 1 arguments and takes 2 [argument-count]\n"
            "    1 | x = MIN(1) ~ ~ |\n"
            "      |     ^~~~~~\n"
            "      = MIN(a, b)\n");
}

TEST(Build, ShowsACircleAsItsMembers) {
  EXPECT_EQ(faults("a = b ~ ~ |\nb = c + 1 ~ ~ |\nc = 2 * a ~ ~ |\n"),
            "model.mdl:1:1: error: each of these needs the next at the same moment: a <- b <- c <- a "
            "[circular-definition]\n"
            "    1 | a = b ~ ~ |\n"
            "      | ^\n"
            "      = break the circle with a stock (INTEG), or give a start with ACTIVE INITIAL\n");
}

TEST(Build, AStockOrAStartBreaksACircle) {
  EXPECT_EQ(faults("a = INTEG(b, 1) ~ ~ |\nb = 2 * a ~ ~ |\n"), "");
  EXPECT_EQ(faults("x = ACTIVE INITIAL(s + 1, 3) ~ ~ |\ns = INTEG(1, x) ~ ~ |\n"), "");
}

TEST(Build, AnArrayMayUseItsOwnOtherElements) {
  EXPECT_EQ(faults("Step: one, two, three ~ ~ |\nLater: two, three -> Earlier ~ ~ |\nEarlier: one, two ~ ~ |\n"
                   "x[one] = 1 ~ ~ |\nx[Later] = x[Earlier] + 1 ~ ~ |\n"),
            "");
  EXPECT_NE(faults("Step: one, two ~ ~ |\nx[one] = x[two] ~ ~ |\nx[two] = x[one] ~ ~ |\n").find("circular-definition"),
            std::string::npos);
}

TEST(Build, RefusesASubscriptThatNothingBinds) {
  EXPECT_EQ(
      faults("Age: young, old ~ ~ |\ny[Age] = 1, 2 ~ ~ |\nx = 2 * y[Age] ~ ~ |\n"),
      "model.mdl:3:11: error: 'Age' is not a subscript of the left side, nor mapped from one [unbound-subscript]\n"
      "    3 | x = 2 * y[Age] ~ ~ |\n"
      "      |           ^~~\n"
      "      = name one element, or sum over it with SUM(...[Age!])\n");
}

TEST(Build, RefusesAnElementDefinedTwice) {
  EXPECT_NE(faults("Age: young, old ~ ~ |\nx[Age] = 1 ~ ~ |\nx[old] = 2 ~ ~ |\n")
                .find("error: 'x[old]' has another equation already [defined-twice]"),
            std::string::npos);
}

TEST(Build, RefusesAListOfAnotherLength) {
  EXPECT_NE(faults("Age: young, old ~ ~ |\nx[Age] = 1, 2, 3 ~ ~ |\n")
                .find("error: 3 numbers stand where 2 are wanted [array-length]"),
            std::string::npos);
}

TEST(Build, WantsTheControlsOfTime) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("model.mdl", "x = 1 ~ ~ |\n");
  build(syntax::parse(source, diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 3U);
  EXPECT_NE(diagnostics.render().find("the model has no 'TIME STEP' [missing-time-control]"), std::string::npos);
}

}  // namespace
}  // namespace commonweal::model
