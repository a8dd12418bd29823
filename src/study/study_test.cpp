// SPDX-License-Identifier: Apache-2.0
#include "study/study.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::study {
namespace {

const std::string head = R"(title = "Barnet"
model = "../models/services.mdl"
places = ["../places/barnet", "../places/england/"]
[scope]
question = "When?"
[years]
first = "2012-13"
last = "2046-47"
)";

class StudyTest : public testing::Test {
 protected:
  Study read(const std::string& text) { return study::read(folder_.write("studies/barnet.toml", text), diagnostics_); }

  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  std::string faults_of(const std::string& text) {
    read(text);
    return faults();
  }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(StudyTest, is_read_whole) {
  const Study study = read(R"(title = "Barnet"
model = "../models/services.mdl"
places = ["../places/barnet", "../places/england/"]
evidence = "../evidence/register.csv"
targets = "../targets.csv"
[scope]
question = "When?"
owner = "A. Person"
[years]
first = "2012-13"
last = "2046-47"
[outputs]
variables = ["shortfall", "income"]
[[scenario]]
id = "flat"
name = "Flat"
clause = "nothing changes"
description = "Nothing changes."
[scenario.set]
"general inflation" = 0.02
"growth[older people]" = 1
[[scenario]]
id = "nation"
name = "England"
place = "england"
first = "2010-11"
last = "2019-20"
[[scenario]]
id = "flat-low"
name = "Flat, low"
bound_of = "flat"
)");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(folder_.without_name(dump(study)),
            "study barnet: Barnet\n"
            "question When?\n"
            "owner A. Person, commissioner none, analyst none, assurer none, approver none\n"
            "model FOLDER/models/services.mdl\n"
            "evidence FOLDER/evidence/register.csv\n"
            "targets FOLDER/targets.csv\n"
            "place FOLDER/places/barnet\n"
            "place FOLDER/places/england\n"
            "output shortfall\n"
            "output income\n"
            "scenario flat: Flat\n"
            "  Nothing changes.\n"
            "  if nothing changes\n"
            "  place barnet, 2012-13 to 2046-47\n"
            "  general inflation = 0.02\n"
            "  growth[older people] = 1\n"
            "scenario nation: England\n"
            "  place england, 2010-11 to 2019-20\n"
            "scenario flat-low: Flat, low\n"
            "  bound of flat\n"
            "  place barnet, 2012-13 to 2046-47\n");
  EXPECT_EQ(study.scenarios[ScenarioId(0)].settings[1].position.line, 21U);
}

TEST_F(StudyTest, resolves_paths_from_its_own_folder_and_leaves_absolute_ones) {
  const Study study = read("evidence = \"/data/register.csv\"\n" + head + "[[scenario]]\nid = \"a\"\nname = \"A\"\n");
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(study.evidence, "/data/register.csv");
  EXPECT_EQ(study.model, folder_.path() / "models" / "services.mdl");
}

TEST_F(StudyTest, needs_its_keys) {
  EXPECT_EQ(faults_of(""),
            "FOLDER/studies/barnet.toml: error: the study has no 'title' [missing-key]\n"
            "FOLDER/studies/barnet.toml: error: the study has no 'model' [missing-key]\n"
            "FOLDER/studies/barnet.toml: error: the study has no 'places' [missing-key]\n"
            "FOLDER/studies/barnet.toml: error: the study has no 'scope' [missing-key]\n"
            "FOLDER/studies/barnet.toml: error: the study has no 'years' [missing-key]\n"
            "FOLDER/studies/barnet.toml: error: the study has no scenario [no-scenario]\n"
            "      = add one: [[scenario]] with an id and a name\n");
}

TEST_F(StudyTest, needs_a_scenario) {
  EXPECT_EQ(faults_of(head),
            "FOLDER/studies/barnet.toml: error: the study has no scenario [no-scenario]\n"
            "      = add one: [[scenario]] with an id and a name\n");
}

