// SPDX-License-Identifier: Apache-2.0
#include "ensemble/known_futures.h"

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "ensemble/clouds.h"
#include "ensemble/draw_futures.h"
#include "ensemble/same_run.h"

namespace commonweal::ensemble {

namespace {

/// What draws differ in and what is kept of them, in words, whatever their number.
std::string description(const DrawTask& task, const study::Study& study) {
  study::Uncertainty uncertainty = *study.uncertainty;
  uncertainty.draws = 0;
  std::string text = study::dump(uncertainty);
  for (const Output& output : task.kept.outputs) text += fmt::format("kept {}[{}]\n", output.variable, output.element);
  return text;
}

}  // namespace

std::vector<DrawnFuture> KnownFutures::take_known(const study::Run& run, const std::vector<Known>& taken) {
  const auto is_this = [&](const Known& each) { return is_same_run(each.run, run); };
  const auto twin = std::ranges::find_if(taken, is_this);
  if (twin != taken.end()) return twin->futures;
  const auto known = std::ranges::find_if(known_, is_this);
  return known == known_.end() ? std::vector<DrawnFuture>() : std::move(known->futures);
}

Draws KnownFutures::draws(const DrawTask& task, const study::Study& study, base::Diagnostics& diagnostics) {
  std::string drawn = description(task, study);
  if (drawn != drawn_) *this = {};
  drawn_ = std::move(drawn);
  for (std::uint64_t draw = constants_.size(); draw < task.design->draws; ++draw) {
    constants_.push_back(study::constants_at(*task.design, study::uniforms_of(*task.design, draw)));
  }

  // All that is known of each run, and what is missing of it.
  std::vector<Known> known;
  for (std::size_t run = 0; run < task.runs.size(); ++run) {
    std::vector<DrawnFuture> taken = take_known(*task.runs[run], known);
    known.push_back({*task.runs[run], std::move(taken)});
    std::vector<DrawnFuture>& futures = known.back().futures;
    if (futures.size() >= task.design->draws) continue;
    const auto missing = std::span(constants_).first(task.design->draws).subspan(futures.size());
    std::ranges::move(run_draws(task, run, futures.size(), missing), std::back_inserter(futures));
  }
  known_ = std::move(known);

  // As much of it as is asked for.
  Block block{0, {constants_.begin(), constants_.begin() + static_cast<std::ptrdiff_t>(task.design->draws)}, {}};
  for (const Known& each : known_) {
    block.futures.emplace_back(each.futures.begin(),
                               each.futures.begin() + static_cast<std::ptrdiff_t>(task.design->draws));
  }
  CloudGatherer gatherer(task, study);
  gatherer.add(block);
  Draws draws = std::move(gatherer).finish();
  warn_of_failures(draws, study, diagnostics);
  return draws;
}

}  // namespace commonweal::ensemble
