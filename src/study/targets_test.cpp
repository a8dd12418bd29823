// SPDX-License-Identifier: Apache-2.0
#include "study/targets.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace commonweal::study {
namespace {

class TargetsTest : public testing::Test {
 protected:
  std::vector<Target> read(const std::string& rows) {
    const auto path = folder_.write("targets.csv",
                                    "id,what,scenario,variable,element,measure,year,until,threshold,scale,published,"
                                    "unit,role,tolerance,source,note\n" +
                                        rows);
    return read_targets(path, diagnostics_);
  }

  std::string faults() const { return folder_.without_name(diagnostics_.render()); }

  std::string faults_of(const std::string& rows) {
    read(rows);
    return faults();
  }

  base::TemporaryFolder folder_;
  base::Diagnostics diagnostics_;
};

TEST_F(TargetsTest, are_read_whole) {
  const auto targets = read(
      "F3.gap,the gap,lga,gap,,value,2019-20,,,0.001,16.5,GBP bn,fitted,0.08,LGA 2012,a note\n"
      "F4.years,years to go,flat,care share,old,crossing,,,1,,20,years,predicted,,paper,\n");
  EXPECT_EQ(faults(), "");
  ASSERT_EQ(targets.size(), 2U);
  EXPECT_EQ(targets[0].year, base::FinancialYear{2019});
  EXPECT_EQ(targets[0].scale, 0.001);
  EXPECT_EQ(targets[0].role, Role::fitted);
  EXPECT_EQ(targets[0].tolerance, 0.08);
  EXPECT_EQ(targets[0].note, "a note");
  EXPECT_EQ(targets[1].measure, Measure::crossing);
  EXPECT_EQ(targets[1].element, "old");
  EXPECT_EQ(targets[1].threshold, 1.0);
  EXPECT_EQ(targets[1].scale, 1);
  EXPECT_EQ(targets[1].tolerance, std::nullopt);
  EXPECT_EQ(targets[1].position.line, 3U);
}

TEST_F(TargetsTest, say_what_their_measure_needs) {
  EXPECT_EQ(faults_of("a,w,s,v,,value,,,,,1,GBP,given,,source,\n"
                      "b,w,s,v,,yearly_change,2012-13,,,,1,GBP,given,,source,\n"
                      "c,w,s,v,,crossing,,,,,1,GBP,given,,source,\n"),
            "FOLDER/targets.csv:2:16: error: the measure 'value' of 'a' needs 'year' [incomplete-target]\n"
            "    2 | a,w,s,v,,value,,,,,1,GBP,given,,source,\n"
            "      |                ^\n"
            "FOLDER/targets.csv:3:32: error: the measure 'yearly_change' of 'b' needs 'until' [incomplete-target]\n"
            "    3 | b,w,s,v,,yearly_change,2012-13,,,,1,GBP,given,,source,\n"
            "      |                                ^\n"
            "FOLDER/targets.csv:4:21: error: the measure 'crossing' of 'c' needs 'threshold' [incomplete-target]\n"
            "    4 | c,w,s,v,,crossing,,,,,1,GBP,given,,source,\n"
            "      |                     ^\n");
}

TEST_F(TargetsTest, say_nothing_their_measure_does_not_use) {
  EXPECT_EQ(faults_of("a,w,s,v,,value,2012-13,2013-14,,,1,GBP,given,,source,\n"
                      "b,w,s,v,,crossing,2012-13,,1,,1,GBP,given,,source,\n"),
            "FOLDER/targets.csv:2:24: error: the measure 'value' of 'a' has no use for 'until' [unused-cell]\n"
            "    2 | a,w,s,v,,value,2012-13,2013-14,,,1,GBP,given,,source,\n"
            "      |                        ^~~~~~~\n"
            "      = leave it empty, or choose another measure\n"
            "FOLDER/targets.csv:3:19: error: the measure 'crossing' of 'b' has no use for 'year' [unused-cell]\n"
            "    3 | b,w,s,v,,crossing,2012-13,,1,,1,GBP,given,,source,\n"
            "      |                   ^~~~~~~\n"
            "      = leave it empty, or choose another measure\n");
}

TEST_F(TargetsTest, change_from_an_earlier_to_a_later_year) {
  EXPECT_EQ(faults_of("a,w,s,v,,relative_change,2012-13,2012-13,,,1,GBP,given,,source,\n"),
            "FOLDER/targets.csv:2:34: error: 'until' must come after 'year', but 2012-13 does not come after 2012-13 "
            "[bad-years]\n"
            "    2 | a,w,s,v,,relative_change,2012-13,2012-13,,,1,GBP,given,,source,\n"
            "      |                                  ^~~~~~~\n");
}

TEST_F(TargetsTest, are_off_by_no_less_than_nothing) {
  EXPECT_EQ(faults_of("a,w,s,v,,value,2012-13,,,,1,GBP,given,-0.1,source,\n"),
            "FOLDER/targets.csv:2:39: error: the tolerance of 'a' is below zero: -0.1 [negative-tolerance]\n"
            "    2 | a,w,s,v,,value,2012-13,,,,1,GBP,given,-0.1,source,\n"
            "      |                                       ^~~~\n"
            "      = it says how far the model may be off, in either direction\n");
}

TEST_F(TargetsTest, have_ids_of_their_own) {
  EXPECT_EQ(faults_of("a,w,s,v,,value,2012-13,,,,1,GBP,given,,source,\n"
                      "a,w,s,v,,value,2013-14,,,,1,GBP,given,,source,\n"),
            "FOLDER/targets.csv:3:1: error: the id 'a' has two rows [duplicate-id]\n"
            "    3 | a,w,s,v,,value,2013-14,,,,1,GBP,given,,source,\n"
            "      | ^\n"
            "      = the first stands in line 2\n");
}

TEST_F(TargetsTest, are_complained_about_cell_by_cell) {
  EXPECT_EQ(faults_of(",,,,,valeu,12,,x,y,,,guess,z,,\n"),
            "FOLDER/targets.csv:2:1: error: 'id' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      | ^\n"
            "FOLDER/targets.csv:2:2: error: 'what' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |  ^\n"
            "FOLDER/targets.csv:2:3: error: 'scenario' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |   ^\n"
            "FOLDER/targets.csv:2:4: error: 'variable' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |    ^\n"
            "FOLDER/targets.csv:2:6: error: 'valeu' is no measure [unknown-word]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |      ^~~~~\n"
            "      = did you mean 'value'?\n"
            "FOLDER/targets.csv:2:12: error: '12' is not a financial year [bad-year]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |            ^~\n"
            "      = write it as 2012-13\n"
            "FOLDER/targets.csv:2:16: error: 'x' is not a number [bad-number]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                ^\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "FOLDER/targets.csv:2:18: error: 'y' is not a number [bad-number]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                  ^\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "FOLDER/targets.csv:2:20: error: 'published' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                    ^\n"
            "FOLDER/targets.csv:2:21: error: 'unit' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                     ^\n"
            "FOLDER/targets.csv:2:22: error: 'guess' is no role [unknown-word]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                      ^~~~~\n"
            "      = it must be one of: fitted, predicted, consistent, given, base\n"
            "FOLDER/targets.csv:2:28: error: 'z' is not a number [bad-number]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                            ^\n"
            "      = write it with digits and a decimal point only: 1234.5\n"
            "FOLDER/targets.csv:2:30: error: 'source' is empty here [empty-cell]\n"
            "    2 | ,,,,,valeu,12,,x,y,,,guess,z,,\n"
            "      |                              ^\n");
}

}  // namespace
}  // namespace commonweal::study
