// SPDX-License-Identifier: Apache-2.0
#include "model/declarations.h"

#include <string>

#include <gtest/gtest.h>

#include "model/built_test.h"

namespace commonweal::model {
namespace {

/// The names of a variable's elements, one after another.
std::string elements_of(const Model& model, const std::string& name) {
  std::string all;
  const VariableId id = model.find(name);
  for (std::size_t element = 0; element < model.size_of(id); ++element) all += model.element_name(id, element) + " ";
  return all;
}

const std::string ages = "Age: child, young, old ~ ~ |\nAdult: young, old ~ ~ |\nArea: east, west ~ ~ |\n";

TEST(Declarations, AnArrayIsStoredByTheSmallestDimensionWithAllItsElements) {
  EXPECT_EQ(elements_of(build_text(ages + "x[young] = 1 ~ ~ |\nx[old] = 2 ~ ~ |\n").model, "x"), "x[young] x[old] ");
  EXPECT_EQ(elements_of(build_text(ages + "x[Adult] = 1 ~ ~ |\nx[child] = 2 ~ ~ |\n").model, "x"),
            "x[child] x[young] x[old] ");
}

TEST(Declarations, ElementsThatShareNoDimensionAreAListOfTheirOwn) {
  EXPECT_EQ(elements_of(build_text(ages + "x[child] = 1 ~ ~ |\nx[west] = 2 ~ ~ |\n").model, "x"),
            "x[child] x[young] x[old] x[west] ");
}

TEST(Declarations, TheLastSubscriptMovesFastest) {
  EXPECT_EQ(elements_of(build_text(ages + "x[Area, Adult] = 1 ~ ~ |\n").model, "x"),
            "x[east,young] x[east,old] x[west,young] x[west,old] ");
}

TEST(Declarations, WordsAreThoseOfTheFirstEquationThatHasThem) {
  const Built built = build_text(ages + "x[young] = 1 ~ ~ |\nx[old] = 2 ~ person ~ How many |\n");
  EXPECT_EQ(built.model.variables[built.model.find("x")].units, "person");
  EXPECT_EQ(built.model.variables[built.model.find("x")].documentation, "How many");
}

TEST(Declarations, AnUnknownSubscriptIsNamedWithWhatWasProbablyMeant) {
  EXPECT_EQ(faults(ages + "x[Adlut] = 1 ~ ~ |\n"),
            "model.mdl:4:3: error: 'Adlut' is neither a dimension nor an element [unknown-subscript]\n"
            "    4 | x[Adlut] = 1 ~ ~ |\n"
            "      |   ^~~~~\n"
            "      = did you mean 'Adult'?\n");
}

TEST(Declarations, EveryEquationHasAsManySubscripts) {
  EXPECT_EQ(faults(ages + "x[young] = 1 ~ ~ |\nx[old, east] = 2 ~ ~ |\n"),
            "model.mdl:5:1: error: 'x' has 2 subscripts here and 1 where it is first defined [subscript-count]\n"
            "    5 | x[old, east] = 2 ~ ~ |\n"
            "      | ^~~~~~~~~~~~\n");
}

TEST(Declarations, AnExceptionLeavesItsElementsToAnotherEquation) {
  const Built built =
      build_text(ages +
                 "x[Area, Age] :EXCEPT: [east, Adult], [west, child] = 1 ~ ~ |\nx[east, Adult] = 2 ~ ~ |\n"
                 "x[west, child] = 3 ~ ~ |\ny = SUM(x[Area!, Age!]) ~ ~ |\n");
  EXPECT_EQ(built.diagnostics.render(), "");
  EXPECT_EQ(built.model.variables[built.model.find("x")].equations.size(), 5U);  // three elements one by one, and two
}

}  // namespace
}  // namespace commonweal::model
