// SPDX-License-Identifier: Apache-2.0
#include "study/draw_design.h"

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "program/compile.h"
#include "study/sensitivity.h"
#include "syntax/mdl.h"

namespace commonweal::study {
namespace {

constexpr const char* model_text = R"({UTF-8}
Service: care, roads, parks ~~ |
inflation = 0.02 ~ 1/year ~ |
growth[Service] = 0.01 ~ 1/year ~ |
cost[Service] = 1, 2, 3 ~ GBP/year ~ |
grant ~ GBP/year ~ |
switch = 0 ~ ~ |
gap = SUM(cost[Service!] * (1 + (inflation + growth[Service!]) * (Time - 2012))) - grant ~ GBP/year ~ |
INITIAL TIME = 2012 ~ year ~ |
FINAL TIME = 2015 ~ year ~ |
TIME STEP = 0.25 ~ year ~ |
SAVEPER = 1 ~ year ~ |
)";

constexpr const char* register_text =
    "id,variable,element,central,low,high,distribution,unit,grade,status,source,url,note\n"
    "i,inflation,,0.02,0.01,0.03,triangular,1/year,judgement,assumption,,,A guess\n"
    "g,growth,,0.01,0,0.02,uniform,1/year,judgement,assumption,,,A guess\n"
    "g-care,growth,care,0.01,0,0.04,triangular,1/year,judgement,assumption,,,A guess\n"
    "s,switch,,0,,,,1,switch,assumption,,,Off\n"
    "c,cost,care,1,0.5,1.5,uniform,GBP/year,judgement,assumption,,,A guess\n"
    "r,cost,roads,2,,,,GBP/year,judgement,assumption,,,A guess\n"
    "p,cost,parks,3,,,,GBP/year,judgement,assumption,,,A guess\n";

constexpr const char* study_text = R"(title = "A"
model = "a.mdl"
places = ["place"]
[scope]
question = "What?"
[years]
first = "2012-13"
last = "2014-15"
[[scenario]]
id = "as-now"
name = "As now"
[[scenario]]
id = "set"
name = "Set"
[scenario.set]
inflation = 0.5
"growth[parks]" = 0.25
)";

