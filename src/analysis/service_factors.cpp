// SPDX-License-Identifier: Apache-2.0
#include "analysis/service_factors.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/vocabulary.h"

namespace commonweal::analysis {

namespace {

// Below this a service level has not changed.
constexpr double unchanged = 1e-9;

double ratio(const std::vector<double>& figures, YearSpan span) {
  return figures[span.to] / figures[span.from];
}

}  // namespace

ServiceFactors service_factors(const YearlyFigures& figures, const std::string& service, YearSpan span) {
  return {ratio(figures.of(vocabulary::people_index, service), span),
          ratio(figures.of(vocabulary::need_index, service), span),
          ratio(figures.of(vocabulary::price_index, service), span)};
}

std::size_t first_year_at_reference_level(const YearlyFigures& figures) {
  std::size_t settled = 0;
  for (const std::string& service : figures.elements(vocabulary::reference_service_level)) {
    double opening = 1;
    const std::vector<double> closing = figures.of(vocabulary::reference_service_level, service);
    for (std::size_t year = 0; year < closing.size(); ++year) {
      // Levels are of 31 March, so a change seen at the end of one year holds from the next.
      if (std::abs(closing[year] - opening) > unchanged) settled = std::max(settled, year + 1);
      opening = closing[year];
    }
  }
  return settled;
}

}  // namespace commonweal::analysis
