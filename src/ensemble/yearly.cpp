// SPDX-License-Identifier: Apache-2.0
#include "ensemble/yearly.h"

#include <cmath>
#include <utility>

#include "base/text.h"

namespace commonweal::ensemble {

namespace {

/// "GBP million" for "GBP million / year"; nothing for a unit that is not a rate per year.
std::optional<std::string> accumulated_unit(const std::string& unit) {
  const std::size_t slash = unit.rfind('/');
  if (slash == std::string::npos || base::trimmed(std::string_view(unit).substr(slash + 1)) != "year") {
    return std::nullopt;
  }
  const std::string rest(base::trimmed(std::string_view(unit).substr(0, slash)));
  return rest == "1" ? "dimensionless" : rest;
}

}  // namespace

Kept keep(const program::Program& program, const std::vector<std::string>& variables) {
  Kept kept;
  for (const std::string& name : variables) {
    const program::Variable* variable = program.find(name);
    if (variable == nullptr) continue;  // whoever needs it says so with better words
    const auto accumulated = accumulated_unit(variable->unit);
    Output output{variable->name, "", accumulated.value_or(variable->unit), Accumulation::mean};
    if (accumulated) output.accumulation = Accumulation::sum;
    if (variable->kind == program::Kind::stock) output.accumulation = Accumulation::closing;
    for (std::uint32_t element = 0; element < variable->elements.size(); ++element) {
      if (!variable->defined[element]) continue;
      output.element = variable->elements[element];
      kept.outputs.push_back(output);
      kept.slots.push_back(variable->first_slot + element);
    }
  }
  return kept;
}

double time_step_of(const program::Program& program, const program::Inputs& inputs) {
  double step = program.start[program.time_step];
  for (const program::Inputs::Setting& setting : inputs.settings) {
    if (setting.slot == program.time_step) step = setting.value;
  }
  return step;
}

YearlyAccumulator::YearlyAccumulator(const Kept& kept, base::FinancialYear first, std::size_t years, double time_step)
    : kept_(kept),
      first_(first.start),
      years_(years),
      time_step_(time_step),
      figures_(kept.outputs.size() * years, 0.0) {}

void YearlyAccumulator::observe(double time, std::span<const double> values) {
  const double whole = std::floor(time);
  const bool opens_a_year = time == whole;  // exact: the step divides the year in binary
  if (whole < first_ || whole > first_ + static_cast<double>(years_)) return;
  const auto year = static_cast<std::size_t>(whole - first_);
  for (std::size_t i = 0; i < kept_.outputs.size(); ++i) {
    const double value = values[kept_.slots[i]];
    if (kept_.outputs[i].accumulation == Accumulation::closing) {
      if (opens_a_year && year > 0) figures_[i * years_ + year - 1] = value;
    } else if (year < years_) {
      // A mean over the year and a rate summed over it are the same arithmetic, for the year is the unit of time.
      figures_[i * years_ + year] += value * time_step_;
    }
  }
}

std::vector<double> YearlyAccumulator::figures() && {
  return std::move(figures_);
}

}  // namespace commonweal::ensemble
