// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gtest/gtest.h>

#include "model/built_test.h"

namespace commonweal::model {
namespace {

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
            "model.mdl:1:5: error: MIN is given 1 argument and takes 2 [argument-count]\n"
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
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nx[Age] = 1 ~ ~ |\nx[old] = 2 ~ ~ |\n"),
            "model.mdl:3:1: error: 'x[old]' has another equation already [defined-twice]\n"
            "    3 | x[old] = 2 ~ ~ |\n"
            "      | ^~~~~~~~~~~~~~\n");
}

TEST(Build, RefusesAListOfAnotherLength) {
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nx[Age] = 1, 2, 3 ~ ~ |\n"),
            "model.mdl:2:10: error: 3 numbers stand where 2 are wanted [array-length]\n"
            "    2 | x[Age] = 1, 2, 3 ~ ~ |\n"
            "      |          ^~~~~~~\n");
}

TEST(Build, WantsTheControlsOfTime) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("model.mdl", "x = 1 ~ ~ |\nTIME STEP = 1 ~ ~ |\n");
  build(syntax::parse(source, diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.render(),
            "model.mdl: error: the model has no 'INITIAL TIME' [missing-time-control]\n"
            "      = write, for example: INITIAL TIME = 1 ~ year ~ |\n"
            "model.mdl: error: the model has no 'FINAL TIME' [missing-time-control]\n"
            "      = write, for example: FINAL TIME = 1 ~ year ~ |\n");
}

TEST(Build, WantsTimeUndefinedAndItsControlsSingle) {
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nTime = 3 ~ ~ |\nSAVEPER[Age] = 1 ~ ~ |\n", controls_but_saveper),
            "model.mdl:2:1: error: 'Time' has an equation [time-defined]\n"
            "    2 | Time = 3 ~ ~ |\n"
            "      | ^~~~\n"
            "      = every model has Time: leave it out\n"
            "model.mdl:3:1: error: 'SAVEPER' is not a single number [bad-time-control]\n"
            "    3 | SAVEPER[Age] = 1 ~ ~ |\n"
            "      | ^~~~~~~~~~~~\n");
}

TEST(Build, ReadsALookupOnlyAtAValue) {
  EXPECT_EQ(faults("effect((0,0),(1,2)) ~ ~ |\nx = 2 * effect ~ ~ |\n"),
            "model.mdl:2:9: error: 'effect' is a lookup and is read at no value [lookup-without-argument]\n"
            "    2 | x = 2 * effect ~ ~ |\n"
            "      |         ^~~~~~\n"
            "      = say where: effect(x)\n");
  EXPECT_EQ(faults("x = 2 ~ ~ |\ny = x(3) ~ ~ |\n"),
            "model.mdl:2:5: error: 'x' is used as a lookup but has no table [not-a-lookup]\n"
            "    2 | y = x(3) ~ ~ |\n"
            "      |     ^~~~\n");
}

TEST(Build, KeepsTablesAndEquationsApart) {
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nf[young]((0,0),(1,2)) ~ ~ |\nf[old] = 3 ~ ~ |\n"),
            "model.mdl:3:1: error: 'f' has tables for some of its elements and an equation here [mixed-lookup]\n"
            "    3 | f[old] = 3 ~ ~ |\n"
            "      | ^~~~~~~~~~~~~~\n");
}

TEST(Build, RefusesTheUseOfAnElementWithoutEquation) {
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nx[young] = 1 ~ ~ |\ny = SUM(x[Age!]) ~ ~ |\n"),
            "model.mdl:3:9: error: 'x[old]' has no equation [undefined-element]\n"
            "    3 | y = SUM(x[Age!]) ~ ~ |\n"
            "      |         ^~~~~~~\n");
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nx[young] = 1 ~ ~ |\ny = x[young] ~ ~ |\n"), "");
}

TEST(Build, SaysAFaultOfAnEquationWithExceptionsOnce) {
  EXPECT_EQ(faults("Age: young, middle, old ~ ~ |\nx[Age] :EXCEPT: [old] = y ~ ~ |\nx[old] = 1 ~ ~ |\n"),
            "model.mdl:2:25: error: 'y' is not defined [unknown-variable]\n"
            "    2 | x[Age] :EXCEPT: [old] = y ~ ~ |\n"
            "      |                         ^\n");
}

