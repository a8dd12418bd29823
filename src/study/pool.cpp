// SPDX-License-Identifier: Apache-2.0
#include "study/pool.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::study {
namespace {

using Scenarios = base::IdVector<ScenarioId, Scenario>;

/// The scenario that a weight names, if it can be pooled.
const Scenario* scenario_of(const PoolWeight& weight, const Scenarios& scenarios, base::Diagnostics& diagnostics) {
  const auto found = std::ranges::find(scenarios, weight.scenario, &Scenario::id);
  if (found == scenarios.end()) {
    std::vector<std::string> known;
    for (const Scenario& scenario : scenarios) {
      if (scenario.bound_of.empty()) known.push_back(scenario.id);
    }
    diagnostics.error("unknown-scenario", weight.position,
                      fmt::format("'{}' is not one of the study's scenarios", weight.scenario),
                      base::suggestion(weight.scenario, known, "they are: " + base::joined(known, ", ")));
    return nullptr;
  }
  if (found->bound_of.empty()) return &*found;
  diagnostics.error("bad-pool", weight.position,
                    fmt::format("scenario '{}' is a bound and has no futures of its own", weight.scenario));
  return nullptr;
}

/// Reports the first scenario of another place or other years than the first: their figures are of different things.
void check_alike(const std::vector<const Scenario*>& pooled, const std::vector<PoolWeight>& weights,
                 base::Diagnostics& diagnostics) {
  const Scenario* first = nullptr;
  for (std::size_t i = 0; i < pooled.size(); ++i) {
    const Scenario* each = pooled[i];
    if (each == nullptr) continue;
    if (first == nullptr) first = each;
    if (each->place == first->place && each->first == first->first && each->last == first->last) continue;
    diagnostics.error("bad-pool", weights[i].position,
                      fmt::format("scenarios '{}' and '{}' are of different places or years", first->id, each->id),
                      "only scenarios of one place and the same years can be taken together");
    return;
  }
}

void check_sum(const std::vector<PoolWeight>& weights, const base::Position& position, base::Diagnostics& diagnostics) {
  constexpr double rounding = 1e-9;  // ten weights of 0.1 do not sum to 1 in binary
  double sum = 0;
  for (const PoolWeight& weight : weights) sum += weight.weight;
  if (std::fabs(sum - 1) <= rounding) return;
  diagnostics.error("bad-pool", position, fmt::format("the weights sum to {}, not to 1", base::shortest(sum)));
}

}  // namespace

std::vector<PoolWeight> read_pool(base::TomlTable& uncertainty, const Scenarios& scenarios,
                                  base::Diagnostics& diagnostics) {
  std::vector<PoolWeight> weights;
  const base::TomlValue* value = uncertainty.optional_table("pool");
  if (value == nullptr) return weights;
  const std::size_t errors_before = diagnostics.error_count();
  std::vector<const Scenario*> pooled;
  for (const base::TomlValue::Member& member : value->members) {
    if (member.value.kind != base::TomlValue::Kind::number) {
      base::report_wrong_type(member.key, member.value, base::name(base::TomlValue::Kind::number), diagnostics);
      continue;
    }
    weights.push_back({member.key, member.value.number, member.position});
    pooled.push_back(scenario_of(weights.back(), scenarios, diagnostics));
    if (!(weights.back().weight >= 0)) {
      diagnostics.error("bad-pool", member.value.position,
                        fmt::format("a weight cannot be {}", base::shortest(weights.back().weight)));
    }
  }
  check_alike(pooled, weights, diagnostics);
  if (diagnostics.error_count() == errors_before) check_sum(weights, value->position, diagnostics);
  return weights;
}

}  // namespace commonweal::study
