// SPDX-License-Identifier: Apache-2.0
// Projection mode is plain arithmetic: what the model says a year costs, brings in and leaves open is worked out here
// once more, as one would in a spreadsheet, from the same published figures and constants.
#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "public_services.h"

namespace commonweal::laws {
namespace {

constexpr std::size_t services = 11, ages = 5, sources = 5, items = 5;

/// A constant of the model's text, by its flat element.
double constant(const std::string& name, std::size_t element = 0) {
  return shipped_program().start[shipped_program().find(name)->first_slot + element];
}

/// A figure of the place, in the n-th year; the last one if the series ended before.
double figure(const std::string& name, std::size_t element, std::size_t year) {
  program::Inputs inputs = shipped_inputs();
  const auto& values = series_of(inputs, name)[element]->values;
  return values[std::min(year, values.size() - 1)];
}

double need(std::size_t cohort, std::size_t year) {
  double people = 0;
  for (std::size_t age = 0; age < ages; ++age) {
    people += figure("population", age, year) * constant("risk weight", cohort * ages + age);
  }
  return people * std::pow(1 + constant("other need growth", cohort), static_cast<double>(year));
}

/// The first and last age band that a service is for, and the cohort whose need it follows.
struct Served {
  std::size_t first_age, last_age, cohort;
};

constexpr std::array<Served, services> served = {{
    {2, 4, 0},  // adult social care older
    {1, 1, 1},  // adult social care working age
    {0, 0, 2},  // children social care
    {0, 4, 4},  // public health
    {0, 0, 2},  // education other than schools
    {0, 4, 0},  // highways and transport: for everybody, whatever the need
    {0, 4, 3},  // housing and homelessness
    {0, 4, 0},  // culture and leisure
    {0, 4, 0},  // environment and waste
    {0, 4, 0},  // planning and economy
    {0, 4, 0},  // central services
}};

double people_served(std::size_t service, std::size_t year) {
  double people = 0;
  for (std::size_t age = served[service].first_age; age <= served[service].last_age; ++age) {
    people += figure("population", age, year);
  }
  return people;
}

double required(std::size_t service, std::size_t year) {
  const double from_need = constant("share of demand from need", service);
  const std::size_t cohort = served[service].cohort;
  const double demand = from_need * need(cohort, year) / need(cohort, 0) +
                        (1 - from_need) * people_served(service, year) / people_served(service, 0);
  const double price = (1 + constant("general inflation")) * (1 + constant("real price growth", service));
  return figure("base spend", service, 0) * demand * std::pow(price, static_cast<double>(year));
}

TEST(Law5, ProjectionModeIsPlainArithmetic) {
  program::Inputs inputs = shipped_inputs();
  const YearlyLines lines = run_lines(inputs);
  for (std::size_t year = 0; year < years; ++year) {
    const double inflation = std::pow(1 + constant("general inflation"), static_cast<double>(year));
    double pressures = 0, funding = 0;
    for (std::size_t service = 0; service < services; ++service) pressures += required(service, year);
    const double services_alone = pressures;
    for (std::size_t item = 0; item < items; ++item) pressures += figure("base below the line", item, 0) * inflation;
    for (std::size_t source = 0; source < sources; ++source)
      funding += figure("announced funding", source, 0) * inflation;
    const double planned = inflation * (figure("planned payment into earmarked reserves", 0, 0) +
                                        figure("planned payment into unallocated reserves", 0, 0));
    EXPECT_NEAR(lines.at("total required spend")[year] / services_alone, 1, 1e-9) << year;
    EXPECT_NEAR(lines.at("total funding")[year] / funding, 1, 1e-9) << year;
    EXPECT_NEAR(lines.at("gap before action")[year], pressures + planned - funding, 1e-9 * pressures) << year;
  }
}

TEST(Law5, AnAssumedRateReplacesEveryDriver) {
  program::Inputs inputs = shipped_inputs();
  set(inputs, "pressures by assumed rate", 1);
  set(inputs, "assumed pressure rate", 0.03);
  const YearlyLines lines = run_lines(inputs);
  double base = 0;
  for (std::size_t service = 0; service < services; ++service) base += figure("base spend", service, 0);
  for (std::size_t year = 0; year < years; ++year) {
    const double expected = base * std::pow(1.03, static_cast<double>(year));
    EXPECT_NEAR(lines.at("total required spend")[year] / expected, 1, 1e-9) << year;
  }
}

}  // namespace
}  // namespace commonweal::laws