class DrawDesignTest : public testing::Test {
 protected:
  DrawDesignTest() {
    base::Diagnostics diagnostics;
    const auto source = std::make_shared<base::SourceText>("a.mdl", model_text);
    program_ = program::compile(model::build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
    EXPECT_EQ(diagnostics.render(), "");
    folder_.write("place/place.toml",
                  "name = \"Place\"\ngss_code = \"E09000003\"\nkind = \"borough\"\nbase_year = \"2012-13\"\n"
                  "holds_after_last_year = [\"grant\"]\n");
    folder_.write("place/series.csv",
                  "variable,element,year,value,unit,status,source,note\n"
                  "grant,,2012-13,6,GBP/year,assumption,,A guess\n"
                  "grant,,2013-14,4,GBP/year,assumption,,A guess\n");
    folder_.write("register.csv", register_text);
    folder_.write("dimensions.csv", "input,dimension\ngrowth[care],0\ninflation,1\ngrowth,2\n\"cost[care]\",3\n");
  }

  /// The design of a study with this [uncertainty]; what was found wrong is in `faults`.
  DrawDesign design(const std::string& uncertainty) {
    base::Diagnostics diagnostics;
    const Study study = study::read(folder_.write("study.toml", evidence_ + study_text_ + uncertainty), diagnostics);
    const auto evidence = study.evidence.empty() ? evidence::Register() : evidence::read(study.evidence, diagnostics);
    const std::vector<place::Place> places{place::read(study.places.front(), diagnostics)};
    runs_ = study::design(study, places, program_, {"gap"}, diagnostics);
    EXPECT_EQ(diagnostics.render(), "");
    DrawDesign result = draw_design(study, evidence, runs_, program_, diagnostics);
    faults = folder_.without_name(diagnostics.render());
    return result;
  }

  /// The value of a constant in some inputs.
  double value(const program::Inputs& inputs, const std::string& name, std::size_t element = 0) const {
    const std::uint32_t slot = program_.find(name)->first_slot + static_cast<std::uint32_t>(element);
    double result = program_.start[slot];
    for (const auto& setting : inputs.settings) {
      if (setting.slot == slot) result = setting.value;
    }
    return result;
  }

  base::TemporaryFolder folder_;
  std::string study_text_ = study_text;
  std::string evidence_ = "evidence = \"register.csv\"\n";
  program::Program program_;
  Design runs_;
  std::string faults;
};

TEST_F(DrawDesignTest, binds_every_row_of_the_register_that_has_a_range) {
  const DrawDesign all = design(R"([uncertainty]
draws = 64
seed = 7
dimensions = "dimensions.csv"
inputs = "register"
[[uncertainty.event]]
name = "a gap"
variable = "GAP"
above = 0
[uncertainty.pool]
as-now = 0.75
set = 0.25
)");
  EXPECT_EQ(faults, "");
  const auto slot = [&](const char* name, std::uint32_t element) {
    return std::to_string(program_.find(name)->first_slot + element);
  };
  EXPECT_EQ(dump(all),
            "draws 64, seed 7\n"
            "drawn growth[care]: triangular from 0 by 0.01 to 0.04 1/year, dimension 0, #" +
                slot("growth", 0) +
                "\n"
                "drawn inflation: triangular from 0.01 by 0.02 to 0.03 1/year, dimension 1, #" +
                slot("inflation", 0) +
                "\n"
                "  set by scenario 1\n"
                "drawn growth: uniform from 0 by 0.01 to 0.02 1/year, dimension 2, #" +
                slot("growth", 1) + " #" + slot("growth", 2) +
                "\n"
                "drawn cost[care]: uniform from 0.5 by 1 to 1.5 GBP/year, dimension 3, #" +
                slot("cost", 0) +
                "\n"
                "event a gap: gap above 0\n"
                "pooled: scenario 0 by 0.75\n"
                "pooled: scenario 1 by 0.25\n"
                "spread: gap\n");
}

TEST_F(DrawDesignTest, leaves_to_a_scenario_what_it_sets) {
  const DrawDesign all = design("[uncertainty]\ninputs = \"register\"\n");
  const program::Inputs now = inputs_of(runs_.runs[0], all, 5), set = inputs_of(runs_.runs[1], all, 5);
  EXPECT_EQ(value(set, "inflation"), 0.5);
  EXPECT_EQ(value(set, "growth", 2), 0.25);
  EXPECT_NE(value(now, "inflation"), 0.02);
  EXPECT_EQ(value(now, "growth", 0), value(set, "growth", 0));
  EXPECT_EQ(value(now, "growth", 1), value(now, "growth", 2));
  EXPECT_EQ(value(now, "growth", 1), value(set, "growth", 1));
  EXPECT_EQ(value(now, "cost", 1), 2);
}

TEST_F(DrawDesignTest, draws_the_same_whatever_else_is_drawn) {
  const DrawDesign one = design("[uncertainty]\ninputs = [\"inflation\"]\n");
  const DrawDesign more = design(R"([uncertainty]
inputs = ["growth", "inflation"]
[[uncertainty.input]]
variable = "cost"
element = "roads"
distribution = "uniform"
low = 1
central = 2
high = 4
[[uncertainty.correlation]]
between = ["growth[care]", "cost[roads]"]
rank = 0.7
[[uncertainty.shock]]
variable = "grant"
distribution = "normal"
low = -1
central = 0
high = 1
effect = "add"
)");
  EXPECT_EQ(faults, "");
  const DrawDesign other_seed = design("[uncertainty]\ninputs = [\"inflation\"]\nseed = 1\n");
  for (const std::uint64_t draw : {0, 1, 2, 999}) {
    const double drawn = value(inputs_of(runs_.runs[0], one, draw), "inflation");
    EXPECT_EQ(value(inputs_of(runs_.runs[0], more, draw), "inflation"), drawn);
    EXPECT_NE(value(inputs_of(runs_.runs[0], other_seed, draw), "inflation"), drawn);
  }
}

TEST_F(DrawDesignTest, is_the_same_where_other_values_are_set_of_the_same_numbers) {
  // The study and runs of the design asked for last; what is set further stands at the end, in the last scenario.
  struct Asked {
    Study study;
    Design runs;
    DrawDesign design;
  };
  const auto asked = [&](const std::string& set, const std::string& uncertainty) {
    study_text_ = std::string(study_text) + set;
    DrawDesign made = design(uncertainty);
    base::Diagnostics diagnostics;
    return Asked{study::read(folder_.path() / "study.toml", diagnostics), runs_, std::move(made)};
  };
  const auto are_alike = [](const Asked& one, const Asked& other) {
    return are_drawn_alike(one.study, one.runs, other.study, other.runs);
  };
  const std::string drawn = "[uncertainty]\ninputs = \"register\"\n";
  const Asked first = asked("\"cost[care]\" = 2\n", drawn);
  const Asked other_value = asked("\"cost[care]\" = 3\n", drawn);
  const Asked other_draws = asked("\"cost[care]\" = 2\n", drawn + "draws = 40\n");
  EXPECT_TRUE(are_alike(first, other_value));
  EXPECT_EQ(dump(first.design), dump(other_value.design));
  EXPECT_TRUE(are_alike(first, other_draws));

  const Asked other_number = asked("\"growth[care]\" = 2\n", drawn);
  EXPECT_FALSE(are_alike(first, other_number));
  EXPECT_NE(dump(first.design), dump(other_number.design));
  EXPECT_FALSE(are_alike(first, asked("\"cost[care]\" = 2\n", drawn + "seed = 1\n")));
  EXPECT_FALSE(are_alike(first, asked("\"cost[care]\" = 2\n[[scenario]]\nid = \"third\"\nname = \"Third\"\n", drawn)));
}

TEST_F(DrawDesignTest, takes_the_studys_own_range_before_that_of_the_whole_register) {
  const DrawDesign all = design(R"([uncertainty]
inputs = "register"
[[uncertainty.input]]
variable = "growth"
element = "roads"
distribution = "uniform"
low = 5
central = 5.5
high = 6
)");
  EXPECT_EQ(faults, "");
  const program::Inputs inputs = inputs_of(runs_.runs[0], all, 3);
  EXPECT_GE(value(inputs, "growth", 1), 5);
  EXPECT_LE(value(inputs, "growth", 2), 0.02);
}

TEST_F(DrawDesignTest, moves_a_series_after_the_first_year_and_remembers) {
  const DrawDesign all = design(R"([uncertainty]
[[uncertainty.shock]]
variable = "grant"
distribution = "uniform"
low = 0.1
central = 0.2
high = 0.3
effect = "multiply"
persistence = 0.5
)");
  EXPECT_EQ(faults, "");
  const std::vector<double> by = shocks_of(all.shocks[0], {2012}, {2015}, 9);
  ASSERT_EQ(by.size(), 4U);
  EXPECT_EQ(by[0], 0);
  const auto fresh = [&](int year) {
    return random::quantile(all.shocks[0].distribution, random::Stream(0, "grant").uniform(9, year));
  };
  EXPECT_EQ(by[1], fresh(2013));
  EXPECT_EQ(by[2], 0.5 * by[1] + fresh(2014));
  const program::SeriesPoints moved = inputs_of(runs_.runs[0], all, 9).series[0];
  EXPECT_EQ(moved.times, (std::vector<double>{2012, 2013, 2014, 2015}));
  EXPECT_EQ(moved.values, (std::vector<double>{6, 4 * (1 + by[1]), 4 * (1 + by[2]), 4 * (1 + by[3])}));
  EXPECT_EQ(inputs_of(runs_.runs[0], all, {}, std::nullopt).series[0].values, (std::vector<double>{6, 4}));
}

TEST_F(DrawDesignTest, correlates_what_is_said_to_go_together) {
  const DrawDesign all = design(R"([uncertainty]
inputs = ["inflation", "growth[care]"]
[[uncertainty.correlation]]
between = ["growth[care]", "inflation"]
rank = 1
)");
  EXPECT_EQ(faults, "");
  const std::vector<double> at = constants_at(all, {0.25, 0.9});
  EXPECT_NEAR(at[0], random::quantile(all.constants[0].distribution, 0.25), 1e-12);
  EXPECT_NEAR(at[1], random::quantile(all.constants[1].distribution, 0.25), 1e-9);
}

TEST_F(DrawDesignTest, tells_every_fault_of_inputs_at_once) {
  design(R"([uncertainty]
inputs = ["inflatoin", "switch", "growth", "growth[care]"]
[[uncertainty.input]]
variable = "gap"
distribution = "uniform"
low = 0
central = 1
high = 2
[[uncertainty.input]]
variable = "TIME STEP"
distribution = "uniform"
low = 0.1
central = 0.2
high = 0.3
)");
  EXPECT_EQ(
      faults,
      "FOLDER/study.toml:21:1: error: 'gap' is computed by the model and cannot be set [not-a-constant]\n"
      "   21 | [[uncertainty.input]]\n"
      "      | ^~~~~~~~~~~~~~~~~~~~~\n"
      "      = only constants can be given another value\n"
      "FOLDER/study.toml:27:1: error: 'TIME STEP' says how a run is computed and cannot be drawn [bad-input]\n"
      "   27 | [[uncertainty.input]]\n"
      "      | ^~~~~~~~~~~~~~~~~~~~~\n"
      "FOLDER/study.toml:20:11: error: the register has no row for 'inflatoin' [unknown-input]\n"
      "   20 | inputs = [\"inflatoin\", \"switch\", \"growth\", \"growth[care]\"]\n"
      "      |           ^~~~~~~~~~~\n"
      "      = did you mean 'inflation'?\n"
      "FOLDER/study.toml:20:24: error: the register gives no range for 'switch' [input-without-range]\n"
      "   20 | inputs = [\"inflatoin\", \"switch\", \"growth\", \"growth[care]\"]\n"
      "      |                        ^~~~~~~~\n"
      "      = give it low, high and a distribution there, or a range of the study's own under [[uncertainty.input]]\n"
      "FOLDER/study.toml:20:44: error: 'growth[care]' is drawn twice [duplicate-input]\n"
      "   20 | inputs = [\"inflatoin\", \"switch\", \"growth\", \"growth[care]\"]\n"
      "      |                                            ^~~~~~~~~~~~~~\n"
      "      = the first stands in line 20\n");
}

TEST_F(DrawDesignTest, tells_every_fault_of_shocks_correlations_events_and_bands_at_once) {
  design(R"([uncertainty]
inputs = ["inflation", "growth[care]"]
bands = ["gapp"]
[[uncertainty.correlation]]
between = ["inflation", "grant"]
rank = 0.5
[[uncertainty.correlation]]
between = ["inflation", "growth[care]"]
rank = 0.5
[[uncertainty.correlation]]
between = ["growth[care]", "inflation"]
rank = 0.6
[[uncertainty.shock]]
variable = "inflation"
distribution = "uniform"
low = 0
central = 1
high = 2
effect = "add"
[[uncertainty.shock]]
variable = "grant"
distribution = "uniform"
low = 0
central = 1
high = 2
effect = "add"
[[uncertainty.shock]]
variable = "grant"
distribution = "uniform"
low = 0
central = 1
high = 2
effect = "add"
[[uncertainty.event]]
name = "dear"
variable = "cost"
above = 1
[[uncertainty.event]]
name = "dear schools"
variable = "cost"
element = "schools"
above = 1
)");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:22:1: error: 'grant' is not drawn, and only what is drawn can be correlated "
            "[bad-correlation]\n"
            "   22 | [[uncertainty.correlation]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "FOLDER/study.toml:28:1: error: 'growth[care]' and 'inflation' are correlated twice [bad-correlation]\n"
            "   28 | [[uncertainty.correlation]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "FOLDER/study.toml:31:1: error: 'inflation' is no data series [bad-shock]\n"
            "   31 | [[uncertainty.shock]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = shocks move what a place gives year by year; a constant is drawn under [[uncertainty.input]]\n"
            "FOLDER/study.toml:45:1: error: 'grant' has two shocks [bad-shock]\n"
            "   45 | [[uncertainty.shock]]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = the first stands in line 38\n"
            "FOLDER/study.toml:21:10: error: the model has no variable 'gapp' [unknown-model-variable]\n"
            "   21 | bands = [\"gapp\"]\n"
            "      |          ^~~~~~\n"
            "      = did you mean 'gap'?\n"
            "FOLDER/study.toml:53:8: error: 'cost' has 3 elements, and an event watches one [bad-event]\n"
            "   53 | name = \"dear\"\n"
            "      |        ^~~~~~\n"
            "      = write: element = \"care\"\n"
            "FOLDER/study.toml:57:8: error: 'cost' has no element 'schools' [unknown-element]\n"
            "   57 | name = \"dear schools\"\n"
            "      |        ^~~~~~~~~~~~~~\n");
}

