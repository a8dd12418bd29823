// SPDX-License-Identifier: Apache-2.0
// Projection mode is plain arithmetic: what the model says a year costs, brings in and leaves open is worked out here
// once more, as one would in a spreadsheet, from the same published figures and constants.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_inputs.h"

namespace commonweal::laws {
namespace {

constexpr std::size_t ages = 5, sources = 5, items = 5;

/// What the model was given, as one would look it up in the files.
struct Given {
  program::Inputs inputs;

  double constant(const std::string& name, std::size_t element = 0) const { return setting(inputs, name, element); }

  /// A figure of the place, in the n-th year; the last one if the series ended before.
  double figure(const std::string& name, std::size_t element, std::size_t year) {
    const auto& values = series_of(inputs, name)[element]->values;
    return values[std::min(year, values.size() - 1)];
  }
};

double power(double base, double exponent) {
  return std::pow(base, exponent);
}

double need(Given& given, std::size_t cohort, std::size_t year) {
  double people = 0;
  for (std::size_t age = 0; age < ages; ++age) {
    people += given.figure("population", age, year) * given.constant("risk weight", cohort * ages + age);
  }
  return people * power(1 + given.constant("other need growth", cohort), static_cast<double>(year));
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

double people_served(Given& given, std::size_t service, std::size_t year) {
  double people = 0;
  for (std::size_t age = served[service].first_age; age <= served[service].last_age; ++age) {
    people += given.figure("population", age, year);
  }
  return people;
}

double required(Given& given, std::size_t service, std::size_t year) {
  const double base = given.figure("base spend", service, 0), since = static_cast<double>(year);
  if (given.constant("pressures by assumed rate") == 1) {
    return base * power(1 + given.constant("assumed pressure rate", service), since);
  }
  const double from_need = given.constant("share of demand from need", service);
  const std::size_t cohort = served[service].cohort;
  const double demand = from_need * need(given, cohort, year) / need(given, cohort, 0) +
                        (1 - from_need) * people_served(given, service, year) / people_served(given, service, 0);
  const double price = (1 + given.constant("general inflation")) *
                       (1 + given.constant("labour share", service) * given.constant("real pay growth")) *
                       (1 + given.constant("real price growth", service));
  return base * demand * power(price, since);
}

/// Growth of the money that is given, a year.
double envelope(const Given& given) {
  return 1 + given.constant("general inflation") * given.constant("envelope follows inflation");
}

double council_tax(Given& given, std::size_t year) {
  const double growth = envelope(given) * (1 + given.constant("council tax rise beyond inflation")) *
                        (1 + given.constant("council tax base growth"));
  return given.figure("announced funding", 0, year) * power(growth, static_cast<double>(year)) *
         given.constant("council tax collected");
}

double grant(Given& given, std::size_t source, std::size_t year) {
  constexpr std::size_t business_rates = 2;
  const double since = static_cast<double>(year), lasting = given.constant("years of grant growth");
  const double carried_on = given.figure("announced funding", source, year) * power(envelope(given), since);
  const double planned = carried_on * power(1 + given.constant("grant growth", source - 1), std::min(since, lasting));
  if (source != business_rates || given.constant("business rates are kept locally") == 0) return planned;
  return std::min(given.constant("ceiling of business rates") * carried_on,
                  std::max(given.constant("floor of business rates") * carried_on, planned));
}

RC_GTEST_PROP(Law5, ProjectionModeIsPlainArithmetic, ()) {
  Given given{random_inputs()};
  set(given.inputs, "years to the reference level", 0);  // the one thing that lets a budget back into the gap
  const YearlyLines lines = run_lines(given.inputs);
  for (std::size_t year = 0; year < years; ++year) {
    const double since = static_cast<double>(year);
    double spend = 0, below = 0, funding = council_tax(given, year);
    for (std::size_t service = 0; service < services; ++service) spend += required(given, service, year);
    for (std::size_t item = 0; item < items; ++item) {
      below += given.figure("base below the line", item, 0) *
               power(envelope(given) * (1 + given.constant("below the line growth", item)), since);
    }
    for (std::size_t source = 1; source < sources; ++source) funding += grant(given, source, year);
    const double planned =
        power(envelope(given), since) * (given.figure("planned payment into earmarked reserves", 0, 0) +
                                         given.figure("planned payment into unallocated reserves", 0, 0));
    RC_ASSERT(std::fabs(lines.at("total required spend")[year] / spend - 1) <= 1e-9);
    RC_ASSERT(std::fabs(lines.at("total funding")[year] / funding - 1) <= 1e-9);
    const double gap = spend + below + planned - funding;
    RC_ASSERT(std::fabs(lines.at("gap before action")[year] - gap) <= 1e-9 * (spend + std::fabs(below) + funding));
  }
}

}  // namespace
}  // namespace commonweal::laws
