// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "program/inputs.h"
#include "program/program.h"

namespace commonweal::ensemble {

/// What is kept of one run at every SAVEPER.
struct Trajectory {
  std::vector<std::string> columns;       ///< "Time", then "name" or "name[element,...]"
  std::vector<std::vector<double>> rows;  ///< one for each saved time
};

/// Says of every data series of `program` that `inputs` gives no points: "data-wanted".
void check_series_are_given(const program::Program& program, const program::Inputs& inputs,
                            base::Diagnostics& diagnostics);

/// The slots of all that an author wrote, but for Time.
std::vector<std::uint32_t> every_output(const program::Program& program);

/// Runs a model once as it stands, with `inputs`, and keeps Time and the slots of `outputs`. Faults: a data series
/// without points; those of fault.h.
Trajectory simulate(const program::Program& program, const program::Inputs& inputs,
                    const std::vector<std::uint32_t>& outputs, base::Diagnostics& diagnostics);

/// The trajectory as CSV, numbers in the shortest form that reads back exactly.
std::string csv(const Trajectory& trajectory);

}  // namespace commonweal::ensemble
