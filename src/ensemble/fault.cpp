// SPDX-License-Identifier: Apache-2.0
#include "ensemble/fault.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "base/financial_year.h"
#include "base/text.h"

namespace commonweal::ensemble {

namespace {

struct Words {
  const char* name;
  const char* seen;
  const char* hint;
};

Words words(engine::Fault::Kind kind) {
  switch (kind) {
    case engine::Fault::Kind::division_by_zero:
      return {"division-by-zero", "divides by zero", "ZIDZ(a, b) gives 0 and XIDZ(a, b, x) gives x where b is 0"};
    case engine::Fault::Kind::outside_domain:
      return {"outside-domain", "takes a function where it has no value",
              "the logarithm or root of a negative number, or 0 / 0, is not a number"};
    case engine::Fault::Kind::overflow:
      return {"overflow", "grows past what a number can hold", "look for growth that feeds itself"};
    case engine::Fault::Kind::time_step: return {"bad-time-step", "is not above 0", ""};
    case engine::Fault::Kind::too_many_steps: break;
  }
  return {"too-many-steps", "", "shorten the years or lengthen TIME STEP"};
}

std::string when(const engine::Fault& fault, bool of_a_study) {
  if (std::isnan(fault.time)) return "while initialising";
  const bool is_a_year = std::fabs(fault.time) < 10'000;
  if (!of_a_study || !is_a_year) return fmt::format("at time {}", base::shortest(fault.time));
  const base::FinancialYear year{static_cast<int>(std::floor(fault.time))};
  return fmt::format("in {} (time {})", year.text(), base::shortest(fault.time));
}

}  // namespace

std::string fault_in_words(const engine::Fault& fault, const program::Program& program, bool of_a_study) {
  if (fault.kind == engine::Fault::Kind::too_many_steps) {
    return fmt::format("the run would take {:.3g} steps, and the most is {:.0f}", fault.steps, engine::most_steps);
  }
  const program::Program::Named named = program.named_or_part_of(fault.slot);
  const std::string what = named.variable == nullptr ? "the model" : fmt::format("'{}'", named.text);
  return fmt::format("{} {} {}", what, words(fault.kind).seen, when(fault, of_a_study));
}

void report_fault(const engine::Fault& fault, const program::Program& program, std::string_view scenario,
                  base::Diagnostics& diagnostics) {
  const Words say = words(fault.kind);
  std::string message = fault_in_words(fault, program, !scenario.empty());
  if (!scenario.empty()) message += fmt::format(", scenario '{}'", scenario);
  const program::Variable* variable = program.named_or_part_of(fault.slot).variable;
  const base::Position position = variable == nullptr ? base::Position::file("model") : variable->position;
  diagnostics.error(say.name, position, message, say.hint);
}

}  // namespace commonweal::ensemble
