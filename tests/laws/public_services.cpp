// SPDX-License-Identifier: Apache-2.0
#include "public_services.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "ensemble/run.h"
#include "model/model.h"
#include "place/place.h"
#include "program/compile.h"
#include "study/binding.h"
#include "study/design.h"
#include "syntax/mdl.h"

namespace commonweal::laws {

namespace {

const std::string root = COMMONWEAL_ROOT;

/// A test cannot go on without the shipped files: say why and stop.
void need(const base::Diagnostics& diagnostics) {
  if (!diagnostics.has_errors()) return;
  std::fputs(diagnostics.render().c_str(), stderr);
  std::abort();
}

}  // namespace

const program::Program& shipped_program() {
  static const program::Program program = [] {
    base::Diagnostics diagnostics;
    const syntax::Document document = syntax::read(root + "/domain/models/public-services.mdl", diagnostics);
    need(diagnostics);
    program::Program compiled = program::compile(model::build(document, diagnostics), diagnostics);
    need(diagnostics);
    return compiled;
  }();
  return program;
}

const program::Inputs& shipped_inputs() {
  static const program::Inputs inputs = [] {
    base::Diagnostics diagnostics;
    const place::Place place = place::read(root + "/domain/places/barnet-2012", diagnostics);
    program::Inputs bound;
    study::bind_place(shipped_program(), place, {first_year}, {first_year + years - 1}, bound, diagnostics);
    need(diagnostics);
    bound.settings.push_back({shipped_program().initial_time, first_year});
    bound.settings.push_back({shipped_program().final_time, first_year + years});
    return bound;
  }();
  return inputs;
}

const program::Variable& variable(const std::string& name) {
  static const std::map<std::string, const program::Variable*> by_name = [] {
    std::map<std::string, const program::Variable*> found;
    for (const program::Variable& one : shipped_program().variables) found[one.name] = &one;
    return found;
  }();
  return *by_name.at(name);
}

YearlyLines run_lines(const program::Inputs& inputs, std::size_t span) {
  const int last_year = first_year + static_cast<int>(span) - 1;
  study::Design design;
  design.runs.push_back({study::ScenarioId(0), {first_year}, {last_year}, inputs});
  design.runs.front().inputs.settings.push_back({shipped_program().final_time, last_year + 1.0});
  design.run_names = {"law"};
  for (const program::Variable& variable : shipped_program().variables) design.outputs.push_back(variable.name);
  base::Diagnostics diagnostics;
  const ensemble::Ensemble ensemble = ensemble::run(shipped_program(), design, diagnostics);
  need(diagnostics);
  const ensemble::Future& future = ensemble.futures.front();
  YearlyLines lines;
  std::size_t next = 0;
  for (const ensemble::Output& output : ensemble.outputs) {
    const std::string name = output.element.empty() ? output.variable : output.variable + "[" + output.element + "]";
    const auto first = future.values.begin() + static_cast<std::ptrdiff_t>(next);
    next += future.years;
    lines[name].assign(first, first + static_cast<std::ptrdiff_t>(future.years));
  }
  return lines;
}

void set(program::Inputs& inputs, const std::string& variable, double value) {
  const program::Variable& found = laws::variable(variable);
  for (std::uint32_t i = 0; i < found.elements.size(); ++i) inputs.settings.push_back({found.first_slot + i, value});
}

void set(program::Inputs& inputs, const std::string& variable, std::size_t element, double value) {
  const program::Variable& found = laws::variable(variable);
  inputs.settings.push_back({found.first_slot + static_cast<std::uint32_t>(element), value});
}

double setting(const program::Inputs& inputs, const std::string& variable, std::size_t element) {
  const std::uint32_t slot = laws::variable(variable).first_slot + static_cast<std::uint32_t>(element);
  const auto last = std::find_if(inputs.settings.rbegin(), inputs.settings.rend(),
                                 [&](const program::Inputs::Setting& one) { return one.slot == slot; });
  return last == inputs.settings.rend() ? shipped_program().start[slot] : last->value;
}

std::size_t lever(const std::string& name) {
  const std::vector<std::string>& levers = variable("lever intensity").elements;
  return static_cast<std::size_t>(std::find(levers.begin(), levers.end(), name) - levers.begin());
}

void pull(program::Inputs& inputs, const std::string& name, double intensity) {
  set(inputs, "lever intensity", lever(name), intensity);
}

std::vector<program::SeriesPoints*> series_of(program::Inputs& inputs, const std::string& variable) {
  std::vector<program::SeriesPoints*> found;
  for (std::size_t i = 0; i < shipped_program().series.size(); ++i) {
    const std::uint32_t owner = shipped_program().series[i].variable;
    if (&shipped_program().variables[owner] == &laws::variable(variable)) found.push_back(&inputs.series[i]);
  }
  return found;
}

}  // namespace commonweal::laws
