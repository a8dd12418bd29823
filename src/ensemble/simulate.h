// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "program/inputs.h"
#include "program/program.h"

namespace commonweal::ensemble {

/// Every variable of one run at every SAVEPER.
struct Trajectory {
  std::vector<std::string> columns;       ///< "Time", then "name" or "name[element,...]"
  std::vector<std::vector<double>> rows;  ///< one for each saved time
};

/// Runs a model once as it stands, with `inputs`. Faults: a data series without points; those of fault.h.
Trajectory simulate(const program::Program& program, const program::Inputs& inputs, base::Diagnostics& diagnostics);

/// The trajectory as CSV, numbers in the shortest form that reads back exactly.
std::string csv(const Trajectory& trajectory);

}  // namespace commonweal::ensemble
