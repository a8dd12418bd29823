// SPDX-License-Identifier: Apache-2.0
#include "appraisal/discounting.h"

#include <cassert>

namespace commonweal::appraisal {

double DiscountRate::in_year(std::size_t year) const {
  assert(!steps.empty() && steps.front().from_year == 0);
  double rate = 0;
  for (const Step& step : steps) {
    if (step.from_year <= year) rate = step.rate;
  }
  return rate;
}

std::vector<double> discount_factors(const DiscountRate& rate, std::size_t years) {
  std::vector<double> factors;
  for (std::size_t year = 0; year < years; ++year) {
    factors.push_back(year == 0 ? 1.0 : factors.back() / (1 + rate.in_year(year)));
  }
  return factors;
}

double present_value(std::span<const double> amounts, std::span<const double> factors) {
  assert(amounts.size() <= factors.size());
  double value = 0;
  for (std::size_t year = 0; year < amounts.size(); ++year) value += amounts[year] * factors[year];
  return value;
}

}  // namespace commonweal::appraisal