TEST_F(DrawDesignTest, warns_of_what_will_not_be_as_asked) {
  folder_.write("dimensions.csv", "input,dimension\ninflation,1\n");
  design(R"([uncertainty]
dimensions = "dimensions.csv"
inputs = ["inflation", "growth[care]", "growth[roads]"]
[[uncertainty.correlation]]
between = ["inflation", "growth[care]"]
rank = 0.9
[[uncertainty.correlation]]
between = ["growth[roads]", "growth[care]"]
rank = 0.9
[[uncertainty.correlation]]
between = ["growth[roads]", "inflation"]
rank = -0.9
)");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:19:1: warning: 'FOLDER/dimensions.csv' has no dimension for 'growth[care]', "
            "'growth[roads]' [input-without-dimension]\n"
            "   19 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = plain draws are used, which need many more futures for the same error: add a row\n"
            "FOLDER/study.toml:19:1: warning: the correlations contradict each other: 0.48 between 'inflation' and "
            "'growth[care]' was taken instead of 0.90 [contradicting-correlations]\n"
            "   19 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = these are the nearest that can hold together\n"
            "FOLDER/study.toml:19:1: warning: the correlations contradict each other: -0.48 between 'inflation' and "
            "'growth[roads]' was taken instead of -0.90 [contradicting-correlations]\n"
            "   19 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = these are the nearest that can hold together\n"
            "FOLDER/study.toml:19:1: warning: the correlations contradict each other: 0.48 between 'growth[care]' and "
            "'growth[roads]' was taken instead of 0.90 [contradicting-correlations]\n"
            "   19 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = these are the nearest that can hold together\n");
}

