// SPDX-License-Identifier: Apache-2.0
#include "ensemble/simulate.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "engine/engine.h"
#include "ensemble/fault.h"
#include "ensemble/save_clock.h"

namespace commonweal::ensemble {

void check_series_are_given(const program::Program& program, const program::Inputs& inputs,
                            base::Diagnostics& diagnostics) {
  std::set<std::uint32_t> said;
  for (std::size_t i = 0; i < program.series.size(); ++i) {
    if (i < inputs.series.size() && !inputs.series[i].times.empty()) continue;
    if (!said.insert(program.series[i].variable).second) continue;  // once for all of its elements
    const program::Variable& variable = program.variables[program.series[i].variable];
    diagnostics.error("data-wanted", variable.position,
                      fmt::format("'{}' is a data series and nothing gives its values", variable.name),
                      "run a study, which binds a place's figures to it");
  }
}

std::vector<std::uint32_t> every_output(const program::Program& program) {
  std::vector<std::uint32_t> slots;
  for (const program::Variable& variable : program.variables) {
    if (variable.first_slot == program.time) continue;
    for (std::uint32_t element = 0; element < variable.elements.size(); ++element) {
      if (variable.defined[element]) slots.push_back(variable.first_slot + element);
    }
  }
  return slots;
}

Trajectory simulate(const program::Program& program, const program::Inputs& inputs,
                    const std::vector<std::uint32_t>& outputs, base::Diagnostics& diagnostics) {
  Trajectory trajectory;
  check_series_are_given(program, inputs, diagnostics);
  if (diagnostics.has_errors()) return trajectory;
  std::vector<std::uint32_t> slots{program.time};
  slots.insert(slots.end(), outputs.begin(), outputs.end());
  for (const std::uint32_t slot : slots) trajectory.columns.push_back(program.named(slot).text);
  SaveClock clock;
  const auto fault = engine::run(program, inputs, [&](double time, std::span<const double> values) {
    if (!clock.is_due(time, values[program.saveper])) return;
    std::vector<double>& row = trajectory.rows.emplace_back();
    for (const std::uint32_t slot : slots) row.push_back(values[slot]);
  });
  if (fault) report_fault(*fault, program, "", diagnostics);
  return trajectory;
}

std::string csv(const Trajectory& trajectory) {
  std::string text = base::csv_line(trajectory.columns);
  for (const std::vector<double>& row : trajectory.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      text += base::shortest(row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace commonweal::ensemble
