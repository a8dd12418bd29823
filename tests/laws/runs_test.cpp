// SPDX-License-Identifier: Apache-2.0
// Laws 1 to 3 and 8, told from the published yearly lines of a run alone, as a reader of results.csv could.
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

double opening(program::Inputs& inputs, const std::string& name) {
  return series_of(inputs, name).front()->values.front();
}

void money_is_conserved(program::Inputs& inputs, const YearlyLines& lines) {
  double held = opening(inputs, "opening unallocated reserves") + opening(inputs, "opening earmarked reserves") +
                setting(inputs, "opening change fund");
  double owed = 0;
  for (std::size_t year = 0; year < lines.at("income").size(); ++year) {
    const auto line = [&](const std::string& name) { return lines.at(name)[year]; };
    double spent = 0;
    for (const auto& [name, figures] : lines) {
      if (name.starts_with("spend[") || name.starts_with("below the line[")) spent += figures[year];
    }
    const double in = line("income") + line("exceptional support") + line("partner money received");
    const double out = spent + line("investment") + line("loan service");
    const double closing = line("unallocated reserves") + line("earmarked reserves") + line("change fund");
    const double scale = std::fabs(held) + std::fabs(in) + std::fabs(out) + std::fabs(closing);
    RC_ASSERT(std::fabs(held + in - out - closing) <= 1e-9 * scale);
    const double loans = line("loans");
    RC_ASSERT(std::fabs(owed + line("exceptional support") - line("loan repayment") - loans) <= 1e-9 * scale);
    held = closing;
    owed = loans;
  }
}

void gap_is_closed_by_its_parts(const YearlyLines& lines) {
  for (std::size_t year = 0; year < lines.at("gap to close").size(); ++year) {
    const double gap = lines.at("gap to close")[year];
    double parts = 0;  // what is closed by choice is part of what is closed by cuts
    for (const char* part : {"gap closed by reserves", "gap closed by council tax", "gap closed by cuts",
                             "exceptional support", "gap left open"}) {
      parts += lines.at(part)[year];
      RC_ASSERT(lines.at(part)[year] >= -1e-9 * (1 + gap));
    }
    RC_ASSERT(std::fabs(parts - gap) <= 1e-9 * (1 + gap));
  }
}

void nothing_is_drawn_while_a_planned_payment_is_made(const YearlyLines& lines) {
  for (std::size_t year = 0; year < lines.at("income").size(); ++year) {
    const auto line = [&](const std::string& name) { return lines.at(name)[year]; };
    const double drawn = line("drawn from unallocated reserves") + line("drawn from earmarked reserves");
    const double not_made =
        line("payment into earmarked reserves not made") + line("payment into unallocated reserves not made");
    const double planned = line("planned contribution to reserves");
    const double small = 1e-9 * (1 + std::fabs(planned));
    RC_ASSERT(not_made <= planned + small);
    if (drawn > small) RC_ASSERT(std::fabs(not_made - planned) <= small);
  }
}

void unallocated_reserves_are_below_zero_only_when_earmarked_ones_are_spent(const YearlyLines& lines) {
  for (std::size_t year = 0; year < lines.at("income").size(); ++year) {
    const double earmarked = lines.at("earmarked reserves")[year];
    const double small = 1e-9 * (1 + lines.at("total spend")[year] + std::fabs(lines.at("total below the line")[year]));
    RC_ASSERT(earmarked >= -small);
    if (lines.at("unallocated reserves")[year] < -small) RC_ASSERT(earmarked <= small);
  }
}

/// The yearly lines of one cohort.
struct Group {
  const YearlyLines& lines;
  const std::string& cohort;
  double operator()(const std::string& variable, std::size_t year) const {
    return lines.at(variable + "[" + cohort + "]")[year];
  }
};

void shares_add_up(const Group& figure, std::size_t years_run) {
  for (std::size_t year = 0; year < years_run; ++year) {
    double shares = 0, persons = 0;
    for (const char* share : {"independent share", "moderate share", "complex share"}) shares += figure(share, year);
    RC_ASSERT(std::fabs(shares - 1) <= 1e-9);
    for (const std::string& state : states) persons += figure(state, year);
    const double everybody = figure("need weighted population", year);
    RC_ASSERT(std::fabs(persons - everybody) <= 1e-9 * everybody);
  }
}

