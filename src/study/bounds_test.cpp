// SPDX-License-Identifier: Apache-2.0
#include "study/bounds.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::study {
namespace {

// A study of two scenarios that stand for themselves, with more after them: `bounds` begins at line 16.
std::string faults_with(const std::string& bounds) {
  base::TemporaryFolder folder;
  base::Diagnostics diagnostics;
  read(folder.write("barnet.toml", R"(title = "Barnet"
model = "services.mdl"
places = ["barnet", "england"]
[scope]
question = "When?"
[years]
first = "2012-13"
last = "2046-47"
[[scenario]]
id = "flat-real"
name = "Flat real"
[[scenario]]
id = "nation"
name = "England"
place = "england"
)" + bounds),
       diagnostics);
  return folder.without_name(diagnostics.render());
}

TEST(Bounds, may_be_many_of_one_scenario) {
  EXPECT_EQ(faults_with(R"([[scenario]]
id = "low"
name = "Low"
bound_of = "flat-real"
[[scenario]]
id = "high"
name = "High"
bound_of = "flat-real"
)"),
            "");
}

TEST(Bounds, must_be_of_a_scenario_of_the_study) {
  EXPECT_EQ(faults_with(R"([[scenario]]
id = "flat-reel"
name = "Low"
bound_of = "flat-rael"
[[scenario]]
id = "high"
name = "High"
bound_of = "something else"
)"),
            "FOLDER/barnet.toml:19:12: error: 'flat-rael' is not one of the study's scenarios [unknown-scenario]\n"
            "   19 | bound_of = \"flat-rael\"\n"
            "      |            ^~~~~~~~~~~\n"
            "      = did you mean 'flat-real'?\n"
            "FOLDER/barnet.toml:23:12: error: 'something else' is not one of the study's scenarios "
            "[unknown-scenario]\n"
            "   23 | bound_of = \"something else\"\n"
            "      |            ^~~~~~~~~~~~~~~~\n"
            "      = they are: flat-real, nation\n");
}

TEST(Bounds, cannot_bound_themselves_or_another_bound) {
  EXPECT_EQ(faults_with(R"([[scenario]]
id = "low"
name = "Low"
bound_of = "flat-real"
[[scenario]]
id = "lower"
name = "Lower"
bound_of = "low"
[[scenario]]
id = "alone"
name = "Alone"
bound_of = "alone"
)"),
            "FOLDER/barnet.toml:23:12: error: scenario 'lower' is a bound of 'low', which is a bound itself "
            "[bad-bound]\n"
            "   23 | bound_of = \"low\"\n"
            "      |            ^~~~~\n"
            "      = 'low' is a bound of 'flat-real'\n"
            "FOLDER/barnet.toml:27:12: error: scenario 'alone' is a bound of itself [bad-bound]\n"
            "   27 | bound_of = \"alone\"\n"
            "      |            ^~~~~~~\n"
            "      = leave out 'bound_of' if it stands for itself\n");
}

TEST(Bounds, are_of_the_same_place_and_years) {
  EXPECT_EQ(faults_with(R"([[scenario]]
id = "low"
name = "Low"
bound_of = "nation"
last = "2019-20"
)"),
            "FOLDER/barnet.toml:19:12: error: scenario 'low' is for place 'barnet', but 'nation', whose bound it is, "
            "is for 'england' [bad-bound]\n"
            "   19 | bound_of = \"nation\"\n"
            "      |            ^~~~~~~~\n"
            "      = give both the same place\n"
            "FOLDER/barnet.toml:19:12: error: scenario 'low' runs from 2012-13 to 2019-20, but 'nation', whose bound "
            "it is, runs from 2012-13 to 2046-47 [bad-bound]\n"
            "   19 | bound_of = \"nation\"\n"
            "      |            ^~~~~~~~\n"
            "      = give both the same years\n");
}

TEST(Bounds, cannot_be_the_headline) {
  Scenario low, flat;
  low.id = "low";
  low.bound_of = "flat";
  low.bound_of_position = base::Position::file("study.toml");
  flat.id = "flat";
  base::IdVector<ScenarioId, Scenario> scenarios;
  scenarios.add(low);
  scenarios.add(flat);
  base::Diagnostics diagnostics;
  check_bounds(scenarios, diagnostics);
  EXPECT_EQ(diagnostics.render(),
            "study.toml: error: the first scenario, 'low', is a bound [bad-bound]\n"
            "      = the first is the headline: begin with one that stands for itself\n");
}

}  // namespace
}  // namespace commonweal::study
