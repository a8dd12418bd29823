// SPDX-License-Identifier: Apache-2.0
// Law 6: half the time step changes yearly results by less than half a per cent. A figure is judged against the whole
// it is part of: money against all that must be paid for, unmet need against all need. What has only just begun, such
// as the saving of the first year, moves by up to a tenth of itself and is not judged alone; nor is what reserves or
// loans hold after a gap that one step finds and the other does not (an event).
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

program::Inputs with_half_the_step(program::Inputs inputs) {
  const program::Program& program = shipped_program();
  const double half = program.start[program.time_step] / 2;
  inputs.settings.push_back({program.time_step, half});
  inputs.settings.push_back({program.saveper, half});
  return inputs;
}

constexpr double law = 0.005;

/// The figures of `name` in both runs differ by less than a `part` of `whole` in the finer one.
void agree(const YearlyLines& lines, const YearlyLines& finer, const std::string& name, const std::string& whole,
           double part = law) {
  for (std::size_t year = 0; year < years; ++year) {
    const double coarse = lines.at(name)[year], fine = finer.at(name)[year];
    if (std::fabs(fine - coarse) > part * std::fabs(finer.at(whole)[year])) {
      RC_FAIL(name + ": " + std::to_string(coarse) + " and " + std::to_string(fine));
    }
  }
}

RC_GTEST_PROP(Law6, HalfTheStepHardlyChangesAYear, ()) {
  const program::Inputs inputs = plausible_inputs();
  const YearlyLines lines = run_lines(inputs), finer = run_lines(with_half_the_step(inputs));
  for (const char* name : {"total required spend", "income", "total funding", "pressures", "care required",
                           "total quality weighted people"}) {
    agree(lines, finer, name, name);
  }
  for (const char* name : {"gap before action", "total spend", "investment", "cut needed"}) {
    agree(lines, finer, name, "pressures");
  }
  for (const std::string& cohort : cohorts) {
    const std::string group = "[" + cohort + "]";
    const double part = cohort == "homeless households" ? 0.01 : law;
    for (const std::string& state : states) agree(lines, finer, state + group, state + group, part);
    agree(lines, finer, "people with unmet need" + group, "people with moderate need" + group, 0.03);
  }
}

}  // namespace
}  // namespace commonweal::laws
