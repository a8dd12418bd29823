// SPDX-License-Identifier: Apache-2.0
#include "ensemble/run.h"

#include <span>

#include "engine/engine.h"
#include "ensemble/fault.h"
#include "ensemble/yearly.h"

namespace commonweal::ensemble {

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
