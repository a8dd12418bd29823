// SPDX-License-Identifier: Apache-2.0
#include "analysis/reconciliation.h"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/fabricated.h"

namespace commonweal::analysis {
namespace {

using study::Measure;
using study::Target;

Target target(const std::string& variable, Measure measure, std::optional<int> year = std::nullopt,
              std::optional<int> until = std::nullopt) {
  Target made;
  made.id = "F1";
  made.what = "a published figure";
  made.scenario = measure == Measure::context ? "town" : "flat";
  made.variable = variable;
  made.measure = measure;
  if (year) made.year = base::FinancialYear{*year};
  if (until) made.until = base::FinancialYear{*until};
  made.unit = "GBP bn";
  made.position = fabricated::at("targets.csv", 4);
  return made;
}

// A town with one scenario of three years from 2012-13.
struct Reconciled {
  study::Study study;
  std::vector<place::Place> places{fabricated::place("town", "Town")};
  ensemble::Ensemble ensemble = fabricated::one_future({2012}, {{"gap", "", {0, 500, 1500}},
                                                                {"required spend", "care", {60, 70, 90}},
                                                                {"required spend", "roads", {40, 40, 35}},
                                                                {"care share", "", {0.6, 0.7, 0.9}}});
  base::Diagnostics diagnostics;

  Reconciled() {
    study.scenarios.add(fabricated::scenario("flat", "Funding flat", "town"));
    places.front().context = {fabricated::published("spending", 2012, 700, "GBP billion", "budget"),
                              fabricated::published("receipts", 2012, 560, "GBP billion", "budget")};
  }

  ReconciliationRow row(const Target& wanted) {
    return reconciliation({wanted}, {ensemble, study, places}, diagnostics).front();
  }

