// SPDX-License-Identifier: Apache-2.0
#include "random_inputs.h"

#include <rapidcheck.h>

namespace commonweal::laws {

double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

/// Barnet's figures, each data series scaled by a factor of its own, and every constant that moves money or need drawn.
program::Inputs random_inputs() {
  program::Inputs inputs = shipped_inputs();
  for (const program::Variable& variable : shipped_program().variables) {
    if (variable.kind != program::Kind::data) continue;
    for (program::SeriesPoints* points : series_of(inputs, variable.name)) {
      const double factor = between(0.3, 2.5);
      for (double& value : points->values) value *= factor * between(0.9, 1.1);
    }
  }
  set(inputs, "general inflation", between(-0.02, 0.1));
  set(inputs, "envelope follows inflation", *rc::gen::inRange(0, 2));
  set(inputs, "pressures by assumed rate", *rc::gen::inRange(0, 2));
  set(inputs, "foreseen share of growth", between(0, 1));
  set(inputs, "reserve floor", between(0, 0.3));
  set(inputs, "usable share of earmarked reserves", between(0, 1));
  set(inputs, "referendum limit", between(0, 0.1));
  set(inputs, "reserves may close a gap", *rc::gen::inRange(0, 2));
  set(inputs, "council tax may close a gap", *rc::gen::inRange(0, 2));
  set(inputs, "cutting rule", *rc::gen::inRange(1, 4));
  set(inputs, "share of cut common to all councils", between(0, 1));
  set(inputs, "mixing weight towards protection", between(0, 1));
  set(inputs, "years to the reference level", *rc::gen::inRange(0, 4));
  for (std::size_t service = 0; service < 11; ++service) {
    set(inputs, "protection", service, between(0, 0.99));
    set(inputs, "real price growth", service, between(-0.05, 0.08));
    set(inputs, "assumed pressure rate", service, between(-0.05, 0.08));
  }
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    set(inputs, "other need growth", cohort, between(-0.03, 0.05));
    // Complex need at most twice as common as moderate: the rates that follow stay above four time steps.
    const double moderate_share = between(0.001, 0.3);
    set(inputs, "moderate share at start", cohort, moderate_share);
    set(inputs, "complex share at start", cohort, moderate_share * between(0.01, 2));
    set(inputs, "recovery rate", cohort, between(0, 0.6));
    set(inputs, "step down rate", cohort, between(0, 0.5));
  }
  return inputs;
}

void add_choices(program::Inputs& inputs) {
  for (const program::Variable& variable : shipped_program().variables) {
    if (variable.name.starts_with("loop ")) set(inputs, variable.name, *rc::gen::inRange(0, 2));
  }
  const std::size_t levers = shipped_program().find("lever intensity")->elements.size();
  for (std::size_t lever = 0; lever < levers; ++lever) {
    const bool is_pulled = *rc::gen::inRange(0, 2) == 1;
    const int start = *rc::gen::inRange(first_year, first_year + years);
    set(inputs, "lever intensity", lever, is_pulled ? between(0, 1) : 0);
    set(inputs, "lever start year", lever, start);
    set(inputs, "lever ramp", lever, between(1, 5));
    set(inputs, "lever end year", lever, start + *rc::gen::inRange(1, 30));
    set(inputs, "lever cost", lever, between(0, 3));
  }
  for (std::size_t service = 0; service < 11; ++service) set(inputs, "chosen cut", service, between(0, 0.5));
  set(inputs, "opening change fund", between(0, 20));
  set(inputs, "recurring payment into the change fund", between(0, 5));
  set(inputs, "one off payment into the change fund", between(0, 10));
  set(inputs, "year of the one off payment", *rc::gen::inRange(first_year, first_year + years));
  set(inputs, "partner money", between(0, 5));
  set(inputs, "exceptional support may close a gap", *rc::gen::inRange(0, 2));
  set(inputs, "years to repay", between(2, 30));
}

}  // namespace commonweal::laws
