// SPDX-License-Identifier: Apache-2.0
#include "study/design.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "study/binding.h"

namespace commonweal::study {

namespace {

void set_time(const program::Program& program, base::FinancialYear first, base::FinancialYear last,
              program::Inputs& inputs) {
  inputs.settings.push_back({program.initial_time, static_cast<double>(first.start)});
  inputs.settings.push_back({program.final_time, static_cast<double>(last.start + 1)});  // closing stocks are of then
}

/// What the study asks for, checked, after what the caller asks for; nothing twice.
std::vector<std::string> all_outputs(const Study& study, const program::Program& program,
                                     std::vector<std::string> outputs, base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const program::Variable& variable : program.variables) known.push_back(variable.name);
  for (const std::string& name : study.outputs) {
    const program::Variable* found = program.find(name);
    if (found == nullptr) {
      diagnostics.error("unknown-output", base::Position::file(study.path.string()),
                        fmt::format("[outputs] asks for '{}', which the model does not have", name),
                        base::suggestion(name, known));
      continue;
    }
    if (std::find(outputs.begin(), outputs.end(), found->name) == outputs.end()) outputs.push_back(found->name);
  }
  return outputs;
}

/// The same runs under each reading of a choice.
std::vector<std::vector<Run>> runs_of_readings(const Study& study, const std::vector<Run>& runs,
                                               const program::Program& program, base::Diagnostics& diagnostics) {
  std::vector<std::vector<Run>> all;
  for (const Reading& way : study.readings.ways) {
    program::Inputs of_way;
    for (const Setting& setting : way.settings) bind_setting(program, setting, of_way, diagnostics);
    std::vector<Run>& of_reading = all.emplace_back();
    for (const Run& run : runs) {
      const Scenario& scenario = study.scenarios[run.scenario];
      const bool is_own = !study.places.empty() && scenario.place == study.places.front().filename().string();
      if (!is_own || !scenario.bound_of.empty() || is_settled(scenario.settings, study.readings)) continue;
      Run& same = of_reading.emplace_back(run);
      same.inputs.settings.insert(same.inputs.settings.end(), of_way.settings.begin(), of_way.settings.end());
    }
  }
  return all;
}

}  // namespace

Design design(const Study& study, const std::vector<place::Place>& places, const program::Program& program,
              const std::vector<std::string>& outputs, base::Diagnostics& diagnostics) {
  Design design;
  design.outputs = all_outputs(study, program, outputs, diagnostics);
  for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
    const ScenarioId id = study.scenarios.id_at(i);
    const Scenario& scenario = study.scenarios[id];
    const auto place =
        std::find_if(places.begin(), places.end(), [&](const place::Place& each) { return each.id == scenario.place; });
    design.run_names.push_back(scenario.id);
    if (place == places.end()) continue;  // the study's reader has said so
    Run run{id, scenario.first, scenario.last, {}};
    set_time(program, scenario.first, scenario.last, run.inputs);
    // A fault of a place is said once, not for every scenario that uses it.
    base::Diagnostics faults;
    bind_place(program, *place, scenario.first, scenario.last, run.inputs, faults);
    for (const base::Diagnostic& fault : faults.all()) {
      const bool said = std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [&](const auto& other) {
        return other.message == fault.message && other.position.line == fault.position.line;
      });
      if (!said) diagnostics.error(fault.name, fault.position, fault.message, fault.hint);
    }
    for (const Setting& setting : scenario.settings) bind_setting(program, setting, run.inputs, diagnostics);
    design.runs.push_back(std::move(run));
  }
  design.readings = runs_of_readings(study, design.runs, program, diagnostics);
  return design;
}

Design of_reading(const Design& design, const Study& study, std::size_t way) {
  Design alone{design.readings[way], design.outputs, design.run_names, {}};
  for (std::string& name : alone.run_names) name += ", " + study.readings.ways[way].name;
  return alone;
}

std::string dump(const Design& design) {
  std::string out;
  for (const Run& run : design.runs) {
    fmt::format_to(std::back_inserter(out), "{}: {} to {}, {} settings, {} series\n",
                   design.run_names[run.scenario.index], run.first.text(), run.last.text(), run.inputs.settings.size(),
                   run.inputs.series.size());
    for (const program::Inputs::Setting& setting : run.inputs.settings) {
      fmt::format_to(std::back_inserter(out), "  #{} = {}\n", setting.slot, base::shortest(setting.value));
    }
  }
  for (std::size_t way = 0; way < design.readings.size(); ++way) {
    fmt::format_to(std::back_inserter(out), "reading {}: {} runs\n", way + 1, design.readings[way].size());
  }
  out += "kept: " + base::joined(design.outputs, ", ") + "\n";
  return out;
}

}  // namespace commonweal::study
