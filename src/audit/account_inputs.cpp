// SPDX-License-Identifier: Apache-2.0
#include "audit/account_inputs.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/names.h"

namespace commonweal::audit {

namespace {

enum InputColumn : std::size_t { input_name, of_what, unit_of_input, source_of_input, grade_of_input, first_scenario };

/// A kept constant is a sum of its parts over the year: the last of its 16 digits is dust.
double to_known_digits(double value) {
  if (value == 0) return 0;
  const double scale = std::pow(10.0, 14 - std::ceil(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

bool is_same_name(const std::string& a, const std::string& b) {
  return base::canonical(a) == base::canonical(b);
}

const place::Observation* observed(const place::Place* place, const std::string& variable, const std::string& element) {
  if (place == nullptr) return nullptr;
  const auto found = std::ranges::find_if(place->observations, [&](const place::Observation& each) {
    return is_same_name(each.variable, variable) && (each.element.empty() || is_same_name(each.element, element));
  });
  return found == place->observations.end() ? nullptr : &*found;
}

/// Scenarios that give the number another value themselves: what the register says of it does not hold there.
std::string set_by(const AccountTask& task, const std::string& variable, const std::string& element) {
  std::string ids;
  for (const study::Scenario& scenario : task.study->scenarios) {
    const bool sets = std::ranges::any_of(scenario.settings, [&](const study::Setting& setting) {
      return is_same_name(setting.variable, variable) &&
             (setting.element.empty() || is_same_name(setting.element, element));
    });
    if (sets && scenario.bound_of.empty()) ids += (ids.empty() ? "" : ", ") + scenario.id;
  }
  return ids;
}

}  // namespace

const place::Place* place_of(const AccountTask& task, study::ScenarioId scenario) {
  const auto found = std::ranges::find(*task.places, task.study->scenarios[scenario].place, &place::Place::id);
  return found == task.places->end() ? nullptr : &*found;
}

Origin origin_of(const AccountTask& task, const place::Place* place, const std::string& variable,
                 const std::string& element) {
  Origin origin;
  if (const place::Observation* seen = observed(place, variable, element)) {
    const place::Source* source = place->source(seen->source);
    origin = {source != nullptr ? fmt::format("{}, {}", source->title, source->publisher) : seen->note,
              std::string(place::name(seen->status))};
  } else if (const evidence::Entry* entry = task.evidence->find(variable, element)) {
    origin = {entry->source.empty() ? entry->note : entry->source, entry->grade};
  } else {
    origin = {"the model itself", "not in the register"};
  }
  const std::string ids = set_by(task, variable, element);
  if (!ids.empty()) origin.source += fmt::format("; set by the study in: {}", ids);
  return origin;
}

AccountInputs::AccountInputs(Book& book, const AccountTask& task, const AccountRun& run,
                             const std::vector<study::ScenarioId>& scenarios) {
  sheet_ = &book.sheets.emplace_back("Inputs", "Inputs: change a number in blue");
  sheet_->set_widths({40, 34, 18, 60, 18});
  const std::vector<std::string> heads = {"Input", "Of", "Unit", "Source", "Grade or status"};
  for (std::size_t column = 0; column < heads.size(); ++column) sheet_->words(head_row, column, heads[column]);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    sheet_->words(head_row, first_scenario + i, task.study->scenarios[scenarios[i]].name);
  }
  for (const std::string& variable : input_variables()) {
    const std::size_t first = sheet_->rows();
    for (const std::string& element : run.elements(variable)) add_row(task, run, scenarios, variable, element);
    first_and_last_[variable] = {first, sheet_->rows() - 1};
  }
}

void AccountInputs::add_row(const AccountTask& task, const AccountRun& run,
                            const std::vector<study::ScenarioId>& scenarios, const std::string& variable,
                            const std::string& element) {
  const std::size_t row = sheet_->rows();
  rows_[{variable, element}] = row;
  const Origin origin = origin_of(task, place_of(task, scenarios.front()), variable, element);
  const std::string unit = task.program->find(variable)->unit;
  sheet_->words(row, input_name, variable);
  sheet_->words(row, of_what, element);
  sheet_->words(row, unit_of_input, unit);
  sheet_->words(row, source_of_input, origin.source);
  sheet_->words(row, grade_of_input, origin.grade);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const double value = run.yearly(*run.future(scenarios[i]), variable, element).front();
    sheet_->input(row, first_scenario + i, to_known_digits(value),
                  unit == "year"            ? 0
                  : unit.starts_with("GBP") ? 3
                                            : 4);
  }
}

Expression AccountInputs::of(std::size_t scenario, const std::string& variable, const std::string& element) const {
  return sheet_->at(rows_.at({variable, element}), first_scenario + scenario);
}

Range AccountInputs::all_of(std::size_t scenario, const std::string& variable) const {
  const auto [first, last] = first_and_last_.at(variable);
  return sheet_->down(first_scenario + scenario, first, last);
}

}  // namespace commonweal::audit
