// SPDX-License-Identifier: Apache-2.0
// The same laws with loops that act and levers that are pulled, whatever they are.
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

program::Inputs random_choices() {
  program::Inputs inputs = random_inputs();
  add_choices(inputs);
  return inputs;
}

double opening(program::Inputs& inputs, const std::string& name) {
  return series_of(inputs, name).front()->values.front();
}

double setting(const program::Inputs& inputs, const std::string& name) {
  double value = shipped_program().start[shipped_program().find(name)->first_slot];
  for (const program::Inputs::Setting& one : inputs.settings) {
    if (one.slot == shipped_program().find(name)->first_slot) value = one.value;
  }
  return value;
}

RC_GTEST_PROP(Law1, MoneyIsConservedWithLoansPartnersAndInvestment, ()) {
  program::Inputs inputs = random_choices();
  const YearlyLines lines = run_lines(inputs);
  double held = opening(inputs, "opening unallocated reserves") + opening(inputs, "opening earmarked reserves") +
                setting(inputs, "opening change fund");
  double owed = 0;
  for (std::size_t year = 0; year < years; ++year) {
    const auto line = [&](const std::string& name) { return lines.at(name)[year]; };
    const double in = line("income") + line("exceptional support") + line("partner money received");
    const double out = line("total spend") + line("total below the line") + line("investment") + line("loan service");
    const double closing = line("unallocated reserves") + line("earmarked reserves") + line("change fund");
    const double scale = std::fabs(held) + std::fabs(in) + std::fabs(out) + std::fabs(closing);
    RC_ASSERT(std::fabs(held + in - out - closing) <= 1e-9 * scale);
    RC_ASSERT(std::fabs(owed + line("exceptional support") - line("loan repayment") - line("loans")) <= 1e-9 * scale);
    held = closing;
    owed = line("loans");
  }
}

RC_GTEST_PROP(Law1, TheGapIsClosedByItsPartsWhateverIsChosen, ()) {
  const YearlyLines lines = run_lines(random_choices());
  for (std::size_t year = 0; year < years; ++year) {
    double parts = 0;
    for (const char* part : {"gap closed by reserves", "gap closed by council tax", "gap closed by cuts",
                             "exceptional support", "gap left open"}) {
      parts += lines.at(part)[year];
    }
    const double gap = lines.at("gap to close")[year];
    RC_ASSERT(std::fabs(parts - gap) <= 1e-9 * (1 + gap));
  }
}

RC_GTEST_PROP(Law2, PeopleAreConservedWhateverIsChosen, ()) {
  const YearlyLines lines = run_lines(random_choices());
  for (const std::string& cohort : cohorts) {
    for (std::size_t year = 0; year < years; ++year) {
      double persons = 0;
      for (const std::string& state : states) persons += lines.at(state + "[" + cohort + "]")[year];
      const double everybody = lines.at("need weighted population[" + cohort + "]")[year];
      RC_ASSERT(std::fabs(persons - everybody) <= 1e-9 * everybody);
    }
  }
}

/// Lines that are amounts of people, volume, capacity or quality, and those that are shares of a whole.
bool may_not_be_negative(const std::string& line) {
  for (const char* name :
       {"independent people[", "people with ", "people ", "total unmet need", "capacity[", "funded volume[", "spend[",
        "change fund", "loans", "perceived quality[", "prevention level[", "demand["}) {
    if (line.starts_with(name)) return line.find(" newly ") == std::string::npos;
  }
  return false;
}

bool is_share(const std::string& line) {
  for (const char* name : {"independent share[", "moderate share[", "complex share[", "unmet share[", "eligible share[",
                           "delivered share of what is paid for[", "share aged 65 and over",
                           "turned away under stress[", "section 114 condition"}) {
    if (line.starts_with(name)) return true;
  }
  return false;
}

RC_GTEST_PROP(Law3, NoAmountIsNegativeAndNoShareLeavesItsRange, ()) {
  const YearlyLines lines = run_lines(random_choices());
  std::size_t seen = 0;
  for (const auto& [name, figures] : lines) {
    for (const double figure : figures) {
      if (may_not_be_negative(name)) {
        ++seen;
        RC_ASSERT_FALSE(figure < -1e-9);
      }
      if (is_share(name)) {
        ++seen;
        RC_ASSERT(figure >= -1e-9 && figure <= 1 + 1e-9);
      }
    }
  }
  RC_ASSERT(seen > 500U);
}

}  // namespace
}  // namespace commonweal::laws
