// SPDX-License-Identifier: Apache-2.0
#include "analysis/yearly_figures.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <limits>

namespace commonweal::analysis {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<double> YearlyFigures::of(std::string_view variable, std::string_view element) const {
  std::vector<double> found = ensemble_.series(future_, variable, element);
  if (found.empty()) found.assign(years(), unknown);
  return found;
}

std::vector<double> YearlyFigures::total(std::string_view variable) const {
  const std::vector<std::string> kept = elements(variable);
  if (kept.empty()) return std::vector<double>(years(), unknown);
  std::vector<double> sum(years(), 0.0);
  for (const std::string& element : kept) add_to(sum, of(variable, element));
  return sum;
}

void add_to(std::vector<double>& sum, const std::vector<double>& more) {
  assert(sum.size() == more.size());
  std::ranges::transform(sum, more, sum.begin(), std::plus<>());
}

}  // namespace commonweal::analysis
