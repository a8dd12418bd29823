// SPDX-License-Identifier: Apache-2.0
#include "study/register_check.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace commonweal::study {
namespace {

const std::string waiting_model = R"(Age: young, middle, old ~ ~ |
need[Age] = INTEG(-need[Age] * recovery rate[Age], 9) ~ person ~ |
recovery rate[Age] = 0.5, 0.25, 0.25 ~ 1/year ~ |
waiting = SMOOTH(total, patience) ~ person ~ |
total = SUM(need[Age!]) ~ person ~ |
patience = 2 ~ year ~ |
tax = 0.1 ~ 1/year ~ |
tax paid = tax * total ~ person/year ~ |
INITIAL TIME = 0 ~ year ~ |
FINAL TIME = 10 ~ year ~ |
TIME STEP = 0.125 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

/// What the check says of that model with a register of these rows.
std::string faults_of_rows(const std::string& rows) {
  base::TemporaryFolder folder;
  base::Diagnostics diagnostics;
  const auto evidence = evidence::read(
      folder.write("register.csv",
                   "id,variable,element,central,low,high,distribution,unit,grade,status,source,url,note\n" + rows),
      diagnostics);
  const auto source = std::make_shared<base::SourceText>("model.mdl", waiting_model);
  const model::Model model = model::build(syntax::parse(source, diagnostics), diagnostics);
  const program::Program program = program::compile(model, diagnostics);
  check_register(evidence, model, program, diagnostics);
  return folder.without_name(diagnostics.render());
}

const std::string sound =
    "young,recovery rate,young,0.5,0.25,0.75,,1/year,judgement,assumption,,,why\n"
    "rest,recovery rate,,0.25,,,,1/year,judgement,assumption,,,why\n"
    "patience,patience,,2,0.5,3,,year,judgement,assumption,,,why\n"
    "tax,tax,,0.1,0,9,,1/year,judgement,assumption,,,why\n";

TEST(RegisterCheck, PassesWhatAgrees) {
  EXPECT_EQ(faults_of_rows(sound), "");
}

TEST(RegisterCheck, FindsConstantsWithoutARowByTheirElements) {
  EXPECT_EQ(faults_of_rows("young,recovery rate,young,0.5,,,,1/year,judgement,assumption,,,why\n"),
            "model.mdl:3:1: error: the register has no row for 'recovery rate[middle]' and 1 more element "
            "[constant-without-row]\n"
            "    3 | recovery rate[Age] = 0.5, 0.25, 0.25 ~ 1/year ~ |\n"
            "      | ^~~~~~~~~~~~~~~~~~\n"
            "      = add one: value, range, grade and source, or an assumption with its reason\n"
            "model.mdl:6:1: error: the register has no row for 'patience' [constant-without-row]\n"
            "    6 | patience = 2 ~ year ~ |\n"
            "      | ^~~~~~~~\n"
            "      = add one: value, range, grade and source, or an assumption with its reason\n"
            "model.mdl:7:1: error: the register has no row for 'tax' [constant-without-row]\n"
            "    7 | tax = 0.1 ~ 1/year ~ |\n"
            "      | ^~~\n"
            "      = add one: value, range, grade and source, or an assumption with its reason\n");
}

TEST(RegisterCheck, FindsAnotherValueAndAnotherUnit) {
  EXPECT_EQ(faults_of_rows("young,recovery rate,young,0.4,,,,year,judgement,assumption,,,why\n"
                           "rest,recovery rate,,0.25,,,,1 / year,judgement,assumption,,,why\n"
                           "patience,patience,,2,,,,year,judgement,assumption,,,why\n"
                           "tax,tax,,0.1,,,,1/year,judgement,assumption,,,why\n"),
            "FOLDER/register.csv:2:27: error: the register gives 0.4 for 'recovery rate[young]' and the model 0.5 "
            "[register-differs]\n"
            "    2 | young,recovery rate,young,0.4,,,,year,judgement,assumption,,,why\n"
            "      |                           ^~~\n"
            "      = the register is the truth for constants: change the model's text, or the row and its source\n"
            "FOLDER/register.csv:2:34: error: 'recovery rate' is in 'year' here and in '1/year' in the model "
            "[register-unit-differs]\n"
            "    2 | young,recovery rate,young,0.4,,,,year,judgement,assumption,,,why\n"
            "      |                                  ^~~~\n"
            "      = a value means nothing without its unit: change whichever is wrong\n");
}

TEST(RegisterCheck, FindsRangesThatTheTimeStepCannotFollow) {
  EXPECT_EQ(
      faults_of_rows("young,recovery rate,young,0.5,0.25,4,,1/year,judgement,assumption,,,why\n"
                     "rest,recovery rate,,0.25,,,,1/year,judgement,assumption,,,why\n"
                     "patience,patience,,2,0.25,3,,year,judgement,assumption,,,why\n"
                     "tax,tax,,0.1,0,9,,1/year,judgement,assumption,,,why\n"),
      "FOLDER/register.csv:2:36: error: the range of 'young' holds a time of 0.25 year, less than 4 time steps "
      "[short-time-constant]\n"
      "    2 | young,recovery rate,young,0.5,0.25,4,,1/year,judgement,assumption,,,why\n"
      "      |                                    ^\n"
      "      = a run cannot follow what is over so soon: narrow the range, or shorten TIME STEP\n"
      "FOLDER/register.csv:4:22: error: the range of 'patience' holds a time of 0.25 year, less than 4 time steps "
      "[short-time-constant]\n"
      "    4 | patience,patience,,2,0.25,3,,year,judgement,assumption,,,why\n"
      "      |                      ^~~~\n"
      "      = a run cannot follow what is over so soon: narrow the range, or shorten TIME STEP\n");
}

}  // namespace
}  // namespace commonweal::study
