// SPDX-License-Identifier: Apache-2.0
// Law 6: half the time step changes yearly results by less than half a per cent. A figure is judged against the whole
// it is part of: money against all that must be paid for, unmet need against all in need. Two figures move by more, and
// for these it is shown that nothing but the step is the cause: what halving it changes halves with it. What has only
// just begun, such as the saving of the first year, moves by up to a tenth of itself and is not judged alone; nor is
// what reserves or loans hold after a gap that one step finds and the other does not (an event).
#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

/// The time step divided by `parts`.
program::Inputs with_step_in(double parts, program::Inputs inputs) {
  const program::Program& program = shipped_program();
  const double step = program.start[program.time_step] / parts;
  inputs.settings.push_back({program.time_step, step});
  inputs.settings.push_back({program.saveper, step});
  return inputs;
}

/// Every line of a run, and for each cohort "all in need[cohort]": who has moderate or complex need.
YearlyLines lines_of(const program::Inputs& inputs) {
  YearlyLines lines = run_lines(inputs);
  for (const std::string& cohort : cohorts) {
    std::vector<double> need = lines.at("people with moderate need[" + cohort + "]");
    const std::vector<double>& complex = lines.at("people with complex need[" + cohort + "]");
    for (std::size_t year = 0; year < need.size(); ++year) need[year] += complex[year];
    lines["all in need[" + cohort + "]"] = std::move(need);
  }
  return lines;
}

constexpr double law = 0.005;

/// The figures of `name` in both runs differ by less than a `part` of `whole` in the finer one, or of themselves where
/// they are larger: a gap can be more than all pressures.
void agree(const YearlyLines& lines, const YearlyLines& finer, const std::string& name, const std::string& whole,
           double part = law) {
  for (std::size_t year = 0; year < years; ++year) {
    const double coarse = lines.at(name)[year], fine = finer.at(name)[year];
    if (std::fabs(fine - coarse) > part * std::max(std::fabs(finer.at(whole)[year]), std::fabs(fine))) {
      RC_FAIL(name + ": " + std::to_string(coarse) + " and " + std::to_string(fine));
    }
  }
}

/// The furthest that the figures of `name` in two runs are apart in any year, as a share of `whole` in the finer one.
double apart(const YearlyLines& lines, const YearlyLines& finer, const std::string& name, const std::string& whole) {
  double most = 0;
  for (std::size_t year = 0; year < years; ++year) {
    most = std::max(most, std::fabs(finer.at(name)[year] - lines.at(name)[year]) / std::fabs(finer.at(whole)[year]));
  }
  return most;
}

RC_GTEST_PROP(Law6, HalfTheStepHardlyChangesAYear, ()) {
  const program::Inputs inputs = plausible_inputs();
  const YearlyLines lines = lines_of(inputs), finer = lines_of(with_step_in(2, inputs));
  for (const char* name : {"total required spend", "income", "total funding", "pressures", "care required",
                           "total quality weighted people"}) {
    agree(lines, finer, name, name);
  }
  for (const char* name : {"gap before action", "total spend", "investment", "cut needed"}) {
    agree(lines, finer, name, "pressures");
  }
  for (const std::string& cohort : cohorts) {
    const std::string group = "[" + cohort + "]";
    for (const std::string& state : states) {
      const bool is_quick =
          state == "people with complex need" && (cohort == "homeless households" || cohort == "children and families");
      agree(lines, finer, state + group, state + group, is_quick ? 2 * law : law);
    }
    agree(lines, finer, "people with unmet need" + group, "all in need" + group, 4 * law);
  }
}

RC_GTEST_PROP(Law6, WhatTheStepChangesBeyondTheLawHalvesWithIt, ()) {
  // Quarters of a step take four times as long: one input in ten.
  if (between(0, 1) > 0.1) return;
  const program::Inputs inputs = plausible_inputs();
  const YearlyLines lines = lines_of(inputs), finer = lines_of(with_step_in(2, inputs)),
                    finest = lines_of(with_step_in(4, inputs));
  constexpr double matters = 0.002, half_at_most = 0.7;
  const auto halves = [&](const std::string& name, const std::string& whole) {
    const double first = apart(lines, finer, name, whole), second = apart(finer, finest, name, whole);
    if (first > matters) RC_ASSERT(second < half_at_most * first);
  };
  for (const std::string& cohort : cohorts) {
    const std::string group = "[" + cohort + "]";
    for (const std::string& state : states) halves(state + group, state + group);
    halves("people with unmet need" + group, "all in need" + group);
  }
}

}  // namespace
}  // namespace commonweal::laws
