// SPDX-License-Identifier: Apache-2.0
#include "model/dimensions.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/built_test.h"

namespace commonweal::model {
namespace {

std::vector<std::string> names(const Model& model, const std::vector<ElementId>& elements) {
  std::vector<std::string> all;
  for (const ElementId element : elements) all.push_back(model.elements[element].name);
  return all;
}

std::vector<std::string> elements_of_dimension(const Model& model, const std::string& dimension) {
  return names(model, model.dimensions[model.dimension_by_name.at(dimension)].elements);
}

TEST(Dimensions, HoldTheElementsOfTheirSubrangesAndRanges) {
  const Built built = build_text("Age: young, Old ~ ~ |\nOld: (old8-old10) ~ ~ |\n");
  EXPECT_EQ(built.diagnostics.render(), "");
  EXPECT_EQ(elements_of_dimension(built.model, "age"), (std::vector<std::string>{"young", "old8", "old9", "old10"}));
  EXPECT_EQ(elements_of_dimension(built.model, "old"), (std::vector<std::string>{"old8", "old9", "old10"}));
}

TEST(Dimensions, HaveTheirAliasesElements) {
  const Built built = build_text("Age: young, old ~ ~ |\nCohort <-> Age ~ ~ |\n");
  EXPECT_EQ(elements_of_dimension(built.model, "cohort"), (std::vector<std::string>{"young", "old"}));
  EXPECT_EQ(faults("Cohort <-> Age ~ ~ |\n"),
            "model.mdl:1:1: error: neither 'Cohort' nor 'Age' is a dimension [unknown-dimension]\n"
            "    1 | Cohort <-> Age ~ ~ |\n"
            "      | ^~~~~~\n");
}

TEST(Dimensions, MapElementByElementOrToSubranges) {
  const Built built = build_text(
      "Service: care, roads -> Agency, (Body: Both, works) ~ ~ |\nAgency: health, transport ~ ~ |\n"
      "Body: council, trust, works ~ ~ |\nBoth: council, trust ~ ~ |\n");
  EXPECT_EQ(built.diagnostics.render(), "");
  const auto& mappings = built.model.dimensions[built.model.dimension_by_name.at("service")].mappings;
  ASSERT_EQ(mappings.size(), 2U);
  EXPECT_EQ(names(built.model, mappings[0].targets[1]), std::vector<std::string>{"transport"});
  EXPECT_EQ(names(built.model, mappings[1].targets[0]), (std::vector<std::string>{"council", "trust"}));
  EXPECT_EQ(names(built.model, mappings[1].targets[1]), std::vector<std::string>{"works"});
}

TEST(Dimensions, CountAnElementInTheLargestThatHasIt) {
  const Built built = build_text("Later: b, c ~ ~ |\nAll: a, b, c ~ ~ |\n");
  EXPECT_EQ(number_of(built.model, built.model.element_by_name.at("b")), 2);
}

TEST(Dimensions, AreWrittenOnceAndNameAnElementOnce) {
  EXPECT_EQ(faults("Age: young, old ~ ~ |\nage: young ~ ~ |\nWard: east, west, east ~ ~ |\n"),
            "model.mdl:2:1: error: dimension 'age' is written already [dimension-twice]\n"
            "    2 | age: young ~ ~ |\n"
            "      | ^~~\n"
            "model.mdl:3:19: error: dimension 'Ward' has element 'east' already [element-twice]\n"
            "    3 | Ward: east, west, east ~ ~ |\n"
            "      |                   ^~~~\n");
}

TEST(Dimensions, AreNotMadeOfThemselves) {
  EXPECT_EQ(faults("Age: Old ~ ~ |\nOld: Age ~ ~ |\nx[Age] = 1 ~ ~ |\n"),
            "model.mdl:1:1: error: dimension 'Age' is made of itself [dimension-of-itself]\n"
            "    1 | Age: Old ~ ~ |\n"
            "      | ^~~\n");
}

TEST(Dimensions, AreNotNestedWithoutLimit) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "D" + std::to_string(i) + ": D" + std::to_string(i + 1) + " ~ ~ |\n";
  const Built built = build_text(text + "D5000: a ~ ~ |\n");
  ASSERT_FALSE(built.diagnostics.all().empty());
  EXPECT_EQ(built.diagnostics.all().front().name, "dimension-nesting");
  EXPECT_EQ(built.diagnostics.all().front().message,
            "dimension 'D100' is made of more than 100 dimensions one inside another");
}

TEST(Dimensions, AreOfALengthThatCanBeHeld) {
  EXPECT_EQ(faults("Ward: (w1-w999999999) ~ ~ |\nx[Ward] = 1 ~ ~ |\n"),
            "model.mdl:1:7: error: 'w1-w999999999' has more than 10000 elements [model-too-large]\n"
            "    1 | Ward: (w1-w999999999) ~ ~ |\n"
            "      |       ^~~~~~~~~~~~~~~\n");
  EXPECT_EQ(faults("Ward: (w1-w9999), (v1-v9999) ~ ~ |\n"),
            "model.mdl:1:1: error: 'Ward' has more than 10000 elements [model-too-large]\n"
            "    1 | Ward: (w1-w9999), (v1-v9999) ~ ~ |\n"
            "      | ^~~~\n");
  EXPECT_EQ(faults("Ward: (w5-w1) ~ ~ |\n"),
            "model.mdl:1:7: error: 'w5-w1' is not a range of numbered elements [bad-numeric-range]\n"
            "    1 | Ward: (w5-w1) ~ ~ |\n"
            "      |       ^~~~~~~\n"
            "      = write the same name with a lower and a higher number, as in (A1-A5)\n");
}

}  // namespace
}  // namespace commonweal::model