TEST_F(StudyTest, suggests_the_keys_it_knows) {
  EXPECT_EQ(faults_of("evidnce = \"x.csv\"\nmore = 1\n" + head + R"(frist = "2010-11"
[outputs]
variable = ["a"]
[[scenario]]
id = "a"
name = "A"
places = "barnet"
[[scenarios]]
id = "b"
)"),
            "FOLDER/studies/barnet.toml:11:1: error: [years] has no key 'frist' [unknown-key]\n"
            "   11 | frist = \"2010-11\"\n"
            "      | ^~~~~\n"
            "      = did you mean 'first'?\n"
            "FOLDER/studies/barnet.toml:13:1: error: [outputs] has no key 'variable' [unknown-key]\n"
            "   13 | variable = [\"a\"]\n"
            "      | ^~~~~~~~\n"
            "      = did you mean 'variables'?\n"
            "FOLDER/studies/barnet.toml:17:1: error: a scenario has no key 'places' [unknown-key]\n"
            "   17 | places = \"barnet\"\n"
            "      | ^~~~~~\n"
            "      = did you mean 'place'?\n"
            "FOLDER/studies/barnet.toml:1:1: error: the study has no key 'evidnce' [unknown-key]\n"
            "    1 | evidnce = \"x.csv\"\n"
            "      | ^~~~~~~\n"
            "      = did you mean 'evidence'?\n"
            "FOLDER/studies/barnet.toml:2:1: error: the study has no key 'more' [unknown-key]\n"
            "    2 | more = 1\n"
            "      | ^~~~\n"
            "      = the keys are: title, model, evidence, targets, policies_folder, places, scope, years, outputs, "
            "settings, scenario, rejected, uncertainty, calibration, readings, offer, loops\n"
            "FOLDER/studies/barnet.toml:18:3: error: the study has no key 'scenarios' [unknown-key]\n"
            "   18 | [[scenarios]]\n"
            "      |   ^~~~~~~~~\n"
            "      = did you mean 'scenario'?\n");
}

TEST_F(StudyTest, complains_about_every_value_of_the_wrong_kind) {
  EXPECT_EQ(faults_of(R"(title = 1
model = ["a.mdl"]
places = "barnet"
scope = "all"
years = 2012
scenario = "flat"
)"),
            "FOLDER/studies/barnet.toml:1:9: error: 'title' must be a text, not a number [wrong-type]\n"
            "    1 | title = 1\n"
            "      |         ^\n"
            "FOLDER/studies/barnet.toml:2:9: error: 'model' must be a text, not a list [wrong-type]\n"
            "    2 | model = [\"a.mdl\"]\n"
            "      |         ^~~~~~~~~\n"
            "FOLDER/studies/barnet.toml:3:10: error: 'places' must be a list, not a text [wrong-type]\n"
            "    3 | places = \"barnet\"\n"
            "      |          ^~~~~~~~\n"
            "FOLDER/studies/barnet.toml:4:9: error: 'scope' must be a table, not a text [wrong-type]\n"
            "    4 | scope = \"all\"\n"
            "      |         ^~~~~\n"
            "FOLDER/studies/barnet.toml:5:9: error: 'years' must be a table, not a number [wrong-type]\n"
            "    5 | years = 2012\n"
            "      |         ^~~~\n"
            "FOLDER/studies/barnet.toml:6:12: error: 'scenario' must be tables, each headed [[scenario]], not a text "
            "[wrong-type]\n"
            "    6 | scenario = \"flat\"\n"
            "      |            ^~~~~~\n");
}

TEST_F(StudyTest, knows_the_heading_with_one_pair_of_brackets) {
  EXPECT_EQ(faults_of(head + "[scenario]\nid = \"a\"\n"),
            "FOLDER/studies/barnet.toml:9:1: error: 'scenario' must be tables, each headed [[scenario]], not a table "
            "[wrong-type]\n"
            "    9 | [scenario]\n"
            "      | ^~~~~~~~~~\n");
}

TEST_F(StudyTest, tells_years_that_are_no_years_or_run_backwards) {
  EXPECT_EQ(
      faults_of(R"(title = "Barnet"
model = "a.mdl"
places = ["barnet"]
[scope]
question = "When?"
[years]
first = "2012-13"
last = "2010-11"
[[scenario]]
id = "a"
name = "A"
first = "2012/13"
[[scenario]]
id = "b"
name = "B"
last = "2001-02"
)"),
      "FOLDER/studies/barnet.toml:6:1: error: the last year, 2010-11, comes before the first, 2012-13 [bad-years]\n"
      "    6 | [years]\n"
      "      | ^~~~~~~\n"
      "FOLDER/studies/barnet.toml:12:9: error: '2012/13' is not a financial year [bad-year]\n"
      "   12 | first = \"2012/13\"\n"
      "      |         ^~~~~~~~~\n"
      "      = write it as 2012-13\n"
      "FOLDER/studies/barnet.toml:13:1: error: the last year, 2001-02, comes before the first, 2012-13 [bad-years]\n"
      "   13 | [[scenario]]\n"
      "      | ^~~~~~~~~~~~\n");
}

