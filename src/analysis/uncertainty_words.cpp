// SPDX-License-Identifier: Apache-2.0
#include "analysis/uncertainty_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/chances.h"
#include "analysis/precision.h"
#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

constexpr double finest_hundredth = 1;  ///< of a share in words

std::string last_year(const Fan& fan) {
  return (fan.first + (static_cast<int>(fan.quantiles.front().size()) - 1)).text();
}

std::string sentence_of(const Fan& fan) {
  if (fan.quantiles.front().empty()) return "";
  const ensemble::Estimate ends[] = {fan.quantiles.front().back(), fan.quantiles.back().back()};
  if (!std::isfinite(ends[0].value) || !std::isfinite(ends[1].value)) return "";
  const double step = step_in_words(ends, fan.unit);
  return fmt::format("{}: in 8 of 10 futures the {} in {} lies between {} and {}.", fan.scenario_name, fan.variable,
                     last_year(fan), figure_in_words(ends[0].value, fan.unit, step),
                     figure_in_words(ends[1].value, fan.unit, step));
}

std::string sentence_of(const EventOdds& odds) {
  if (odds.by_year.empty()) return "";
  const std::string last = (odds.first + (static_cast<int>(odds.by_year.size()) - 1)).text();
  std::string text = fmt::format("{}: {} ({}), by {} {}", odds.scenario_name, odds.name, odds.condition, last,
                                 chance_in_words(odds.by_year.back(), odds.futures));
  if (odds.likelier_than_not) text += fmt::format("; in more than half of them by {}", odds.likelier_than_not->text());
  return text + ".";
}

std::string sentence_of(const PairedDifference& difference) {
  if (rounds_to_nothing(difference)) return "";
  const double step = step_in_words(std::span(&difference.median, 1), difference.unit);
  const bool is_higher = difference.higher.value >= 0.5;
  const ensemble::Estimate share{is_higher ? difference.higher.value : 1 - difference.higher.value,
                                 difference.higher.error};
  return fmt::format("{} against {}: the {} in {} is {} {}, by a median of {}.", difference.scenario_name,
                     difference.than, difference.variable, difference.year.text(), is_higher ? "higher" : "lower",
                     chance_in_words(share, difference.futures),
                     figure_in_words(std::abs(difference.median.value), difference.unit, step));
}

}  // namespace

std::string figure_in_words(double value, const std::string& unit, double step) {
  if (!std::isfinite(value)) return "not known";
  const double shown = rounded(unit.empty() ? value * 100 : value, step);
  const std::string figure = base::grouped(std::abs(shown), digits_of(step));
  const std::string minus = shown < 0 ? "minus " : "";
  if (unit.empty()) return fmt::format("{}{}%", minus, figure);
  if (unit == "GBP million") return fmt::format("{}£{} million", minus, figure);
  return fmt::format("{}{} {}", minus, figure, unit);
}

double step_in_words(std::span<const ensemble::Estimate> statistics, const std::string& unit) {
  constexpr double finest_amount = 0.1;
  if (!unit.empty()) return step_known(statistics, finest_amount);
  double step = finest_hundredth;
  for (const ensemble::Estimate& one : statistics) step = std::max(step, step_known(100 * one.error, finest_hundredth));
  return step;
}

bool rounds_to_nothing(const PairedDifference& difference) {
  const double step = step_in_words(std::span(&difference.median, 1), difference.unit);
  const double size = std::abs(difference.median.value) * (difference.unit.empty() ? 100 : 1);
  if (difference.unit.empty() && size < finest_hundredth) return true;
  return !(rounded(size, step) > 0);
}

std::vector<std::string> in_words(const Uncertainty& uncertainty) {
  std::vector<std::string> sentences;
  if (uncertainty.fans.empty()) return sentences;
  const auto add = [&](std::string sentence) {
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  };
  // What the headline's scenario comes to, then what the others change in it.
  const std::string& headline = uncertainty.fans.front().scenario_id;
  if (const Fan* gap = uncertainty.fan(headline, std::string(vocabulary::gap_before_action))) add(sentence_of(*gap));
  for (const EventOdds& odds : uncertainty.events) {
    if (odds.scenario_id == headline) add(sentence_of(odds));
  }
  for (const PairedDifference& difference : uncertainty.differences) {
    if (difference.variable == vocabulary::gap_before_action) add(sentence_of(difference));
  }
  return sentences;
}

}  // namespace commonweal::analysis
