// SPDX-License-Identifier: Apache-2.0
#include "study/uncertainty.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "study/study.h"

namespace commonweal::study {
namespace {

const std::string head_of_study = R"(title = "Barnet"
model = "a.mdl"
places = ["barnet"]
[scope]
question = "When?"
[years]
first = "2012-13"
last = "2046-47"
[[scenario]]
id = "flat"
name = "Flat"
[[scenario]]
id = "cash"
name = "Cash"
[[scenario]]
id = "cash-low"
name = "Cash, low"
bound_of = "cash"
[[scenario]]
id = "short"
name = "Short"
last = "2020-21"
)";

class UncertaintyTest : public testing::Test {
 protected:
  /// The text of what the table says, or of every fault in it, without what stands before it in the file.
  std::string read(const std::string& text) {
    base::Diagnostics diagnostics;
    const Study study = study::read(folder_.write("study.toml", head_of_study + text), diagnostics);
    if (diagnostics.has_errors()) return folder_.without_name(diagnostics.render());
    return study.uncertainty ? folder_.without_name(dump(*study.uncertainty)) : "none";
  }

  base::TemporaryFolder folder_;
};

TEST_F(UncertaintyTest, is_none_without_the_table) {
  EXPECT_EQ(read(""), "none");
}

TEST_F(UncertaintyTest, has_draws_and_a_seed_without_being_told) {
  EXPECT_EQ(read("[uncertainty]\n"), "draws 1024, seed 0\n");
}

TEST_F(UncertaintyTest, is_read_whole) {
  EXPECT_EQ(read(R"([uncertainty]
draws = 4096
seed = 2012
dimensions = "evidence/dimensions.csv"
inputs = ["general inflation", "growth[older people]"]
bands = ["gap"]
scalars = true
scalar_years = ["2019-20"]
[[uncertainty.input]]
variable = "cost"
element = "roads"
distribution = "uniform"
low = 1
central = 2
high = 4
[[uncertainty.correlation]]
between = ["general inflation", "cost[roads]"]
rank = -0.5
[[uncertainty.shock]]
variable = "growth of people"
distribution = "normal"
low = -0.01
central = 0
high = 0.01
effect = "multiply"
persistence = 0.7
[[uncertainty.event]]
name = "a gap"
variable = "gap"
above = 0
from = "2013-14"
to = "2020-21"
[[uncertainty.event]]
name = "care takes most"
variable = "care share"
at_least = 0.75
[uncertainty.pool]
flat = 0.25
cash = 0.75
)"),
            "draws 4096, seed 2012, scalars\n"
            "scalars of 2019-20\n"
            "dimensions FOLDER/evidence/dimensions.csv\n"
            "drawn general inflation\n"
            "drawn growth[older people]\n"
            "drawn cost[roads]: uniform from 1 by 2 to 4\n"
            "correlation -0.5 between general inflation and cost[roads]\n"
            "shock multiplying growth of people: normal from -0.01 by 0 to 0.01, persistence 0.7\n"
            "band gap\n"
            "event a gap: gap above 0 from 2013-14 to 2020-21\n"
            "event care takes most: care share at least 0.75\n"
            "pooled: flat by 0.25\n"
            "pooled: cash by 0.75\n");
  EXPECT_EQ(read("[uncertainty]\ninputs = \"register\"\n"),
            "draws 1024, seed 0\ndrawn: every row of the register with a distribution\n");
}

TEST_F(UncertaintyTest, tells_every_fault_of_its_numbers_and_names_at_once) {
  EXPECT_EQ(read("[uncertainty]\ndraws = 0\nseed = 1.5\ninputs = [\"a\", \"b[\", \"A\"]\nscalars = 1\nband = []\n"),
            "FOLDER/study.toml:24:9: error: there cannot be 0 draws [bad-draws]\n"
            "   24 | draws = 0\n"
            "      |         ^\n"
            "      = a whole number from 1 to 10,000,000\n"
            "FOLDER/study.toml:25:8: error: 1.5 is no seed [bad-seed]\n"
            "   25 | seed = 1.5\n"
            "      |        ^~~\n"
            "      = a whole number from 0 to 9007199254740991\n"
            "FOLDER/study.toml:26:16: error: 'b[' names no variable [bad-name]\n"
            "   26 | inputs = [\"a\", \"b[\", \"A\"]\n"
            "      |                ^~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/study.toml:26:22: error: 'A' is drawn twice [duplicate-input]\n"
            "   26 | inputs = [\"a\", \"b[\", \"A\"]\n"
            "      |                      ^~~\n"
            "      = the first stands in line 26\n"
            "FOLDER/study.toml:27:11: error: 'scalars' must be true or false, not a number [wrong-type]\n"
            "   27 | scalars = 1\n"
            "      |           ^\n"
            "FOLDER/study.toml:28:1: error: [uncertainty] has no key 'band' [unknown-key]\n"
            "   28 | band = []\n"
            "      | ^~~~\n"
            "      = did you mean 'bands'?\n");
  EXPECT_EQ(read("[uncertainty]\nscalar_years = [\"2019\"]\n"),
            "FOLDER/study.toml:24:17: error: '2019' is not a financial year [bad-year]\n"
            "   24 | scalar_years = [\"2019\"]\n"
            "      |                 ^~~~~~\n"
            "      = write it as 2012-13\n");
  EXPECT_EQ(
      read("[uncertainty]\ninputs = \"all\"\n"),
      "FOLDER/study.toml:24:10: error: 'inputs' must be a list of texts or \"register\", not a text [wrong-type]\n"
      "   24 | inputs = \"all\"\n"
      "      |          ^~~~~\n");
}

TEST_F(UncertaintyTest, tells_what_no_correlation_can_be) {
  EXPECT_EQ(read(R"([uncertainty]
[[uncertainty.correlation]]
between = ["a", "A"]
rank = 2
[[uncertainty.correlation]]
between = ["a"]
rank = 0.5
)"),
            "FOLDER/study.toml:25:17: error: 'a' cannot be correlated with itself [bad-correlation]\n"
            "   25 | between = [\"a\", \"A\"]\n"
            "      |                 ^~~\n"
            "FOLDER/study.toml:26:8: error: a rank correlation cannot be 2 [bad-correlation]\n"
            "   26 | rank = 2\n"
            "      |        ^\n"
            "      = it lies between -1 (always opposite) and 1 (always together)\n"
            "FOLDER/study.toml:27:1: error: a correlation is between two inputs [bad-correlation]\n"
            "   27 | [[uncertainty.correlation]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "      = write: between = [\"one\", \"other\"]\n");
}

TEST_F(UncertaintyTest, tells_what_no_shock_can_be) {
  EXPECT_EQ(read(R"([uncertainty]
[[uncertainty.shock]]
variable = "a"
distribution = "normal"
central = 0
effect = "multiplies"
persistence = 1
)"),
            "FOLDER/study.toml:28:10: error: 'multiplies' is no effect of a shock [bad-shock]\n"
            "   28 | effect = \"multiplies\"\n"
            "      |          ^~~~~~~~~~~~\n"
            "      = did you mean 'multiply'?\n"
            "FOLDER/study.toml:29:15: error: persistence cannot be 1 [bad-shock]\n"
            "   29 | persistence = 1\n"
            "      |               ^\n"
            "      = it is the share of a shock that is left a year later: 0 or more, below 1\n");
}

TEST_F(UncertaintyTest, tells_what_no_event_can_be) {
  EXPECT_EQ(read(R"([uncertainty]
[[uncertainty.event]]
name = "a gap"
variable = "gap"
[[uncertainty.event]]
name = "a gap"
variable = "gap"
above = 0
below = 1
)"),
            "FOLDER/study.toml:24:1: error: event 'a gap' has no limit [bad-event]\n"
            "   24 | [[uncertainty.event]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = give one of: above, at_least, below, at_most\n"
            "FOLDER/study.toml:27:1: error: event 'a gap' has more than one limit [bad-event]\n"
            "   27 | [[uncertainty.event]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = give one of: above, at_least, below, at_most\n"
            "FOLDER/study.toml:28:8: error: there are two events 'a gap' [duplicate-event]\n"
            "   28 | name = \"a gap\"\n"
            "      |        ^~~~~~~\n"
            "      = the first stands in line 25\n");
}

TEST_F(UncertaintyTest, tells_what_cannot_be_pooled) {
  EXPECT_EQ(read("[uncertainty.pool]\nflat = 0.5\ncash = 0.6\n"),
            "FOLDER/study.toml:23:1: error: the weights sum to 1.1, not to 1 [bad-pool]\n"
            "   23 | [uncertainty.pool]\n"
            "      | ^~~~~~~~~~~~~~~~~~\n");
  EXPECT_EQ(read("[uncertainty.pool]\nflat = -0.5\ncassh = 0.5\ncash-low = 0.5\nshort = 0.5\ncash = 'x'\n"),
            "FOLDER/study.toml:24:8: error: a weight cannot be -0.5 [bad-pool]\n"
            "   24 | flat = -0.5\n"
            "      |        ^~~~\n"
            "FOLDER/study.toml:25:1: error: 'cassh' is not one of the study's scenarios [unknown-scenario]\n"
            "   25 | cassh = 0.5\n"
            "      | ^~~~~\n"
            "      = did you mean 'cash'?\n"
            "FOLDER/study.toml:26:1: error: scenario 'cash-low' is a bound and has no futures of its own [bad-pool]\n"
            "   26 | cash-low = 0.5\n"
            "      | ^~~~~~~~\n"
            "FOLDER/study.toml:28:8: error: 'cash' must be a number, not a text [wrong-type]\n"
            "   28 | cash = 'x'\n"
            "      |        ^~~\n"
            "FOLDER/study.toml:27:1: error: scenarios 'flat' and 'short' are of different places or years [bad-pool]\n"
            "   27 | short = 0.5\n"
            "      | ^~~~~\n"
            "      = only scenarios of one place and the same years can be taken together\n");
}

TEST_F(UncertaintyTest, may_ask_what_moves_the_headline_scenario) {
  EXPECT_EQ(read(R"([uncertainty]
[uncertainty.sensitivity]
outputs = ["gap", "cost[roads]"]
years = ["2012-13", "2046-47"]
trajectories = 20
rows = 1024
)"),
            "draws 1024, seed 0\n"
            "sensitivity: 20 trajectories, 1024 rows\n"
            "sensitivity of gap\n"
            "sensitivity of cost[roads]\n"
            "sensitivity in 2012-13\n"
            "sensitivity in 2046-47\n");
}

TEST_F(UncertaintyTest, reports_every_fault_of_a_wish_for_sensitivity) {
  EXPECT_EQ(read(R"([uncertainty]
[uncertainty.sensitivity]
years = ["2011-12", "soon", "2047-48"]
trajectories = 1
rows = 1000
row = 5
)"),
            "FOLDER/study.toml:25:21: error: 'soon' is not a financial year [bad-year]\n"
            "   25 | years = [\"2011-12\", \"soon\", \"2047-48\"]\n"
            "      |                     ^~~~~~\n"
            "      = write it as 2012-13\n"
            "FOLDER/study.toml:26:16: error: there cannot be 1 trajectories [bad-sensitivity]\n"
            "   26 | trajectories = 1\n"
            "      |                ^\n"
            "      = 0 for none, or a whole number from 2 to 10,000\n"
            "FOLDER/study.toml:27:8: error: there cannot be 1000 rows [bad-sensitivity]\n"
            "   27 | rows = 1000\n"
            "      |        ^~~~\n"
            "      = 0 for none, or a power of 2 from 64 to 16,384\n"
            "FOLDER/study.toml:28:1: error: [uncertainty.sensitivity] has no key 'row' [unknown-key]\n"
            "   28 | row = 5\n"
            "      | ^~~\n"
            "      = did you mean 'rows'?\n");
  EXPECT_EQ(read(R"([uncertainty]
[uncertainty.sensitivity]
years = ["2011-12"]
)"),
            "FOLDER/study.toml:25:10: error: the headline scenario 'flat' has no year 2011-12 [bad-sensitivity]\n"
            "   25 | years = [\"2011-12\"]\n"
            "      |          ^~~~~~~~~\n"
            "      = it runs from 2012-13 to 2046-47\n");
}

}  // namespace
}  // namespace commonweal::study
