// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "study/element_name.h"
#include "study/uncertainty.h"

namespace commonweal::study {

std::string words(const Range& range) {
  const std::string central = base::shortest(range.central);
  if (!range.low || !range.high) return fmt::format("{} about {}", range.distribution, central);
  return fmt::format("{} from {} by {} to {}", range.distribution, base::shortest(*range.low), central,
                     base::shortest(*range.high));
}

std::string dump(const Uncertainty& uncertainty) {
  std::string out;
  const auto line = [&]<typename... Values>(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
    out += '\n';
  };
  line("draws {}, seed {}{}", uncertainty.draws, uncertainty.seed, uncertainty.scalars ? ", scalars" : "");
  for (const base::FinancialYear year : uncertainty.scalar_years) line("scalars of {}", year.text());
  if (!uncertainty.dimensions.empty()) line("dimensions {}", uncertainty.dimensions.string());
  if (uncertainty.whole_register) line("drawn: every row of the register with a distribution");
  for (const base::PlacedText& input : uncertainty.inputs) line("drawn {}", input.text);
  for (const OwnInput& input : uncertainty.own_inputs) {
    line("drawn {}: {}", text({input.variable, input.element}), words(input.range));
  }
  for (const Correlation& each : uncertainty.correlations) {
    line("correlation {} between {} and {}", base::shortest(each.rank), each.first, each.second);
  }
  for (const Shock& shock : uncertainty.shocks) {
    line("shock {} {}: {}, persistence {}", shock.effect == Shock::Effect::add ? "added to" : "multiplying",
         text({shock.variable, shock.element}), words(shock.range), base::shortest(shock.persistence));
  }
  for (const base::PlacedText& band : uncertainty.bands) line("band {}", band.text);
  for (const Event& event : uncertainty.events) {
    const std::string from = event.from ? " from " + event.from->text() : "";
    const std::string to = event.to ? " to " + event.to->text() : "";
    line("event {}: {}{}{}", event.name, condition(event), from, to);
  }
  for (const PoolWeight& weight : uncertainty.pool) {
    line("pooled: {} by {}", weight.scenario, base::shortest(weight.weight));
  }
  if (uncertainty.sensitivity) {
    const SensitivityWish& wish = *uncertainty.sensitivity;
    line("sensitivity: {} trajectories, {} rows", wish.trajectories, wish.rows);
    for (const base::PlacedText& output : wish.outputs) line("sensitivity of {}", output.text);
    for (const base::FinancialYear year : wish.years) line("sensitivity in {}", year.text());
  }
  return out;
}

}  // namespace commonweal::study
