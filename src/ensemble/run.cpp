// SPDX-License-Identifier: Apache-2.0
#include "ensemble/run.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "engine/lanes.h"
#include "ensemble/block.h"
#include "ensemble/differences.h"
#include "ensemble/fault.h"
#include "ensemble/yearly.h"
#include "ensemble/yearly_lanes.h"

namespace commonweal::ensemble {

namespace {

/// How many runs, from the first on, can go together: they cover the same years in the same steps.
std::size_t count_alike(std::span<const study::Run> runs, const program::Program& program) {
  const study::Run& first = runs.front();
  const auto other = std::ranges::find_if_not(runs, [&](const study::Run& run) {
    return run.first.start == first.first.start && run.last.start == first.last.start &&
           time_step_of(program, run.inputs) == time_step_of(program, first.inputs);  // exact: one number, or another
  });
  return static_cast<std::size_t>(other - runs.begin());
}

DrawnFuture run_plainly(const program::Program& program, const study::Run& run, const Kept& kept) {
  YearlyAccumulator yearly(kept, run.first, years_of(run), time_step_of(program, run.inputs));
  const auto fault = engine::run(program, run.inputs,
                                 [&](double time, std::span<const double> values) { yearly.observe(time, values); });
  return {std::move(yearly).figures(), fault};
}

/// A lane a run. Everything is computed, also what nobody asks for, so that it can fault (decision 41).
std::vector<DrawnFuture> run_on_lanes(const engine::LaneProgram& lanes, std::span<const study::Run> runs,
                                      const Kept& kept) {
  std::vector<DrawnFuture> futures;
  if (!lanes.not_on_lanes.empty()) {
    for (const study::Run& run : runs) futures.push_back(run_plainly(lanes.program, run, kept));
    return futures;
  }
  std::vector<const program::Inputs*> inputs;
  for (const study::Run& run : runs) inputs.push_back(&run.inputs);
  const study::Run& first = runs.front();
  engine::Registers registers(lanes);
  YearlyLanes yearly(kept, lanes.kernels, first.first, years_of(first), time_step_of(lanes.program, first.inputs));
  const auto faults =
      engine::run(lanes, inputs, registers, [&](const engine::Moment& moment) { yearly.observe(moment); });
  for (std::size_t lane = 0; lane < runs.size(); ++lane) futures.push_back({yearly.figures(lane), faults[lane]});
  return futures;
}

/// Making lanes ready takes longer than a run: who has not done it for a single run, runs it plainly.
std::vector<DrawnFuture> run_together(const program::Program& program, std::span<const study::Run> runs,
                                      const Kept& kept, const engine::KernelSet& kernels,
                                      const engine::LaneProgram* alone) {
  if (runs.size() > 1)
    return run_on_lanes(engine::prepare(program, kept.slots, differences(runs), kernels), runs, kept);
  if (alone != nullptr) return run_on_lanes(*alone, runs, kept);
  return {run_plainly(program, runs.front(), kept)};
}

}  // namespace

engine::LaneProgram ready_for_one(const program::Program& program, const study::Design& design) {
  return engine::prepare(program, keep(program, design.outputs).slots, {}, engine::available_kernels().back());
}

Ensemble run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics,
             const engine::LaneProgram* alone) {
  const Kept kept = keep(program, design.outputs);
  const engine::KernelSet kernels = engine::available_kernels().back();
  Ensemble ensemble;
  ensemble.outputs = kept.outputs;
  for (std::span<const study::Run> left = design.runs; !left.empty();) {
    const auto block = left.first(std::min<std::size_t>(count_alike(left, program), kernels.lanes));
    std::vector<DrawnFuture> futures = run_together(program, block, kept, kernels, alone);
    for (std::size_t i = 0; i < block.size(); ++i) {
      const study::Run& run = block[i];
      if (futures[i].fault) {
        report_fault(*futures[i].fault, program, design.run_names[run.scenario.index], diagnostics);
      } else {
        ensemble.futures.push_back({run.scenario, run.first, years_of(run), std::move(futures[i].figures)});
      }
    }
    left = left.subspan(block.size());
  }
  return ensemble;
}

}  // namespace commonweal::ensemble
