// SPDX-License-Identifier: Apache-2.0
#include "explore/own_outcome.h"

#include <algorithm>
#include <cmath>

#include "analysis/vocabulary.h"
#include "explore/own_scenario.h"

namespace commonweal::explore {

namespace {

using Json = nlohmann::ordered_json;

/// What the gap is in most futures of a scenario; nothing where none are drawn.
const analysis::Fan* gap_of(const analysis::Findings& findings, const std::string& scenario) {
  const auto& fans = findings.uncertainty.fans;
  const auto found = std::ranges::find_if(fans, [&](const analysis::Fan& fan) {
    return fan.scenario_id == scenario && fan.variable == analysis::vocabulary::gap_before_action;
  });
  return found == fans.end() ? nullptr : &*found;
}

}  // namespace

Json own_outcome_json(const analysis::Findings& findings) {
  const auto& outcomes = findings.headline.outcomes;
  if (outcomes.empty()) return nullptr;
  const auto own = std::ranges::find(outcomes, own_id, &analysis::Headline::Outcome::scenario_id);
  const analysis::Headline::Outcome& outcome = own == outcomes.end() ? outcomes.front() : *own;
  if (!std::isfinite(outcome.final_gap)) return nullptr;
  const analysis::Fan* gap = gap_of(findings, outcome.scenario_id);
  // JSON has no word for what is no number, and null is written.
  return {{"name", outcome.scenario_name},
          {"year", outcome.last.text()},
          {"gap", outcome.final_gap},
          {"low", gap == nullptr ? Json(nullptr) : Json(gap->quantiles.front().back().value)},
          {"high", gap == nullptr ? Json(nullptr) : Json(gap->quantiles.back().back().value)},
          {"takes_all", outcome.takes_all ? Json(outcome.takes_all->year.text()) : Json(nullptr)}};
}

}  // namespace commonweal::explore