/// The share of a state on 31 March follows from the year's published flows: each is spread over people who are the
/// same all year, since the population steps in on 1 April.
void persons_follow_from_flows(const Group& figure, std::size_t years_run) {
  for (std::size_t year = 0; year + 1 < years_run; ++year) {
    const std::size_t next = year + 1;
    const double people = figure("need weighted population", next);
    const double onset = figure("people developing need", next), escalated = figure("people escalating", next);
    const double recovered = figure("people recovering", next), stepped = figure("people stepping down", next);
    const double left_moderate = figure("people leaving moderate need", next);
    const double left_complex = figure("people leaving complex need", next);
    const auto expect = [&](const char* share, double net) {
      const double change = figure(share, next) - figure(share, year);
      RC_ASSERT(std::fabs(change - net / people) <= 1e-9);
    };
    expect("moderate share", onset + stepped - escalated - recovered - left_moderate);
    expect("complex share", escalated - stepped - left_complex);
    expect("independent share", recovered + left_moderate + left_complex - onset);
  }
}

/// Lines that are amounts of people, volume, capacity or quality, and those that are shares of a whole.
bool may_not_be_negative(const std::string& line) {
  for (const char* name : {"independent people[", "people with ", "total unmet need", "capacity[", "funded volume[",
                           "spend[", "change fund", "loans", "perceived quality[", "prevention level[", "demand["}) {
    if (line.starts_with(name)) return true;
  }
  return false;
}

bool is_share(const std::string& line) {
  for (const char* name : {"independent share[", "moderate share[", "complex share[", "unmet share[",
                           "delivered share of what is paid for[", "share aged 65 and over",
                           "turned away under stress[", "section 114 condition", "cut["}) {
    if (line.starts_with(name)) return true;
  }
  return false;
}

void amounts_and_shares_stay_in_their_range(const YearlyLines& lines) {
  std::size_t seen = 0;
  for (const auto& [name, figures] : lines) {
    const bool is_amount = may_not_be_negative(name), is_part = is_share(name);
    if (!is_amount && !is_part) continue;
    ++seen;
    for (const double figure : figures) {
      if (figure < -1e-9 || (is_part && figure > 1 + 1e-9)) RC_FAIL(name + " is " + std::to_string(figure));
    }
  }
  RC_ASSERT(seen > 100U);
}

void everything_is_finite(const YearlyLines& lines) {
  for (const auto& [name, figures] : lines) {
    for (const double figure : figures) {
      if (!std::isfinite(figure)) RC_FAIL(name + " is " + std::to_string(figure));
    }
  }
}

void people_are_conserved(const YearlyLines& lines) {
  for (const std::string& cohort : cohorts) {
    const Group group{lines, cohort};
    shares_add_up(group, lines.at("income").size());
    persons_follow_from_flows(group, lines.at("income").size());
  }
}

RC_GTEST_PROP(Laws1To3, MoneyAndPeopleAreConservedAndNoAmountIsNegative, ()) {
  program::Inputs inputs = random_choices();
  const YearlyLines lines = run_lines(inputs);
  money_is_conserved(inputs, lines);
  gap_is_closed_by_its_parts(lines);
  nothing_is_drawn_while_a_planned_payment_is_made(lines);
  unallocated_reserves_are_below_zero_only_when_earmarked_ones_are_spent(lines);
  people_are_conserved(lines);
  amounts_and_shares_stay_in_their_range(lines);
}

/// A hundred years for one input in five, to keep the tests short.
RC_GTEST_PROP(Law8, AHundredYearsAtTheExtremesStayFiniteAndSensible, ()) {
  program::Inputs inputs = extreme_inputs();
  const YearlyLines lines = run_lines(inputs, *rc::gen::inRange(0, 5) == 0 ? 100 : years);
  everything_is_finite(lines);
  money_is_conserved(inputs, lines);
  people_are_conserved(lines);
  amounts_and_shares_stay_in_their_range(lines);
}

}  // namespace
}  // namespace commonweal::laws
