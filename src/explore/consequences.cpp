// SPDX-License-Identifier: Apache-2.0
#include "explore/consequences.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "analysis/chances.h"
#include "analysis/uncertainty_words.h"

namespace commonweal::explore {

namespace {

constexpr const char* one_run = "in one run, every number at its centre";
constexpr double finest_money = 0.1;  // GBP million

/// A share of futures, or of the others where those are more.
ensemble::Estimate greater_part(const ensemble::Estimate& share) {
  return share.value >= 0.5 ? share : ensemble::Estimate{1 - share.value, share.error};
}

Consequence of(const analysis::PairedDifference& difference) {
  const double step = analysis::step_in_words(std::span(&difference.median, 1), difference.unit);
  const std::string by = analysis::figure_in_words(std::abs(difference.median.value), difference.unit, step);
  // A share changes by hundredths of the whole, not by hundredths of itself.
  const std::string points = difference.unit.empty() ? " (of 100%)" : "";
  return {difference.scenario_id,
          fmt::format("{} against {}: the {} in {} is {}, by a median of {}{}", difference.scenario_name,
                      difference.than, difference.variable, difference.year.text(),
                      difference.higher.value >= 0.5 ? "higher" : "lower", by, points),
          analysis::chance_in_words(greater_part(difference.higher), difference.futures)};
}

Consequence of(const analysis::EventOdds& odds) {
  const base::FinancialYear last = odds.first + (static_cast<int>(odds.by_year.size()) - 1);
  return {odds.scenario_id, fmt::format("{}: {} by {}", odds.scenario_name, odds.name, last.text()),
          analysis::chance_in_words(odds.by_year.back(), odds.futures)};
}

/// What one run of each scenario says of the gap of the last year, where both have the same.
std::vector<Consequence> of_single_runs(const std::vector<analysis::Gap>& gaps) {
  std::vector<Consequence> all;
  for (const analysis::Gap& gap : gaps) {
    const analysis::Gap& headline = gaps.front();
    const bool is_alike = gap.place == headline.place && gap.first.start == headline.first.start &&
                          gap.before_action.size() == headline.before_action.size();
    if (&gap == &headline || !is_alike || gap.before_action.empty()) continue;
    const double more = gap.before_action.back() - headline.before_action.back();
    const base::FinancialYear last = gap.first + (static_cast<int>(gap.before_action.size()) - 1);
    const std::string change =
        std::abs(more) < finest_money / 2
            ? "the same"
            : fmt::format("{} {}", analysis::figure_in_words(std::abs(more), "GBP million", finest_money),
                          more > 0 ? "higher" : "lower");
    all.push_back({gap.scenario_id,
                   fmt::format("{} against {}: the gap before action in {} is {}", gap.scenario_name,
                               headline.scenario_name, last.text(), change),
                   one_run});
  }
  return all;
}

}  // namespace

std::vector<Consequence> consequences(const analysis::Findings& findings) {
  const analysis::Uncertainty& uncertainty = findings.uncertainty;
  if (uncertainty.empty()) return of_single_runs(findings.gaps);
  std::vector<Consequence> all;
  for (const analysis::PairedDifference& each : uncertainty.differences) {
    if (!analysis::rounds_to_nothing(each)) all.push_back(of(each));
  }
  for (const analysis::EventOdds& each : uncertainty.events) {
    if (!each.by_year.empty()) all.push_back(of(each));
  }
  return all;
}

}  // namespace commonweal::explore
