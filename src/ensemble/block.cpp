// SPDX-License-Identifier: Apache-2.0
#include "ensemble/block.h"

#include <algorithm>
#include <cmath>

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

}  // namespace

std::size_t years_of(const study::Run& run) {
  return static_cast<std::size_t>(run.last.start - run.first.start + 1);
}

std::vector<DrawnFuture> run_draws(const DrawTask& task, const study::Run& run, std::uint64_t first,
                                   std::span<const std::vector<double>> constants) {
  std::vector<DrawnFuture> futures;
  for (std::size_t i = 0; i < constants.size(); ++i) {
    const program::Inputs inputs = study::inputs_of(run, *task.design, constants[i], first + i);
    YearlyAccumulator yearly(task.kept, run.first, years_of(run), time_step_of(*task.program, inputs));
    DrawnFuture future;
    future.fault = engine::run(*task.program, inputs,
                               [&](double time, std::span<const double> values) { yearly.observe(time, values); });
    future.figures = std::move(yearly).figures();
    if (!future.fault) future.fault = fault_of_sums(future.figures, task.kept, run);
    futures.push_back(std::move(future));
  }
  return futures;
}

Block run_block(const DrawTask& task, std::uint64_t first, std::uint64_t count) {
  Block block;
  block.first = first;
  for (std::uint64_t draw = first; draw < first + count; ++draw) {
    block.constants.push_back(study::constants_at(*task.design, study::uniforms_of(*task.design, draw)));
  }
  for (const study::Run* run : task.runs) block.futures.push_back(run_draws(task, *run, first, block.constants));
  return block;
}

}  // namespace commonweal::ensemble
