// SPDX-License-Identifier: Apache-2.0
#include "analysis/context_figures.h"

#include <algorithm>

namespace commonweal::analysis {

const place::Observation* context_figure(const place::Place& place, std::string_view variable, std::string_view element,
                                         base::FinancialYear year) {
  const auto found = std::ranges::find_if(place.context, [&](const place::Observation& observation) {
    return observation.variable == variable && observation.element == element && observation.year == year;
  });
  return found == place.context.end() ? nullptr : &*found;
}

bool has_context(const place::Place& place, std::string_view variable) {
  return std::ranges::find(place.context, variable, &place::Observation::variable) != place.context.end();
}

}  // namespace commonweal::analysis
