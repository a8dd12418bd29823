// SPDX-License-Identifier: Apache-2.0
#include "random_inputs.h"

#include <cmath>

#include <rapidcheck.h>

namespace commonweal::laws {

namespace {

/// Any whole number from `low` to below `end`, as likely in the first inputs as in the last: RapidCheck begins small.
int whole(int low, int end) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, end));
}

bool either() {
  return whole(0, 2) == 1;
}

void add_funding(program::Inputs& inputs) {
  set(inputs, "envelope follows inflation", whole(0, 2));
  for (std::size_t grant = 0; grant < 4; ++grant) set(inputs, "grant growth", grant, between(-0.1, 0.05));
  set(inputs, "years of grant growth", whole(0, 20));
  set(inputs, "council tax rise beyond inflation", between(-0.02, 0.03));
  set(inputs, "council tax base growth", between(-0.01, 0.02));
  set(inputs, "council tax collected", between(0.9, 1));
  set(inputs, "business rates are kept locally", whole(0, 2));
  for (std::size_t item = 0; item < 5; ++item) set(inputs, "below the line growth", item, between(-0.03, 0.05));
}

void add_closing_rule(program::Inputs& inputs) {
  set(inputs, "foreseen share of growth", between(0, 1));
  set(inputs, "reserve floor", between(0, 0.3));
  set(inputs, "usable share of earmarked reserves", between(0, 1));
  set(inputs, "referendum limit", between(0, 0.1));
  set(inputs, "reserves may close a gap", whole(0, 2));
  set(inputs, "council tax may close a gap", whole(0, 2));
  set(inputs, "cutting rule", whole(1, 5));
  set(inputs, "share of cut common to all councils", between(0, 1));
  set(inputs, "mixing weight towards protection", between(0, 1));
  for (std::size_t service = 0; service < services; ++service) {
    set(inputs, "protection", service, between(0, 0.99));
    set(inputs, "harm per pound", service, between(0, 3));
  }
}

void add_prices(program::Inputs& inputs) {
  set(inputs, "general inflation", between(-0.02, 0.1));
  set(inputs, "real pay growth", between(-0.02, 0.03));
  set(inputs, "pressures by assumed rate", whole(0, 2));
  for (std::size_t service = 0; service < services; ++service) {
    set(inputs, "real price growth", service, between(-0.05, 0.08));
    set(inputs, "assumed pressure rate", service, between(-0.05, 0.08));
  }
}

void add_need(program::Inputs& inputs) {
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    set(inputs, "other need growth", cohort, between(-0.03, 0.05));
    // Complex need at most twice as common as moderate: the rates that follow stay above four time steps.
    const double moderate_share = between(0.001, 0.3);
    set(inputs, "moderate share at start", cohort, moderate_share);
    set(inputs, "complex share at start", cohort, moderate_share * between(0.01, 2));
    set(inputs, "recovery rate", cohort, between(0, 0.6));
    set(inputs, "step down rate", cohort, between(0, 0.5));
  }
}

void add_change_fund(program::Inputs& inputs) {
  set(inputs, "opening change fund", between(0, 20));
  set(inputs, "recurring payment into the change fund", between(0, 5));
  set(inputs, "one off payment into the change fund", between(0, 10));
  set(inputs, "year of the one off payment", whole(first_year, first_year + years));
  set(inputs, "partner money", between(0, 5));
  set(inputs, "exceptional support may close a gap", whole(0, 2));
  set(inputs, "years to repay", between(2, 30));
}

}  // namespace

double between(double low, double high) {
  return low + (high - low) * whole(0, 1001) / 1000.0;
}

program::Inputs random_inputs() {
  program::Inputs inputs = shipped_inputs();
  for (const program::Variable& variable : shipped_program().variables) {
    if (variable.kind != program::Kind::data) continue;
    for (program::SeriesPoints* points : series_of(inputs, variable.name)) {
      const double factor = between(0.3, 2.5);
      for (double& value : points->values) value *= factor * between(0.9, 1.1);
    }
  }
  add_prices(inputs);
  add_funding(inputs);
  add_closing_rule(inputs);
  set(inputs, "years to the reference level", whole(0, 4));
  add_need(inputs);
  return inputs;
}

void add_choices(program::Inputs& inputs) {
  for (const program::Variable& variable : shipped_program().variables) {
    if (variable.name.starts_with("loop ")) set(inputs, variable.name, whole(0, 2));
  }
  const std::size_t levers = shipped_program().find("lever intensity")->elements.size();
  for (std::size_t lever = 0; lever < levers; ++lever) {
    const int start = whole(first_year, first_year + years);
    set(inputs, "lever intensity", lever, either() ? between(0, 1) : 0);
    set(inputs, "lever start year", lever, start);
    set(inputs, "lever ramp", lever, between(1, 5));
    set(inputs, "lever end year", lever, start + whole(1, 30));
    set(inputs, "lever cost", lever, between(0, 3));
  }
  for (std::size_t service = 0; service < services; ++service) set(inputs, "chosen cut", service, between(0, 0.5));
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    set(inputs, "change of eligibility", cohort, between(-0.9, 0.5));
    set(inputs, "programme effect on onset", cohort, between(0, 0.5));
    set(inputs, "programme effect on escalation", cohort, between(0, 0.5));
    set(inputs, "programme effect on recovery", cohort, between(0, 0.5));
  }
  add_change_fund(inputs);
}

program::Inputs random_choices() {
  program::Inputs inputs = random_inputs();
  if (whole(0, 4) > 0) add_choices(inputs);  // one in four stays in projection mode
  return inputs;
}

program::Inputs extreme_inputs() {
  program::Inputs inputs = random_choices();
  const auto scale = [&](const char* series, double factor) {
    for (program::SeriesPoints* points : series_of(inputs, series)) {
      for (double& value : points->values) value *= factor;
    }
  };
  if (either()) scale("announced funding", 0);
  if (either()) scale("population", 1e-3);
  if (either()) scale("base spend", 1e6);  // prices a million times as high
  const std::size_t levers = shipped_program().find("lever intensity")->elements.size();
  for (std::size_t lever = 0; lever < levers; ++lever) set(inputs, "lever intensity", lever, whole(0, 2));
  for (std::size_t service = 0; service < services; ++service) set(inputs, "chosen cut", service, whole(0, 2));
  for (std::size_t cohort = 0; cohort < cohorts.size(); ++cohort) {
    set(inputs, "change of eligibility", cohort, whole(-1, 2));
  }
  return inputs;
}

program::Inputs plausible_inputs() {
  program::Inputs inputs = shipped_inputs();
  add_choices(inputs);
  for (const char* effect : {"programme effect on onset", "programme effect on escalation"}) {
    set(inputs, effect, between(0, 0.3));
  }
  set(inputs, "programme effect on recovery", 0);  // faster recovery makes the time in need shorter than a step bears
  set(inputs, "envelope follows inflation", whole(0, 2));
  for (std::size_t grant = 0; grant < 4; ++grant) set(inputs, "grant growth", grant, between(-0.08, 0.02));
  set(inputs, "real pay growth", between(-0.01, 0.015));
  return inputs;
}

}  // namespace commonweal::laws
