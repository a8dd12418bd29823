// SPDX-License-Identifier: Apache-2.0
#include "ensemble/known_runs.h"

#include <algorithm>
#include <utility>

#include "ensemble/run.h"
#include "ensemble/same_run.h"

namespace commonweal::ensemble {

const KnownRuns::Known* KnownRuns::find(const study::Run& run) const {
  const auto found = std::ranges::find_if(known_, [&](const Known& each) { return is_same_run(each.run, run); });
  return found == known_.end() ? nullptr : &*found;
}

Ensemble KnownRuns::run(const program::Program& program, const study::Design& design, base::Diagnostics& diagnostics) {
  if (design.outputs != kept_) *this = {};
  kept_ = design.outputs;

  study::Design missing;
  missing.outputs = design.outputs;
  missing.run_names = design.run_names;
  for (const study::Run& run : design.runs) {
    if (find(run) == nullptr) missing.runs.push_back(run);
  }
  const bool is_one = missing.runs.size() == 1;
  if (is_one && alone_ == nullptr) alone_ = std::make_shared<engine::LaneProgram>(ready_for_one(program, design));
  Ensemble made = ensemble::run(program, missing, diagnostics, is_one ? alone_.get() : nullptr);

  std::vector<Known> known;
  for (const study::Run& run : design.runs) {
    const auto is_new = std::ranges::find(made.futures, run.scenario, &Future::scenario);
    if (is_new != made.futures.end()) {
      known.push_back({run, std::move(*is_new)});
    } else if (const Known* old = find(run)) {
      known.push_back({run, old->future});
      known.back().future.scenario = run.scenario;
    }  // otherwise it could not be computed, which has been said
  }
  known_ = std::move(known);

  made.futures.clear();
  for (const Known& each : known_) made.futures.push_back(each.future);
  return made;
}

}  // namespace commonweal::ensemble