TEST(Build, SaysWhereAFunctionMayStand) {
  EXPECT_EQ(faults("x = 1 + INTEG(1, 2) ~ ~ |\n"),
            "model.mdl:1:9: error: INTEG stands inside an expression [misplaced-function]\n"
            "    1 | x = 1 + INTEG(1, 2) ~ ~ |\n"
            "      |         ^~~~~~~~~~~\n"
            "      = give it a variable of its own: name = INTEG(rate, initial value)\n");
  EXPECT_EQ(faults("Age: young, old ~ ~ |\ny[Age] = 1 ~ ~ |\nx = SUM(SMOOTH(y[Age!], 2)) ~ ~ |\n"),
            "model.mdl:3:9: error: SMOOTH stands inside a sum [stateful-in-reduction]\n"
            "    3 | x = SUM(SMOOTH(y[Age!], 2)) ~ ~ |\n"
            "      |         ^~~~~~~~~~~~~~~~~~\n"
            "      = give it a variable of its own and sum that\n");
  EXPECT_EQ(faults("Age: young, old ~ ~ |\ny[Age] = 1 ~ ~ |\nx = SUM(y[young]) ~ ~ |\n"),
            "model.mdl:3:5: error: SUM has no subscript marked with '!' [nothing-to-reduce]\n"
            "    3 | x = SUM(y[young]) ~ ~ |\n"
            "      |     ^~~~~~~~~~~~~\n"
            "      = mark what it runs over: SUM(x[Dimension!])\n");
  EXPECT_EQ(faults("Age: young, old ~ ~ |\ny[Age] = 1 ~ ~ |\nx = y[Age!] ~ ~ |\n"),
            "model.mdl:3:7: error: 'Age!' stands outside SUM, PROD, VMIN and VMAX [mark-outside-reduction]\n"
            "    3 | x = y[Age!] ~ ~ |\n"
            "      |       ^~~~\n");
}

TEST(Build, WantsAPlainOrder) {
  EXPECT_EQ(faults("n = 1 + 2 ~ ~ |\nx = DELAY N(5, 3, 0, n) ~ ~ |\n"),
            "model.mdl:2:5: error: the order of DELAY N is not a plain number from 1 to 1000 [unsupported-order]\n"
            "    2 | x = DELAY N(5, 3, 0, n) ~ ~ |\n"
            "      |     ^~~~~~~~~~~~~~~~~~~\n"
            "      = this reader does not compute an order: write the number, or a constant's name\n");
}

TEST(Build, RefusesMoreThanAMachineCanHold) {
  EXPECT_EQ(faults("A: (a1-a9000) ~ ~ |\nx[A, A] = 1 ~ ~ |\n"),
            "model.mdl:2:1: error: with this the model has more than 4000000 values to compute [model-too-large]\n"
            "    2 | x[A, A] = 1 ~ ~ |\n"
            "      | ^~~~~~~\n"
            "      = count the elements of its subscripts: arrays and sums over several of them multiply\n");
  EXPECT_EQ(faults("A: (a1-a1000) ~ ~ |\nB: (b1-b1000) ~ ~ |\nC: (c1-c1000) ~ ~ |\nx[A] = 1 ~ ~ |\ny[B] = 1 ~ ~ |\n"
                   "z[C] = SUM(x[A!] * y[B!]) ~ ~ |\n"),
            "model.mdl:6:20: error: with this the model has more than 4000000 values to compute [model-too-large]\n"
            "    6 | z[C] = SUM(x[A!] * y[B!]) ~ ~ |\n"
            "      |                    ^~~~~\n"
            "      = count the elements of its subscripts: arrays and sums over several of them multiply\n");
}

TEST(Build, ShowsTheBeginningOfALongCircle) {
  EXPECT_NE(faults("A: (a1-a300) ~ ~ |\nB: (a2-a300) -> C ~ ~ |\nC: (a1-a299) ~ ~ |\nx[B] = x[C] ~ ~ |\n"
                   "x[a1] = x[a300] ~ ~ |\n")
                .find(" <- ... (300 in all) [circular-definition]\n"),
            std::string::npos);
}

TEST(Build, AnAllocationNeedsTheRequestsOfAll) {
  EXPECT_EQ(faults("Who: a, b ~ ~ |\nrank[Who] = 1, 2 ~ ~ |\nasked[a] = 1 ~ ~ |\nasked[b] = got[a] ~ ~ |\n"
                   "got[Who] = ALLOCATE BY PRIORITY(asked[Who], rank[Who], 2, 1, 5) ~ ~ |\n"),
            "model.mdl:3:1: error: each of these needs the next at the same moment: asked[b] <- got[a] <- asked[b] "
            "[circular-definition]\n"
            "    3 | asked[a] = 1 ~ ~ |\n"
            "      | ^~~~~~~~\n"
            "      = break the circle with a stock (INTEG), or give a start with ACTIVE INITIAL\n");
}

}  // namespace
}  // namespace commonweal::model
