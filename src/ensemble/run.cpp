// SPDX-License-Identifier: Apache-2.0
#include "ensemble/run.h"

#include <span>

#include "engine/engine.h"
#include "ensemble/fault.h"
#include "ensemble/yearly.h"

namespace commonweal::ensemble {

namespace {

/// TIME STEP as this run has it.
double time_step_of(const program::Program& program, const program::Inputs& inputs) {
  double step = program.start[program.time_step];
  for (const program::Inputs::Setting& setting : inputs.settings) {
    if (setting.slot == program.time_step) step = setting.value;
  }
  return step;
}

}  // namespace

Ensemble run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics) {
  const Kept kept = keep(program, design.outputs);
  Ensemble ensemble;
  ensemble.outputs = kept.outputs;
  for (const study::Run& each : design.runs) {
    const auto years = static_cast<std::size_t>(each.last.start - each.first.start + 1);
    YearlyAccumulator yearly(kept, each.first, years, time_step_of(program, each.inputs));
    const auto fault = engine::run(program, each.inputs,
                                   [&](double time, std::span<const double> values) { yearly.observe(time, values); });
    if (fault) {
      report_fault(*fault, program, design.run_names[each.scenario.index], diagnostics);
      continue;
    }
    ensemble.futures.push_back({each.scenario, each.first, years, std::move(yearly).figures()});
  }
  return ensemble;
}

}  // namespace commonweal::ensemble