TEST_F(DrawDesignTest, warns_that_nothing_is_drawn) {
  design("[uncertainty]\nbands = [\"gap\"]\n");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:19:1: warning: nothing is drawn: there is no input and no shock [nothing-drawn]\n"
            "   19 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = all futures will be the same; write: inputs = \"register\"\n");
}

TEST_F(DrawDesignTest, wants_a_register_for_rows_of_it) {
  evidence_ = "";
  design("[uncertainty]\ninputs = \"register\"\n");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:18:1: error: 'inputs' names rows of a register, and there is none [register-wanted]\n"
            "   18 | [uncertainty]\n"
            "      | ^~~~~~~~~~~~~\n"
            "      = name it: evidence = \"register.csv\"\n");
}

TEST_F(DrawDesignTest, warns_of_an_input_that_every_scenario_sets) {
  folder_.write("place/series.csv", folder_.read("place/series.csv") + "inflation,,,0.03,1/year,assumption,,A guess\n");
  design("[uncertainty]\ninputs = [\"inflation\"]\n");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:20:11: warning: 'inflation' is set in every scenario, by itself or its place "
            "[input-never-drawn]\n"
            "   20 | inputs = [\"inflation\"]\n"
            "      |           ^~~~~~~~~~~\n"
            "      = what is set is not drawn: take it out here or there\n");
}

