// SPDX-License-Identifier: Apache-2.0
#include "analysis/reconciliation.h"

#include <algorithm>
#include <cmath>

#include "analysis/target_figure.h"

namespace commonweal::analysis {

namespace {

using study::Measure;
using study::Target;

// Room for rounding in the last digits, so that a difference of exactly the tolerance is within it.
constexpr double rounding = 1e-9;

bool is_within(double model, const Target& target) {
  if (!target.tolerance) return true;
  const double slack = rounding * std::max(std::abs(target.published), std::abs(*target.tolerance));
  return std::abs(model - target.published) <= *target.tolerance + slack;
}

// The id of the place a target is about: its scenario's, or for context figures its own.
std::string place_id(const Target& target, const study::Study& study) {
  if (target.measure == Measure::context) return target.scenario;
  const auto scenario = std::ranges::find(study.scenarios, target.scenario, &study::Scenario::id);
  return scenario == study.scenarios.end() ? "" : scenario->place;
}

std::string place_name(const Target& target, const ReconciliationInputs& inputs) {
  const std::string id = place_id(target, inputs.study);
  const auto place = std::ranges::find(inputs.places, id, &place::Place::id);
  if (place == inputs.places.end()) return id;
  return target.measure == Measure::context ? place->context_name : place->name;
}

// 0 for the study's own place, then the other places in their order, then what is of no place that it lists; last the
// nation.
std::size_t rank(const Target& target, const ReconciliationInputs& inputs) {
  if (target.measure == Measure::context) return inputs.places.size() + 1;
  const auto place = std::ranges::find(inputs.places, place_id(target, inputs.study), &place::Place::id);
  return static_cast<std::size_t>(place - inputs.places.begin());
}

bool is_of_one_year(Measure measure) {
  return measure == Measure::value || measure == Measure::context;
}

std::string with_reason(const std::string& note, const std::string& reason) {
  if (reason.empty()) return note;
  return note.empty() ? reason : note + "; " + reason;
}

}  // namespace

std::vector<ReconciliationRow> reconciliation(const std::vector<Target>& targets, const ReconciliationInputs& inputs,
                                              base::Diagnostics& diagnostics) {
  std::vector<Target> ordered = targets;
  std::ranges::stable_sort(ordered, {}, [&](const Target& target) { return rank(target, inputs); });
  std::vector<ReconciliationRow> rows;
  for (const Target& target : ordered) {
    const TargetFigure figure = target_figure(target, inputs, diagnostics);
    rows.push_back({.id = target.id,
                    .what = target.what,
                    .place = place_name(target, inputs),
                    .scenario_id = target.measure == Measure::context ? "" : target.scenario,
                    .year = is_of_one_year(target.measure) && target.year ? target.year->text() : "",
                    .published = target.published,
                    .model = figure.value,
                    .unit = target.unit,
                    .role = target.role,
                    .tolerance = target.tolerance,
                    .within = is_within(figure.value, target),
                    .source = target.source,
                    .note = with_reason(target.note, figure.reason)});
  }
  return rows;
}

std::vector<std::string> target_variables(const std::vector<Target>& targets) {
  std::vector<std::string> variables;
  for (const Target& target : targets) {
    if (target.measure == Measure::context) continue;
    if (std::ranges::find(variables, target.variable) == variables.end()) variables.push_back(target.variable);
  }
  return variables;
}

}  // namespace commonweal::analysis