  // The row of a target that is at fault: no figure, and the reason as its note.
  std::string note_of_fault(const Target& wanted) {
    const ReconciliationRow found = row(wanted);
    EXPECT_TRUE(std::isnan(found.model));
    return found.note;
  }
};

TEST(Reconciliation, SetsTheFigureOfAYearInThePublishedUnit) {
  Target wanted = target("gap", Measure::value, 2014);
  wanted.scale = 0.001;
  wanted.published = 1.4;
  wanted.source = "A report";
  wanted.note = "quoted with another year elsewhere";
  wanted.role = study::Role::fitted;
  wanted.tolerance = 0.1;
  const ReconciliationRow row = Reconciled().row(wanted);
  EXPECT_EQ(row.id, "F1");
  EXPECT_EQ(row.what, "a published figure");
  EXPECT_EQ(row.place, "Town");
  EXPECT_EQ(row.scenario_id, "flat");
  EXPECT_EQ(row.year, "2014-15");
  EXPECT_EQ(row.published, 1.4);
  EXPECT_DOUBLE_EQ(row.model, 1.5);
  EXPECT_EQ(row.unit, "GBP bn");
  EXPECT_EQ(row.role, study::Role::fitted);
  EXPECT_EQ(row.source, "A report");
  EXPECT_EQ(row.note, "quoted with another year elsewhere");
  EXPECT_TRUE(row.within);  // exactly at the tolerance, but for rounding
}

TEST(Reconciliation, SumsOverElementsUnlessOneIsNamed) {
  Reconciled made;
  Target wanted = target("required spend", Measure::value, 2013);
  EXPECT_EQ(made.row(wanted).model, 110);
  wanted.element = "roads";
  EXPECT_EQ(made.row(wanted).model, 40);
}

TEST(Reconciliation, TakesTheYearlyAndTheRelativeChange) {
  Reconciled made;
  EXPECT_EQ(made.row(target("gap", Measure::yearly_change, 2012, 2014)).model, 750);
  Target wanted = target("required spend", Measure::relative_change, 2012, 2014);
  wanted.element = "care";
  EXPECT_DOUBLE_EQ(made.row(wanted).model, 0.5);
  EXPECT_EQ(made.row(wanted).year, "");
}

TEST(Reconciliation, CountsYearsToACrossing) {
  Reconciled made;
  Target wanted = target("care share", Measure::crossing);
  wanted.threshold = 0.75;
  EXPECT_DOUBLE_EQ(made.row(wanted).model, 1.25);
  wanted.threshold = 0.95;
  wanted.tolerance = 1;
  const ReconciliationRow row = made.row(wanted);
  EXPECT_TRUE(std::isnan(row.model));
  EXPECT_EQ(row.note, "not reached by 2014-15");
  EXPECT_FALSE(row.within);
  EXPECT_EQ(made.diagnostics.render(), "");
}

TEST(Reconciliation, ComputesFromContextFigures) {
  Reconciled made;
  EXPECT_EQ(made.row(target("spending", Measure::context, 2012)).model, 700);
  EXPECT_EQ(made.row(target("spending - receipts", Measure::context, 2012)).model, 140);
  EXPECT_DOUBLE_EQ(made.row(target("receipts / spending", Measure::context, 2012)).model, 0.8);
  EXPECT_EQ(made.row(target("spending", Measure::context, 2012)).place, "Town");
  EXPECT_EQ(made.row(target("spending", Measure::context, 2012)).scenario_id, "");
}

TEST(Reconciliation, TellsOfTheStudysOwnPlaceFirstAndOfTheNationLast) {
  Reconciled made;
  made.places.push_back(fabricated::place("land", "Land"));
  made.places.front().context_name = "Kingdom";
  made.study.scenarios.add(fabricated::scenario("wide", "Wide", "land"));
  fabricated::add_future(made.ensemble, made.ensemble);
  Target land = target("gap", Measure::value, 2012);
  land.scenario = "wide";
  const auto rows = reconciliation({target("spending", Measure::context, 2012), land,
                                    target("gap", Measure::value, 2012), target("gap", Measure::value, 2013)},
                                   {made.ensemble, made.study, made.places}, made.diagnostics);
  std::vector<std::string> places;
  for (const ReconciliationRow& row : rows) places.push_back(row.place + " " + row.year);
  EXPECT_EQ(places, (std::vector<std::string>{"Town 2012-13", "Town 2013-14", "Land 2012-13", "Kingdom 2012-13"}));
}

TEST(Reconciliation, JudgesOnlyWhereThereIsATolerance) {
  Reconciled made;
  Target wanted = target("gap", Measure::value, 2013);
  wanted.published = 510;
  EXPECT_TRUE(made.row(wanted).within);
  wanted.tolerance = 9;
  EXPECT_FALSE(made.row(wanted).within);
  wanted.tolerance = 10;
  EXPECT_TRUE(made.row(wanted).within);
}

TEST(Reconciliation, NamesAVariableThatTheModelLacksAndTheNearestOne) {
  Reconciled made;
  EXPECT_EQ(made.note_of_fault(target("required spent", Measure::value, 2012)),
            "no figure: the target asks for 'required spent', which the model does not have");
  EXPECT_EQ(made.diagnostics.render(),
            "targets.csv:4: error: target 'F1' asks for 'required spent', which the model does not have "
            "[unknown-target-variable]\n"
            "    4 |\n"
            "      = did you mean 'required spend'?\n");
}

TEST(Reconciliation, NamesAnElementThatTheVariableLacks) {
  Reconciled made;
  Target wanted = target("required spend", Measure::value, 2012);
  wanted.element = "road";
  made.note_of_fault(wanted);
  EXPECT_EQ(
      made.diagnostics.render(),
      "targets.csv:4: error: target 'F1' asks for 'required spend[road]', but 'required spend' has no such element "
      "[unknown-target-element]\n"
      "    4 |\n"
      "      = did you mean 'roads'?\n");
}

TEST(Reconciliation, NamesAScenarioThatTheStudyLacks) {
  Reconciled made;
  Target wanted = target("gap", Measure::value, 2012);
  wanted.scenario = "flatt";
  made.note_of_fault(wanted);
  EXPECT_EQ(made.diagnostics.render(),
            "targets.csv:4: error: target 'F1' asks for scenario 'flatt', which the study does not have "
            "[unknown-target-scenario]\n"
            "    4 |\n"
            "      = did you mean 'flat'?\n");
}

TEST(Reconciliation, NamesAPlaceThatTheStudyLacks) {
  Reconciled made;
  Target wanted = target("spending", Measure::context, 2012);
  wanted.scenario = "towns";
  made.note_of_fault(wanted);
  EXPECT_EQ(made.diagnostics.render(),
            "targets.csv:4: error: target 'F1' asks for place 'towns', which the study does not list "
            "[unknown-target-place]\n"
            "    4 |\n"
            "      = did you mean 'town'?\n");
}

TEST(Reconciliation, NamesAContextFigureThatThePlaceLacks) {
  Reconciled made;
  made.note_of_fault(target("spending / receipt", Measure::context, 2012));
  EXPECT_EQ(
      made.diagnostics.render(),
      "targets.csv:4: error: target 'F1' asks for 'receipt', which the context figures of place 'town' do not have "
      "[unknown-target-variable]\n"
      "    4 |\n"
      "      = did you mean 'receipts'?\n");
}

TEST(Reconciliation, NamesAYearThatHasNoFigure) {
  Reconciled made;
  made.note_of_fault(target("gap", Measure::value, 2015));
  made.note_of_fault(target("spending", Measure::context, 2013));
  EXPECT_EQ(made.diagnostics.render(),
            "targets.csv:4: error: target 'F1' asks for 2015-16, but scenario 'flat' runs from 2012-13 to 2014-15 "
            "[no-target-figure]\n"
            "    4 |\n"
            "      = choose a year of the run, or run the scenario for longer\n"
            "targets.csv:4: error: target 'F1' asks for 'spending' of 2013-14, for which place 'town' has no context "
            "figure [no-target-figure]\n"
            "    4 |\n"
            "      = choose a year that the context figures have\n");
}

TEST(Reconciliation, NamesWhatATargetLeavesOut) {
  Reconciled made;
  made.note_of_fault(target("gap", Measure::yearly_change, 2012));
  made.note_of_fault(target("gap", Measure::crossing));
  EXPECT_EQ(made.diagnostics.render(),
            "targets.csv:4: error: target 'F1' names no until, which its measure needs [incomplete-target]\n"
            "    4 |\n"
            "      = fill in its 'until'\n"
            "targets.csv:4: error: target 'F1' names no threshold, which its measure needs [incomplete-target]\n"
            "    4 |\n"
            "      = fill in its 'threshold'\n");
}

TEST(TargetVariables, AreThoseOfTheModelEachOnce) {
  EXPECT_EQ(target_variables({target("gap", Measure::value), target("spending", Measure::context),
                              target("care share", Measure::crossing), target("gap", Measure::yearly_change)}),
            (std::vector<std::string>{"gap", "care share"}));
}

}  // namespace
}  // namespace commonweal::analysis
