// SPDX-License-Identifier: Apache-2.0
#include "report/results_csv.h"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"

namespace commonweal::report {
namespace {

std::string number(double value) {
  return std::isfinite(value) ? base::shortest(value) : "";
}

/// The lines of one family of futures, in the order of its outputs and years.
class CloudRows {
 public:
  CloudRows(const ensemble::Cloud& cloud, std::string scenario, std::string& text)
      : cloud_(cloud), scenario_(std::move(scenario)), text_(text) {}

  void add_spreads(const std::vector<ensemble::Output>& outputs) {
    static constexpr std::array<double, 5> ps = {0.1, 0.25, 0.5, 0.75, 0.9};
    static constexpr std::array<const char*, 5> names = {"p10", "p25", "p50", "p75", "p90"};
    for (std::size_t output = 0; output < outputs.size(); ++output) {
      const auto& [variable, element, unit, accumulation] = outputs[output];
      for (std::size_t year = 0; year < cloud_.years; ++year) {
        const ensemble::Spread& spread = cloud_.spread(output, year);
        add(year, variable, element, "mean", spread.mean());
        add(year, variable, element, "standard deviation", spread.deviation());
        const std::vector<ensemble::Estimate> quantiles = spread.quantiles(ps);
        for (std::size_t i = 0; i < ps.size(); ++i) add(year, variable, element, names[i], quantiles[i]);
      }
    }
  }

  void add_events(const std::vector<ensemble::DrawnEvent>& events) {
    for (std::size_t event = 0; event < cloud_.events.size(); ++event) {
      for (std::size_t year = 0; year < cloud_.years; ++year) {
        add(year, events[event].name, "", "chance in the year", cloud_.probability_in(event, year));
        add(year, events[event].name, "", "chance by the year", cloud_.probability_by(event, year));
      }
    }
  }

 private:
  void add(std::size_t year, const std::string& variable, const std::string& element, const char* statistic,
           const ensemble::Estimate& estimate) {
    text_ += base::csv_line({scenario_, (cloud_.first + static_cast<int>(year)).text(), variable, element, statistic,
                             number(estimate.value), number(estimate.error)});
  }

  const ensemble::Cloud& cloud_;
  std::string scenario_;
  std::string& text_;
};

void add_runs(const ensemble::Ensemble& ensemble, std::span<const ScenarioName> scenarios, std::string& text) {
  for (const ensemble::Future& future : ensemble.futures) {
    const std::string& scenario = scenarios[future.scenario.index].id;
    for (std::size_t output = 0; output < ensemble.outputs.size(); ++output) {
      for (std::size_t year = 0; year < future.years; ++year) {
        text += base::csv_line({scenario, (future.first + static_cast<int>(year)).text(),
                                ensemble.outputs[output].variable, ensemble.outputs[output].element, "value",
                                number(future.values[output * future.years + year]), ""});
      }
    }
  }
}

}  // namespace

std::string results_csv(const ensemble::Ensemble& ensemble, const ensemble::Draws& draws,
                        std::span<const ScenarioName> scenarios) {
  std::string text = base::csv_line({"scenario", "year", "variable", "element", "statistic", "value", "error"});
  add_runs(ensemble, scenarios, text);
  for (const ensemble::Cloud& cloud : draws.clouds) {
    CloudRows rows(cloud, scenarios[cloud.scenario.index].id, text);
    rows.add_spreads(draws.outputs);
    rows.add_events(draws.events);
  }
  for (const ensemble::Cloud& difference : draws.differences) {
    const std::string against = scenarios[draws.clouds.front().scenario.index].id;
    CloudRows(difference, fmt::format("{} against {}", scenarios[difference.scenario.index].id, against), text)
        .add_spreads(draws.outputs);
  }
  return text;
}

}  // namespace commonweal::report
