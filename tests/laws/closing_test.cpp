// SPDX-License-Identifier: Apache-2.0
// What the closing rule does where little is left: an indicator and the switches.
#include <string>

#include <gtest/gtest.h>

#include "public_services.h"

namespace commonweal::laws {
namespace {

/// Barnet with costs that rise 8% a year on flat money, laws that allow hardly a cut, and reserves `times` as large.
program::Inputs hard_pressed(double times) {
  program::Inputs inputs = shipped_inputs();
  set(inputs, "pressures by assumed rate", 1);
  set(inputs, "assumed pressure rate", 0.08);
  set(inputs, "envelope follows inflation", 0);
  set(inputs, "council tax may close a gap", 0);
  set(inputs, "protection", 0.99);
  for (const char* stock : {"opening unallocated reserves", "opening earmarked reserves"}) {
    for (program::SeriesPoints* points : series_of(inputs, stock)) {
      for (double& value : points->values) value *= times;
    }
  }
  return inputs;
}

TEST(Section114, HoldsWhenCutsBeyondTheLawExceedAllReserves) {
  EXPECT_EQ(run_lines(hard_pressed(0)).at("section 114 condition").front(), 0);  // the account of the base year closes
  EXPECT_EQ(run_lines(hard_pressed(0)).at("section 114 condition").back(), 1);
  EXPECT_EQ(run_lines(hard_pressed(100)).at("section 114 condition").back(), 0);
}

TEST(Switches, LeaveReservesAndCouncilTaxToTheirPlan) {
  program::Inputs inputs = hard_pressed(1);
  set(inputs, "reserves may close a gap", 0);
  const YearlyLines lines = run_lines(inputs);
  EXPECT_EQ(lines.at("gap closed by reserves").back(), 0);
  EXPECT_EQ(lines.at("gap closed by council tax").back(), 0);
  EXPECT_GT(lines.at("gap closed by cuts").back(), 0);
}

}  // namespace
}  // namespace commonweal::laws
