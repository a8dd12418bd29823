// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "analysis/yearly_figures.h"

namespace commonweal::analysis {

/// Two years of a run, counted from its first.
struct YearSpan {
  std::size_t from = 0, to = 0;
};

/// By what the cost of a service is multiplied between two years. 1 where nothing moved.
struct ServiceFactors {
  double people = 1, need = 1, price = 1;
};

ServiceFactors service_factors(const YearlyFigures& figures, const std::string& service, YearSpan span);

/// The first year from which on the service level that counts as full no longer changes: what had been given up before
/// is no growth. As many as the run has years if it changes to the end.
std::size_t first_year_at_reference_level(const YearlyFigures& figures);

}  // namespace commonweal::analysis
