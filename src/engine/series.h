// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "program/inputs.h"
#include "program/program.h"

namespace commonweal::engine {

/// The value of a series at a time, read between its points as `between` says.
double read_points(const program::SeriesPoints& points, program::Between between, double time);

}  // namespace commonweal::engine