TEST_F(StudyTest, tells_scenarios_apart) {
  EXPECT_EQ(faults_of(head + R"([[scenario]]
id = "flat"
name = "Flat"
[[scenario]]
id = "flat"
name = "Flat again"
[[scenario]]
name = "No id"
[[scenario]]
name = "No id either"
)"),
            "FOLDER/studies/barnet.toml:13:6: error: there are two scenarios 'flat' [duplicate-scenario]\n"
            "   13 | id = \"flat\"\n"
            "      |      ^~~~~~\n"
            "      = the first stands in line 10\n"
            "FOLDER/studies/barnet.toml:15:1: error: a scenario has no 'id' [missing-key]\n"
            "   15 | [[scenario]]\n"
            "      | ^~~~~~~~~~~~\n"
            "FOLDER/studies/barnet.toml:17:1: error: a scenario has no 'id' [missing-key]\n"
            "   17 | [[scenario]]\n"
            "      | ^~~~~~~~~~~~\n");
}

TEST_F(StudyTest, knows_the_places_of_its_scenarios) {
  EXPECT_EQ(
      faults_of(head + R"([[scenario]]
id = "a"
name = "A"
place = "englnd"
[[scenario]]
id = "b"
name = "B"
place = "../places/barnet"
)"),
      "FOLDER/studies/barnet.toml:12:9: error: 'englnd' is not one of the study's places [unknown-place]\n"
      "   12 | place = \"englnd\"\n"
      "      |         ^~~~~~~~\n"
      "      = did you mean 'england'?\n"
      "FOLDER/studies/barnet.toml:16:9: error: '../places/barnet' is not one of the study's places [unknown-place]\n"
      "   16 | place = \"../places/barnet\"\n"
      "      |         ^~~~~~~~~~~~~~~~~~\n"
      "      = they are: barnet, england\n");
}

TEST_F(StudyTest, tells_places_apart) {
  EXPECT_EQ(faults_of(R"(title = "Barnet"
model = "a.mdl"
places = ["one/barnet", "two/barnet/"]
[scope]
question = "When?"
[years]
first = "2012-13"
last = "2013-14"
[[scenario]]
id = "a"
name = "A"
)"),
            "FOLDER/studies/barnet.toml:3:25: error: there are two places 'barnet' [duplicate-place]\n"
            "    3 | places = [\"one/barnet\", \"two/barnet/\"]\n"
            "      |                         ^~~~~~~~~~~~~\n"
            "      = a place is known by the name of its folder\n");
}

TEST_F(StudyTest, sets_variables_to_numbers) {
  EXPECT_EQ(faults_of(head + R"([[scenario]]
id = "a"
name = "A"
[scenario.set]
"growth[old" = 1
"growth[]" = 1
"[old]" = 1
"" = 1
"a]" = 1
price = "much"
rate = nan
"general inflation" = 1
"General_Inflation" = 2
)"),
            "FOLDER/studies/barnet.toml:13:1: error: 'growth[old' names no variable [bad-setting]\n"
            "   13 | \"growth[old\" = 1\n"
            "      | ^~~~~~~~~~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/studies/barnet.toml:14:1: error: 'growth[]' names no variable [bad-setting]\n"
            "   14 | \"growth[]\" = 1\n"
            "      | ^~~~~~~~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/studies/barnet.toml:15:1: error: '[old]' names no variable [bad-setting]\n"
            "   15 | \"[old]\" = 1\n"
            "      | ^~~~~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/studies/barnet.toml:16:1: error: '' names no variable [bad-setting]\n"
            "   16 | \"\" = 1\n"
            "      | ^~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/studies/barnet.toml:17:1: error: 'a]' names no variable [bad-setting]\n"
            "   17 | \"a]\" = 1\n"
            "      | ^~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/studies/barnet.toml:18:9: error: 'price' must be a number, not a text [wrong-type]\n"
            "   18 | price = \"much\"\n"
            "      |         ^~~~~~\n"
            "FOLDER/studies/barnet.toml:19:8: error: 'rate' cannot be nan [bad-setting]\n"
            "   19 | rate = nan\n"
            "      |        ^~~\n"
            "FOLDER/studies/barnet.toml:21:1: error: 'General_Inflation' is set twice [duplicate-setting]\n"
            "   21 | \"General_Inflation\" = 2\n"
            "      | ^~~~~~~~~~~~~~~~~~~\n"
            "      = the first stands in line 20\n");
}

