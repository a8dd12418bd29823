// SPDX-License-Identifier: Apache-2.0
#include "analysis/moving_constants.h"

#include <algorithm>

namespace commonweal::analysis {

namespace {

using study::Scenario;
using study::Setting;

// What `scenario` has where a bound of it has `moved`.
std::optional<double> value_in(const Scenario& scenario, const Setting& moved, const evidence::Register& evidence) {
  const auto setting_of = [&](const std::string& element) {
    return std::ranges::find_if(scenario.settings, [&](const Setting& setting) {
      return setting.variable == moved.variable && setting.element == element;
    });
  };
  const auto none = scenario.settings.end();
  if (const auto own = setting_of(moved.element); own != none) return own->value;
  if (const auto whole = setting_of(""); whole != none) return whole->value;
  const evidence::Entry* entry = evidence.find(moved.variable, moved.element);
  return entry ? std::optional(entry->central) : std::nullopt;
}

void add(std::vector<MovingConstant>& found, const Setting& setting, const Scenario& bound,
         std::optional<double> central) {
  auto same = std::ranges::find_if(found, [&](const MovingConstant& seen) {
    return seen.setting->variable == setting.variable && seen.setting->element == setting.element &&
           seen.central == central;
  });
  if (same == found.end()) {
    const double start = central.value_or(setting.value);
    same = found.insert(found.end(), MovingConstant{&setting, &bound, central, start, start});
  }
  same->low = std::min(same->low, setting.value);
  same->high = std::max(same->high, setting.value);
}

}  // namespace

std::vector<MovingConstant> moving_constants(const study::Study& study, const evidence::Register& evidence) {
  std::vector<MovingConstant> found;
  for (const Scenario& bound : study.scenarios) {
    const auto bounded = std::ranges::find(study.scenarios, bound.bound_of, &Scenario::id);
    if (bound.bound_of.empty() || bounded == study.scenarios.end()) continue;
    for (const Setting& setting : bound.settings) {
      const std::optional<double> central = value_in(*bounded, setting, evidence);
      if (central != setting.value) add(found, setting, bound, central);
    }
  }
  return found;
}

}  // namespace commonweal::analysis