TEST_F(DrawDesignTest, holds_a_table_of_dimensions_to_its_form) {
  folder_.write("dimensions.csv", "input,dimension\ninflation,1\nInflation,2\ncost[,3\ngrowth,1\nswitch,1024\n");
  design("[uncertainty]\ndimensions = \"dimensions.csv\"\ninputs = [\"inflation\"]\n");
  EXPECT_EQ(faults,
            "FOLDER/dimensions.csv:3:1: error: 'Inflation' stands there twice [duplicate-dimension]\n"
            "    3 | Inflation,2\n"
            "      | ^~~~~~~~~\n"
            "FOLDER/dimensions.csv:4:1: error: 'cost[' names no variable [bad-name]\n"
            "    4 | cost[,3\n"
            "      | ^~~~~\n"
            "      = write \"variable\" or \"variable[element]\"\n"
            "FOLDER/dimensions.csv:5:8: error: dimension 1 stands there twice [duplicate-dimension]\n"
            "    5 | growth,1\n"
            "      |        ^\n"
            "      = two inputs that share one would always move together\n"
            "FOLDER/dimensions.csv:6:8: error: 1024 is no dimension [bad-dimension]\n"
            "    6 | switch,1024\n"
            "      |        ^~~~\n"
            "      = a whole number from 0 to 1023\n");
}

