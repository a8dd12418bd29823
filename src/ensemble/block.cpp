// SPDX-License-Identifier: Apache-2.0
#include "ensemble/block.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "ensemble/yearly_lanes.h"
#include "program/prune.h"

namespace commonweal::ensemble {

namespace {

/// Finite moments can add up to a year that is not.
std::optional<engine::Fault> fault_of_sums(const std::vector<double>& figures, const Kept& kept,
                                           const study::Run& run) {
  const auto found = std::ranges::find_if(figures, [](double figure) { return !std::isfinite(figure); });
  if (found == figures.end()) return std::nullopt;
  const auto index = static_cast<std::size_t>(found - figures.begin()), years = years_of(run);
  return engine::Fault{engine::Fault::Kind::overflow, kept.slots[index / years],
                       run.first.start + static_cast<double>(index % years), 0};
}

DrawnFuture future_of(std::vector<double> figures, const std::optional<engine::Fault>& fault, const Kept& kept,
                      const study::Run& run) {
  DrawnFuture future{std::move(figures), fault};
  if (!fault) future.fault = fault_of_sums(future.figures, kept, run);
  return future;
}

/// What draws differ in: the constants that are drawn and not set by the run, and the series that are shocked.
engine::Varying varying_in(const study::Run& run, const study::DrawDesign& design) {
  std::set<std::uint32_t> slots, series;
  for (const study::DrawnConstant& constant : design.constants) {
    slots.insert(constant.slots.begin(), constant.slots.end());
  }
  for (const program::Inputs::Setting& setting : run.inputs.settings) slots.erase(setting.slot);
  for (const study::DrawnShock& shock : design.shocks) series.insert(shock.series.begin(), shock.series.end());
  return {{slots.begin(), slots.end()}, {series.begin(), series.end()}};
}

}  // namespace

std::size_t years_of(const study::Run& run) {
  return static_cast<std::size_t>(run.last.start - run.first.start + 1);
}

void make_lanes(DrawTask& task, const engine::KernelSet& kernels, LanePrograms& known) {
  if (known.kept != task.kept.slots) known = {task.kept.slots, {}};
  task.lanes.clear();
  task.pasts.clear();
  std::optional<program::Program> asked;  // made once a run needs it
  for (const study::Run* run : task.runs) {
    const engine::Varying varying = varying_in(*run, *task.design);
    auto& program = known.made[{varying.slots, varying.series}];
    if (program == nullptr) {
      if (!asked) asked = program::pruned(*task.program, task.kept.slots);
      program = std::make_shared<engine::LaneProgram>(engine::prepare(*asked, task.kept.slots, varying, kernels));
    }
    task.lanes.push_back(program);
    auto& past = task.pasts.emplace_back();
    if (program->not_on_lanes.empty()) {
      past = std::make_shared<engine::SharedHistory>(engine::shared_history(*program, run->inputs));
    }
  }
}

void make_lanes(DrawTask& task, const engine::KernelSet& kernels) {
  LanePrograms none;
  make_lanes(task, kernels, none);
}

std::vector<DrawnFuture> run_draws_plainly(const DrawTask& task, std::size_t run, std::uint64_t first,
                                           std::span<const std::vector<double>> constants) {
  const study::Run& of = *task.runs[run];
  const program::Program& program = task.lanes[run]->program;
  std::vector<DrawnFuture> futures;
  for (std::size_t i = 0; i < constants.size(); ++i) {
    const program::Inputs inputs = study::inputs_of(of, *task.design, constants[i], first + i);
    YearlyAccumulator yearly(task.kept, of.first, years_of(of), time_step_of(program, inputs));
    const auto fault = engine::run(program, inputs,
                                   [&](double time, std::span<const double> values) { yearly.observe(time, values); });
    futures.push_back(future_of(std::move(yearly).figures(), fault, task.kept, of));
  }
  return futures;
}

std::vector<DrawnFuture> run_draws(const DrawTask& task, std::size_t run, std::uint64_t first,
                                   std::span<const std::vector<double>> constants) {
  const engine::LaneProgram& lanes = *task.lanes[run];
  if (!lanes.not_on_lanes.empty()) return run_draws_plainly(task, run, first, constants);
  const study::Run& of = *task.runs[run];
  engine::Registers registers(lanes);
  std::vector<DrawnFuture> futures;
  while (futures.size() < constants.size()) {
    std::vector<program::Inputs> inputs;
    std::vector<const program::Inputs*> block;
    const std::size_t begun = futures.size(),
                      count = std::min<std::size_t>(lanes.kernels.lanes, constants.size() - begun);
    for (std::size_t i = begun; i < begun + count; ++i) {
      inputs.push_back(study::inputs_of(of, *task.design, constants[i], first + i));
    }
    for (const program::Inputs& each : inputs) block.push_back(&each);
    YearlyLanes yearly(task.kept, lanes.kernels, of.first, years_of(of), time_step_of(lanes.program, inputs.front()));
    const auto faults = engine::run(
        lanes, block, registers, [&](const engine::Moment& moment) { yearly.observe(moment); }, task.pasts[run].get());
    for (std::size_t lane = 0; lane < count; ++lane) {
      futures.push_back(future_of(yearly.figures(lane), faults[lane], task.kept, of));
    }
  }
  return futures;
}

Block run_block(const DrawTask& task, std::uint64_t first, std::uint64_t count) {
  Block block;
  block.first = first;
  for (std::uint64_t draw = first; draw < first + count; ++draw) {
    block.constants.push_back(study::constants_at(*task.design, study::uniforms_of(*task.design, draw)));
  }
  for (std::size_t run = 0; run < task.runs.size(); ++run) {
    block.futures.push_back(run_draws(task, run, first, block.constants));
  }
  return block;
}

}  // namespace commonweal::ensemble
