// SPDX-License-Identifier: Apache-2.0
#include "ensemble/yearly.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "ensemble/run.h"
#include "ensemble/simulate.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace commonweal::ensemble {
namespace {

program::Program compile_text(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto source = std::make_shared<base::SourceText>("model.mdl", text);
  program::Program program =
      program::compile(model::build(syntax::parse(source, diagnostics), diagnostics), diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return program;
}

constexpr const char* three_years =
    "INITIAL TIME = 2012 ~ year ~ |\nFINAL TIME = 2015 ~ year ~ |\nTIME STEP = 0.25 ~ year ~ |\nSAVEPER = 1 ~ year ~ "
    "|\n";

/// The yearly figures of a model of three financial years, every variable kept.
Ensemble run_years(const std::string& text) {
  const program::Program program = compile_text(text + three_years);
  study::Design design;
  design.runs.push_back({study::ScenarioId(0), {2012}, {2014}, {}});
  design.run_names = {"only"};
  for (const program::Variable& variable : program.variables) design.outputs.push_back(variable.name);
  base::Diagnostics diagnostics;
  Ensemble ensemble = run(program, design, diagnostics);
  EXPECT_EQ(diagnostics.render(), "");
  return ensemble;
}

std::vector<double> series(const Ensemble& ensemble, const std::string& name) {
  return ensemble.series(ensemble.futures.front(), name);
}

TEST(Yearly, ARateIsSummedOverItsYear) {
  const Ensemble ensemble = run_years("spend = Time - 2012 ~ GBP million/year ~ |\n");
  EXPECT_EQ(series(ensemble, "spend"), (std::vector<double>{0.375, 1.375, 2.375}));
  EXPECT_EQ(ensemble.outputs.front().unit, "GBP million");
  EXPECT_EQ(ensemble.outputs.front().accumulation, Accumulation::sum);
}

TEST(Yearly, AStockIsReadAtTheCloseOfItsYear) {
  const Ensemble ensemble = run_years("reserves = INTEG(-2, 10) ~ GBP million ~ |\n");
  EXPECT_EQ(series(ensemble, "reserves"), (std::vector<double>{8, 6, 4}));
}

TEST(Yearly, AnythingElseIsAveraged) {
  const Ensemble ensemble = run_years("share = Time - 2012 ~ dimensionless ~ |\n");
  EXPECT_EQ(series(ensemble, "share"), (std::vector<double>{0.375, 1.375, 2.375}));
  EXPECT_EQ(ensemble.outputs.front().accumulation, Accumulation::mean);
}

TEST(Yearly, OpeningAndFlowsMakeTheClosing) {
  const Ensemble ensemble =
      run_years("reserves = INTEG(saved, 10) ~ GBP million ~ |\nsaved = 0.1 * reserves ~ GBP million/year ~ |\n");
  const auto closing = series(ensemble, "reserves"), saved = series(ensemble, "saved");
  double opening = 10;
  for (std::size_t year = 0; year < 3; ++year) {
    EXPECT_NEAR(opening + saved[year], closing[year], 1e-12);
    opening = closing[year];
  }
}

TEST(Run, NamesVariableYearAndScenarioOfAFault) {
  const program::Program program =
      compile_text(std::string("gap = 2014 - Time ~ ~ |\nshare = 1 / gap ~ ~ |\n") + three_years);
  study::Design design;
  design.runs.push_back({study::ScenarioId(0), {2012}, {2014}, {}});
  design.run_names = {"flat-cash"};
  base::Diagnostics diagnostics;
  EXPECT_TRUE(run(program, design, diagnostics).futures.empty());
  EXPECT_EQ(diagnostics.render(),
            "model.mdl:2:1: error: 'share' divides by zero in 2014-15 (time 2014), scenario 'flat-cash' "
            "[division-by-zero]\n"
            "    2 | share = 1 / gap ~ ~ |\n"
            "      | ^~~~~\n"
            "      = ZIDZ(a, b) gives 0 and XIDZ(a, b, x) gives x where b is 0\n");
}

TEST(Simulate, GivesEveryVariableAtEverySaveper) {
  base::Diagnostics diagnostics;
  const program::Program program = compile_text(
      std::string("Age: young, old ~ ~ |\nx[Age] = 1, 2 ~ ~ |\ny = SMOOTH(Time, 2) ~ ~ |\n") + three_years);
  const Trajectory trajectory = simulate(program, {}, every_output(program), diagnostics);
  EXPECT_EQ(trajectory.columns, (std::vector<std::string>{"Time", "x[young]", "x[old]", "y", "INITIAL TIME",
                                                          "FINAL TIME", "TIME STEP", "SAVEPER"}));
  EXPECT_EQ(trajectory.rows.size(), 4U);
  EXPECT_EQ(csv(trajectory).substr(0, 79),
            "Time,x[young],x[old],y,INITIAL TIME,FINAL TIME,TIME STEP,SAVEPER\r\n2012,1,2,2012");
}

TEST(Simulate, WantsTheValuesOfADataSeries) {
  base::Diagnostics diagnostics;
  const program::Program program = compile_text(std::string("population :RAW: ~ person ~ |\n") + three_years);
  simulate(program, {}, every_output(program), diagnostics);
  EXPECT_EQ(diagnostics.render(),
            "model.mdl:1:1: error: 'population' is a data series and nothing gives its values [data-wanted]\n"
            "    1 | population :RAW: ~ person ~ |\n"
            "      | ^~~~~~~~~~~~~~~~\n"
            "      = run a study, which binds a place's figures to it\n");
}

}  // namespace
}  // namespace commonweal::ensemble