TEST_F(StudyTest, must_be_toml) {
  EXPECT_EQ(faults_of("{UTF-8}\nmodel = 1 ~~|\n"),
            "FOLDER/studies/barnet.toml:1:1: error: this is not TOML: error while parsing root table: expected keys, "
            "tables, whitespace or comments, saw '{' [toml-syntax]\n"
            "    1 | {UTF-8}\n"
            "      | ^\n"
            "      = https://toml.io shows how TOML is written; texts stand in \"quotes\"\n");
}

TEST_F(StudyTest, must_be_there) {
  study::read(folder_.path() / "barnet.toml", diagnostics_);
  EXPECT_EQ(faults(), "FOLDER/barnet.toml: error: there is no file 'FOLDER/barnet.toml' [missing-file]\n");
}

TEST_F(StudyTest, settings_of_the_study_and_of_an_extended_scenario_hold_until_set_anew) {
  const Study study = read(
      "title = \"Barnet\"\nmodel = \"m.mdl\"\nplaces = [\"../places/barnet\", \"../places/england\"]\n"
      R"([scope]
question = "When?"
[years]
first = "2012-13"
last = "2046-47"
[settings]
"loop" = 1
"growth[older people]" = 0.01
"growth[families]" = 0.02
[[scenario]]
id = "plain"
name = "Plain"
place = "england"
last = "2019-20"
[scenario.set]
"loop" = 0
[[scenario]]
id = "grown"
name = "Grown"
extends = "plain"
[scenario.set]
"growth[ Older  People ]" = 0.03
[[scenario]]
id = "even"
name = "Even"
extends = "grown"
place = "barnet"
[scenario.set]
"growth" = 0
[[scenario]]
id = "common"
name = "Common"
)");
  EXPECT_EQ(faults(), "");
  const std::string text = dump(study);
  EXPECT_EQ(text.substr(text.find("scenario plain")),
            "scenario plain: Plain\n"
            "  place england, 2012-13 to 2019-20\n"
            "  growth[older people] = 0.01\n"
            "  growth[families] = 0.02\n"
            "  loop = 0\n"
            "scenario grown: Grown\n"
            "  place england, 2012-13 to 2019-20\n"
            "  growth[families] = 0.02\n"
            "  loop = 0\n"
            "  growth[Older  People] = 0.03\n"
            "scenario even: Even\n"
            "  place barnet, 2012-13 to 2019-20\n"
            "  loop = 0\n"
            "  growth = 0\n"
            "scenario common: Common\n"
            "  place barnet, 2012-13 to 2046-47\n"
            "  loop = 1\n"
            "  growth[older people] = 0.01\n"
            "  growth[families] = 0.02\n");
}

TEST_F(StudyTest, a_scenario_extends_one_above_it) {
  EXPECT_EQ(faults_of(head + "[[scenario]]\nid = \"first\"\nname = \"A\"\nextends = \"first\"\n"
                             "[[scenario]]\nid = \"b\"\nname = \"B\"\nextends = \"frist\"\n"),
            "FOLDER/studies/barnet.toml:12:11: error: 'first' is not one of the scenarios above this one "
            "[unknown-scenario]\n"
            "   12 | extends = \"first\"\n"
            "      |           ^~~~~~~\n"
            "      = a scenario can only extend one that stands above it\n"
            "FOLDER/studies/barnet.toml:16:11: error: 'frist' is not one of the scenarios above this one "
            "[unknown-scenario]\n"
            "   16 | extends = \"frist\"\n"
            "      |           ^~~~~~~\n"
            "      = did you mean 'first'?\n");
}

}  // namespace
}  // namespace commonweal::study
