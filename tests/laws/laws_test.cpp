// SPDX-License-Identifier: Apache-2.0
// The laws that the shipped model must keep whatever it is given, told from its published yearly lines alone, as a
// reader of results.csv could.
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

RC_GTEST_PROP(Law1, MoneyIsConserved, ()) {
  program::Inputs inputs = random_inputs();
  const YearlyLines lines = run_lines(inputs);
  const auto opening = [&](const std::string& name) { return series_of(inputs, name).front()->values.front(); };
  double reserves = opening("opening unallocated reserves") + opening("opening earmarked reserves");
  for (std::size_t year = 0; year < years; ++year) {
    const double income = lines.at("total funding")[year] + lines.at("gap closed by council tax")[year];
    double spent = 0;
    for (const auto& [name, figures] : lines) {
      if (name.starts_with("spend[") || name.starts_with("below the line[")) spent += figures[year];
    }
    const double closing = lines.at("unallocated reserves")[year] + lines.at("earmarked reserves")[year];
    const double scale = std::fabs(reserves) + std::fabs(income) + std::fabs(spent) + std::fabs(closing);
    RC_ASSERT(std::fabs(reserves + income - spent - closing) <= 1e-9 * scale);
    reserves = closing;
  }
}

RC_GTEST_PROP(Law1, TheGapIsClosedByItsPartsAndNothingElse, ()) {
  const YearlyLines lines = run_lines(random_inputs());
  for (std::size_t year = 0; year < years; ++year) {
    const double parts = lines.at("gap closed by reserves")[year] + lines.at("gap closed by council tax")[year] +
                         lines.at("gap closed by cuts")[year] + lines.at("gap left open")[year];
    const double gap = lines.at("gap to close")[year];
    RC_ASSERT(std::fabs(parts - gap) <= 1e-9 * (1 + gap));
    for (const char* part : {"gap closed by reserves", "gap closed by council tax", "gap closed by cuts"}) {
      RC_ASSERT(lines.at(part)[year] >= -1e-9 * (1 + gap));
    }
  }
}

RC_GTEST_PROP(Law1, NothingIsDrawnFromReservesWhileAPlannedPaymentIsStillMade, ()) {
  const YearlyLines lines = run_lines(random_inputs());
  for (std::size_t year = 0; year < years; ++year) {
    const double drawn =
        lines.at("drawn from unallocated reserves")[year] + lines.at("drawn from earmarked reserves")[year];
    const double not_made = lines.at("payment into earmarked reserves not made")[year] +
                            lines.at("payment into unallocated reserves not made")[year];
    const double planned = lines.at("planned contribution to reserves")[year];
    const double small = 1e-9 * (1 + std::fabs(planned));
    RC_ASSERT(not_made <= planned + small);
    if (drawn > small) RC_ASSERT(std::fabs(not_made - planned) <= small);
  }
}

RC_GTEST_PROP(Law1, UnallocatedReservesAreBelowZeroOnlyWhenEarmarkedOnesAreSpent, ()) {
  const YearlyLines lines = run_lines(random_inputs());
  for (std::size_t year = 0; year < years; ++year) {
    const double unallocated = lines.at("unallocated reserves")[year];
    const double earmarked = lines.at("earmarked reserves")[year];
    const double small = 1e-9 * (1 + lines.at("total spend")[year]);
    RC_ASSERT(earmarked >= -small);
    if (unallocated < -small) RC_ASSERT(earmarked <= small);
  }
}

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

RC_GTEST_PROP(Law2, PeopleAreConserved, ()) {
  const YearlyLines lines = run_lines(random_inputs());
  const auto figure = [&](const std::string& variable, const std::string& cohort, std::size_t year) {
    return lines.at(variable + "[" + cohort + "]")[year];
  };
  for (const std::string& cohort : cohorts) {
    for (std::size_t year = 0; year < years; ++year) {
      double shares = 0, persons = 0;
      for (const char* share : {"independent share", "moderate share", "complex share"}) {
        RC_ASSERT(figure(share, cohort, year) >= -1e-12 && figure(share, cohort, year) <= 1 + 1e-12);
        shares += figure(share, cohort, year);
      }
      RC_ASSERT(std::fabs(shares - 1) <= 1e-9);
      const double everybody = figure("need weighted population", cohort, year);
      for (const std::string& state : states) persons += figure(state, cohort, year);
      RC_ASSERT(std::fabs(persons - everybody) <= 1e-9 * everybody);
    }
  }
}

RC_GTEST_PROP(Law2, PersonsFollowFromThePublishedFlows, ()) {
  const YearlyLines lines = run_lines(random_inputs());
  for (const std::string& cohort : cohorts) {
    const auto figure = [&](const std::string& variable, std::size_t year) {
      return lines.at(variable + "[" + cohort + "]")[year];
    };
    for (std::size_t year = 0; year + 1 < years; ++year) {
      const double onset = figure("people developing need", year), escalated = figure("people escalating", year);
      const double recovered = figure("people recovering", year), stepped = figure("people stepping down", year);
      const double left_moderate = figure("people leaving moderate need", year);
      const double left_complex = figure("people leaving complex need", year);
      // When a new year's population steps in, each state takes its share of the change.
      const double growth = figure("need weighted population", year + 1) / figure("need weighted population", year);
      const auto expect = [&](const std::string& state, double net_flow) {
        const double next = (figure(state, year) + net_flow) * growth;
        RC_ASSERT(std::fabs(next - figure(state, year + 1)) <= 1e-9 * figure("need weighted population", year + 1));
      };
      expect("people with moderate need", onset + stepped - escalated - recovered - left_moderate);
      expect("people with complex need", escalated - stepped - left_complex);
      expect("independent people", recovered + left_moderate + left_complex - onset);
    }
  }
}

}  // namespace
}  // namespace commonweal::laws
