// SPDX-License-Identifier: Apache-2.0
#include "analysis/target_figure.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "analysis/context_figures.h"
#include "analysis/crossing.h"
#include "analysis/yearly_figures.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using study::Measure;
using study::Target;

TargetFigure no_figure(std::string reason) {
  return {std::numeric_limits<double>::quiet_NaN(), std::move(reason)};
}

// Says the same to whoever wrote the target and to whoever reads the report.
TargetFigure fault(const Target& target, std::string_view name, const std::string& message, const std::string& hint,
                   base::Diagnostics& diagnostics) {
  diagnostics.error(name, target.position, fmt::format("target '{}' {}", target.id, message), hint);
  return no_figure("no figure: the target " + message);
}

TargetFigure incomplete(const Target& target, std::string_view what, base::Diagnostics& diagnostics) {
  return fault(target, "incomplete-target", fmt::format("names no {}, which its measure needs", what),
               fmt::format("fill in its '{}'", what), diagnostics);
}

template <typename Range, typename Member>
std::vector<std::string> ids_of(const Range& range, Member member) {
  std::vector<std::string> ids;
  for (const auto& item : range) ids.push_back(item.*member);
  return ids;
}

// One scenario's yearly figures of what a target asks for, and the measures taken of them.
class MeasuredRun {
 public:
  MeasuredRun(const Target& target, const YearlyFigures& figures, base::Diagnostics& diagnostics)
      : target_(target),
        figures_(figures),
        series_(target.element.empty() ? figures.total(target.variable) : figures.of(target.variable, target.element)),
        diagnostics_(diagnostics) {}

  TargetFigure measure() const {
    switch (target_.measure) {
      case Measure::value: return of_year(target_.year, "year");
      case Measure::yearly_change:
      case Measure::relative_change: return change();
      case Measure::crossing: return crossing();
      case Measure::context: break;
    }
    return no_figure("no figure of a run is asked for");
  }

 private:
  TargetFigure of_year(const std::optional<base::FinancialYear>& year, std::string_view what) const {
    if (!year) return incomplete(target_, what, diagnostics_);
    if (*year < figures_.first() || *year > figures_.last()) {
      return fault(target_, "no-target-figure",
                   fmt::format("asks for {}, but scenario '{}' runs from {} to {}", year->text(), target_.scenario,
                               figures_.first().text(), figures_.last().text()),
                   "choose a year of the run, or run the scenario for longer", diagnostics_);
    }
    return {series_[static_cast<std::size_t>(year->start - figures_.first().start)]};
  }

  TargetFigure change() const {
    const TargetFigure start = of_year(target_.year, "year");
    const TargetFigure end = of_year(target_.until, "until");
    if (!start.reason.empty()) return start;
    if (!end.reason.empty()) return end;
    if (target_.measure == Measure::relative_change) return {end.value / start.value - 1};
    return {(end.value - start.value) / (target_.until->start - target_.year->start)};
  }

  TargetFigure crossing() const {
    if (!target_.threshold) return incomplete(target_, "threshold", diagnostics_);
    const std::optional<Crossing> found = first_crossing(series_, figures_.first(), *target_.threshold);
    if (!found) return no_figure(fmt::format("not reached by {}", figures_.last().text()));
    return {found->years_from_base};
  }

  const Target& target_;
  const YearlyFigures& figures_;
  std::vector<double> series_;
  base::Diagnostics& diagnostics_;
};

TargetFigure from_run(const Target& target, const ReconciliationInputs& inputs, base::Diagnostics& diagnostics) {
  const auto& scenarios = inputs.study.scenarios;
  const auto scenario = std::ranges::find(scenarios, target.scenario, &study::Scenario::id);
  if (scenario == scenarios.end()) {
    return fault(target, "unknown-target-scenario",
                 fmt::format("asks for scenario '{}', which the study does not have", target.scenario),
                 base::suggestion(target.scenario, ids_of(scenarios, &study::Scenario::id)), diagnostics);
  }

  const auto& ensemble = inputs.ensemble;
  const std::vector<std::string> elements = ensemble.elements(target.variable);
  if (elements.empty()) {
    return fault(target, "unknown-target-variable",
                 fmt::format("asks for '{}', which the model does not have", target.variable),
                 base::suggestion(target.variable, ids_of(ensemble.outputs, &ensemble::Output::variable)), diagnostics);
  }
  if (!target.element.empty() && std::ranges::find(elements, target.element) == elements.end()) {
    return fault(target, "unknown-target-element",
                 fmt::format("asks for '{}[{}]', but '{}' has no such element", target.variable, target.element,
                             target.variable),
                 base::suggestion(target.element, elements), diagnostics);
  }

  const study::ScenarioId id(static_cast<std::size_t>(scenario - scenarios.begin()));
  const YearlyFigures figures(ensemble, ensemble.of(id));
  return MeasuredRun(target, figures, diagnostics).measure();
}

// "a - b" or "a / b" as its parts; a name that holds neither stands alone.
struct Expression {
  std::string first, second;
  char operation = ' ';

  explicit Expression(const std::string& text) : first(text) {
    for (const std::string_view sign : {" - ", " / "}) {
      const std::size_t at = text.find(sign);
      if (at == std::string::npos) continue;
      first = text.substr(0, at);
      second = text.substr(at + sign.size());
      operation = sign[1];
      return;
    }
  }
};

TargetFigure of_context(const Target& target, const place::Place& place, const std::string& variable,
                        base::Diagnostics& diagnostics) {
  if (!target.year) return incomplete(target, "year", diagnostics);
  if (!has_context(place, variable)) {
    return fault(target, "unknown-target-variable",
                 fmt::format("asks for '{}', which the context figures of place '{}' do not have", variable, place.id),
                 base::suggestion(variable, ids_of(place.context, &place::Observation::variable)), diagnostics);
  }
  if (const auto* figure = context_figure(place, variable, target.element, *target.year)) return {figure->value};
  return fault(target, "no-target-figure",
               fmt::format("asks for '{}' of {}, for which place '{}' has no context figure", variable,
                           target.year->text(), place.id),
               "choose a year that the context figures have", diagnostics);
}

TargetFigure from_context(const Target& target, const ReconciliationInputs& inputs, base::Diagnostics& diagnostics) {
  const auto place = std::ranges::find(inputs.places, target.scenario, &place::Place::id);
  if (place == inputs.places.end()) {
    return fault(target, "unknown-target-place",
                 fmt::format("asks for place '{}', which the study does not list", target.scenario),
                 base::suggestion(target.scenario, ids_of(inputs.places, &place::Place::id)), diagnostics);
  }

  const Expression expression(target.variable);
  const TargetFigure first = of_context(target, *place, expression.first, diagnostics);
  if (!first.reason.empty() || expression.second.empty()) return first;
  const TargetFigure second = of_context(target, *place, expression.second, diagnostics);
  if (!second.reason.empty()) return second;
  return {expression.operation == '-' ? first.value - second.value : first.value / second.value};
}

}  // namespace

TargetFigure target_figure(const Target& target, const ReconciliationInputs& inputs, base::Diagnostics& diagnostics) {
  const bool is_context = target.measure == Measure::context;
  TargetFigure figure = is_context ? from_context(target, inputs, diagnostics) : from_run(target, inputs, diagnostics);
  figure.value *= target.scale;
  return figure;
}

}  // namespace commonweal::analysis
