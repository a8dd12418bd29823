// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What money of later years is worth today. All of it is money without inflation: prices of one year.
namespace commonweal::appraisal {

/// A rate a year that falls in steps as years get further off.
struct DiscountRate {
  struct Step {
    std::size_t from_year = 0;  ///< counted from the first year, which is 0; holds until the next step
    double rate = 0;            ///< 0.035: 3.5% a year
  };
  std::vector<Step> steps;  ///< the first from year 0, years rising; never empty

  double in_year(std::size_t year) const;
};

/// What a pound of each year is worth in the first one: 1, then less by each year's own rate.
std::vector<double> discount_factors(const DiscountRate& rate, std::size_t years);

/// What yearly amounts are worth in the first year; there are at least as many factors.
double present_value(std::span<const double> amounts, std::span<const double> factors);

}  // namespace commonweal::appraisal
