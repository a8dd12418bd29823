// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "program/program.h"

namespace commonweal::program {

/// The program as straight-line C99, a statement for each element of each equation: `dump program --as c`. A second way
/// to compute what the engine computes, by hands that share no code with it. It looks for no faults.
///
/// What it exports: `commonweal_values`, an array of a double for each slot; `commonweal_start`, which fills it with
/// what slots start with; `commonweal_series(i, count, times, values)`, points that must outlive the run;
/// `commonweal_run(observe, context)`, which runs from INITIAL TIME to FINAL TIME and calls observe(context) at each
/// step. Compiled with -DCOMMONWEAL_OWN_MATHS it takes exponential, natural_logarithm and power, variables that must be
/// set to functions, instead of the C library's.
std::string c_text(const Program& program);

}  // namespace commonweal::program
