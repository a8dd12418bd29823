// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "program/inputs.h"
#include "program/program.h"
#include "study/variation.h"

namespace commonweal::ensemble {

/// So many runs of a table that could not be computed are told one by one; all are counted.
inline constexpr std::size_t failed_runs_listed = 20;

/// How much was computed, and how fast.
struct VaryTally {
  std::uint64_t runs = 0;      ///< all of them, those that failed too
  std::uint64_t failures = 0;  ///< runs that could not be computed
  std::uint64_t equations =
      0;                    ///< values that one step computes: elements of variables that are neither constant nor data
  std::uint64_t steps = 0;  ///< time steps of all runs together, the first included
  double seconds = 0;       ///< from the first run's begin to the last one's end, by the clock on the wall
};

/// One JSON object: runs, failures, equations, steps, seconds, ns_per_equation_step_run (the time of one equation in
/// one step of one run, in nanoseconds).
std::string json(const VaryTally& tally);

/// "run,Time,..." and its line end.
std::string vary_header(const program::Program& program, const std::vector<std::uint32_t>& outputs);

/// Makes every run of `variation` over `threads` threads and hands their rows to `write`, in the order of the table:
/// "run,Time,a,b" at every SAVEPER, the first run being 0. The bytes are the same whatever the threads, and memory does
/// not grow with the runs. `write` stops the work by false.
///
/// A run that cannot be computed has no rows; it is told by its line ("failed-run"): a warning, or an error if none
/// can be computed.
VaryTally vary(const program::Program& program, const program::Inputs& inputs, const study::Variation& variation,
               const std::vector<std::uint32_t>& outputs, unsigned threads,
               const std::function<bool(std::string_view rows)>& write, base::Diagnostics& diagnostics);

}  // namespace commonweal::ensemble
