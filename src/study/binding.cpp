// SPDX-License-Identifier: Apache-2.0
#include "study/binding.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "study/element_name.h"

namespace commonweal::study {

namespace {

using base::canonical;
using program::Kind;
using program::Program;
using program::Variable;

/// The same text for units that differ in blanks or case only.
std::string canonical_unit(std::string_view unit) {
  std::string text;
  for (const char letter : base::lower(unit)) {
    if (letter != ' ') text += letter;
  }
  return text;
}

/// Gathers a place's figures by series before they are checked for missing years.
class PlaceBinder {
 public:
  PlaceBinder(const Program& program, const place::Place& place, program::Inputs& inputs,
              base::Diagnostics& diagnostics)
      : program_(program), place_(place), inputs_(inputs), diagnostics_(diagnostics), points_(program.series.size()) {
    for (std::size_t i = 0; i < program.series.size(); ++i) series_at_slot_.emplace(program.series[i].slot, i);
  }

  void bind(const place::Observation& figure) {
    const Variable* variable = variable_named(program_, figure.variable, figure.position, diagnostics_);
    if (variable == nullptr) return;
    if (canonical_unit(figure.unit) != canonical_unit(variable->unit)) {
      diagnostics_.error(
          "unit-differs", figure.position,
          fmt::format("'{}' is in '{}' here and in '{}' in the model", figure.variable, figure.unit, variable->unit));
      return;
    }
    if (variable->kind == Kind::data) return bind_data(figure, *variable);
    if (variable->kind != Kind::constant || figure.year) {
      diagnostics_.error("not-data", figure.position,
                         variable->kind == Kind::constant
                             ? fmt::format("'{}' is a constant and takes no year", figure.variable)
                             : fmt::format("'{}' is computed by the model, not given", figure.variable));
      return;
    }
    for (const std::uint32_t element : elements_named(*variable, figure.element, figure.position, diagnostics_)) {
      inputs_.settings.push_back({variable->first_slot + element, figure.value});
    }
  }

  /// Turns what was gathered into series, or says what is missing.
  void finish(base::FinancialYear first, base::FinancialYear last) {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const program::Series& series = program_.series[i];
      const Variable& variable = program_.variables[series.variable];
      const std::string& element = variable.elements[series.element];
      const std::string name = element.empty() ? variable.name : fmt::format("{}[{}]", variable.name, element);
      check_years(points_[i], name, variable.name, first, last);
      program::SeriesPoints& bound = inputs_.series.emplace_back();
      for (const auto& [year, value] : points_[i]) {
        bound.times.push_back(year);
        bound.values.push_back(value);
      }
    }
  }

 private:
  void bind_data(const place::Observation& figure, const Variable& variable) {
    if (!figure.year) {
      diagnostics_.error("year-wanted", figure.position, fmt::format("'{}' needs a year", figure.variable));
      return;
    }
    for (const std::uint32_t element : elements_named(variable, figure.element, figure.position, diagnostics_)) {
      points_[series_at_slot_.at(variable.first_slot + element)][figure.year->start] = figure.value;
    }
  }

  void check_years(const std::map<int, double>& points, const std::string& name, const std::string& variable,
                   base::FinancialYear first, base::FinancialYear last) {
    const auto& holding = place_.holds_after_last_year;
    const bool holds = std::any_of(holding.begin(), holding.end(),
                                   [&](const std::string& other) { return canonical(other) == canonical(variable); });
    const int end = holds && !points.empty() ? std::min(last.start, points.rbegin()->first) : last.start;
    std::vector<std::string> missing;
    for (int year = first.start; year <= end; ++year) {
      if (!points.contains(year)) missing.push_back(base::FinancialYear{year}.text());
    }
    if (missing.empty()) return;
    const std::string years = missing.size() <= 3
                                  ? base::joined(missing, ", ")
                                  : fmt::format("{} to {} ({} years)", missing.front(), missing.back(), missing.size());
    diagnostics_.error("year-without-data", base::Position::file(place_.id + "/series.csv"),
                       fmt::format("'{}' has no value for {}", name, years),
                       "add the rows, shorten the study's [years], or list the series under holds_after_last_year "
                       "in place.toml");
  }

  const Program& program_;
  const place::Place& place_;
  program::Inputs& inputs_;
  base::Diagnostics& diagnostics_;
  std::vector<std::map<int, double>> points_;
  std::map<std::uint32_t, std::size_t> series_at_slot_;
};

}  // namespace

const Variable* variable_named(const Program& program, const std::string& name, const base::Position& position,
                               base::Diagnostics& diagnostics) {
  if (const Variable* found = program.find(name)) return found;
  std::vector<std::string> known;
  for (const Variable& variable : program.variables) known.push_back(variable.name);
  diagnostics.error("unknown-model-variable", position, fmt::format("the model has no variable '{}'", name),
                    base::suggestion(name, known));
  return nullptr;
}

std::vector<std::uint32_t> elements_named(const Variable& variable, const std::string& element,
                                          const base::Position& position, base::Diagnostics& diagnostics) {
  std::vector<std::uint32_t> found;
  if (element.empty()) {
    found.resize(variable.elements.size());
    std::iota(found.begin(), found.end(), 0);
    return found;
  }
  // Nearly every element is spelt as the model has it.
  const auto exact = std::ranges::find(variable.elements, element);
  if (exact != variable.elements.end()) return {static_cast<std::uint32_t>(exact - variable.elements.begin())};
  for (std::uint32_t i = 0; i < variable.elements.size(); ++i) {
    if (is_same_element(variable.elements[i], element)) found.push_back(i);
  }
  if (found.empty()) {
    diagnostics.error("unknown-element", position, fmt::format("'{}' has no element '{}'", variable.name, element),
                      base::suggestion(element, variable.elements));
  }
  return found;
}

void bind_setting(const Program& program, const Setting& setting, program::Inputs& inputs,
                  base::Diagnostics& diagnostics) {
  const Variable* variable = variable_named(program, setting.variable, setting.position, diagnostics);
  if (variable == nullptr) return;
  if (variable->kind != Kind::constant) {
    diagnostics.error("not-a-constant", setting.position,
                      fmt::format("'{}' is computed by the model and cannot be set", setting.variable),
                      "only constants can be given another value");
    return;
  }
  for (const std::uint32_t element : elements_named(*variable, setting.element, setting.position, diagnostics)) {
    inputs.settings.push_back({variable->first_slot + element, setting.value});
  }
}

void bind_place(const Program& program, const place::Place& place, base::FinancialYear first, base::FinancialYear last,
                program::Inputs& inputs, base::Diagnostics& diagnostics) {
  PlaceBinder binder(program, place, inputs, diagnostics);
  for (const place::Observation& figure : place.observations) binder.bind(figure);
  binder.finish(first, last);
}

}  // namespace commonweal::study
