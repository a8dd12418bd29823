// SPDX-License-Identifier: Apache-2.0
#include "report/results_csv.h"

#include <cmath>

#include "base/csv.h"
#include "base/text.h"

namespace commonweal::report {

std::string results_csv(const ensemble::Ensemble& ensemble, std::span<const ScenarioName> scenarios) {
  std::string text = base::csv_line({"scenario", "year", "variable", "element", "statistic", "value", "error"});
  for (const ensemble::Future& future : ensemble.futures) {
    const std::string& scenario = scenarios[future.scenario.index].id;
    for (std::size_t output = 0; output < ensemble.outputs.size(); ++output) {
      for (std::size_t year = 0; year < future.years; ++year) {
        const double value = future.values[output * future.years + year];
        text += base::csv_line({scenario, (future.first + static_cast<int>(year)).text(),
                                ensemble.outputs[output].variable, ensemble.outputs[output].element, "value",
                                std::isfinite(value) ? base::shortest(value) : "", ""});
      }
    }
  }
  return text;
}

}  // namespace commonweal::report