TEST_F(DrawDesignTest, binds_the_figures_whose_sensitivity_is_asked) {
  const DrawDesign asked = design(
      "[uncertainty]\ninputs = \"register\"\n[uncertainty.sensitivity]\noutputs = [\"GAP\", \"cost\", "
      "\"cost[Roads]\"]\nyears = [\"2013-14\"]\nrows = 64\n");
  EXPECT_EQ(faults, "");
  const std::string text = dump(asked);
  EXPECT_EQ(text.substr(text.find("sensitivity")),
            "sensitivity of gap\n"
            "sensitivity of cost[care]\n"
            "sensitivity of cost[roads]\n"
            "sensitivity of cost[parks]\n"
            "sensitivity in 2013-14\n"
            "sensitivity: 0 trajectories, 64 rows\n");
}

TEST_F(DrawDesignTest, tells_which_figures_there_are_not) {
  design("[uncertainty]\n[uncertainty.sensitivity]\noutputs = [\"gab\", \"cost[road]\"]\n");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:21:12: error: the model has no variable 'gab' [unknown-model-variable]\n"
            "   21 | outputs = [\"gab\", \"cost[road]\"]\n"
            "      |            ^~~~~\n"
            "      = did you mean 'gap'?\n"
            "FOLDER/study.toml:21:19: error: 'cost' has no element 'road' [unknown-element]\n"
            "   21 | outputs = [\"gab\", \"cost[road]\"]\n"
            "      |                   ^~~~~~~~~~~~\n"
            "      = did you mean 'roads'?\n");
  design("[uncertainty]\n[uncertainty.sensitivity]\nrows = 64\n");
  EXPECT_EQ(faults,
            "FOLDER/study.toml:20:1: error: the model has no variable 'gap before action' [unknown-model-variable]\n"
            "   20 | [uncertainty.sensitivity]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~\n");
}

TEST_F(DrawDesignTest, refuses_rows_for_more_inputs_than_the_sequence_has_room_for) {
  base::Diagnostics diagnostics;
  const Study study =
      study::read(folder_.write("study.toml", study_text + std::string("[uncertainty]\n[uncertainty.sensitivity]\n"
                                                                       "outputs = [\"gap\"]\nrows = 64\n")),
                  diagnostics);
  bind_sensitivity(study, program_, 512, diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  bind_sensitivity(study, program_, 513, diagnostics);
  EXPECT_EQ(folder_.without_name(diagnostics.render()),
            "FOLDER/study.toml:19:1: error: 513 inputs are drawn, too many for rows [bad-sensitivity]\n"
            "   19 | [uncertainty.sensitivity]\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "      = 512 at most; trajectories take any number\n");
}

TEST_F(DrawDesignTest, knows_which_inputs_are_correlated_with_each_other) {
  const DrawDesign chain = design(R"([uncertainty]
inputs = "register"
[[uncertainty.correlation]]
between = ["growth[care]", "cost[care]"]
rank = 0.5
[[uncertainty.correlation]]
between = ["cost[care]", "inflation"]
rank = -0.25
[[uncertainty.correlation]]
between = ["growth", "inflation"]
rank = 0
)");
  std::string groups;
  for (const auto& group : correlated_groups(chain)) {
    for (const std::size_t input : group) groups += text(chain.constants[input].name) + " ";
    groups += "| ";
  }
  EXPECT_EQ(groups, "cost[care] growth[care] inflation | growth | ");
}

}  // namespace
}  // namespace commonweal::study
