// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "program/inputs.h"
#include "program/program.h"

/// Runs a program. Knows numbers and slots only: no names, no files, no place.
///
/// This is the plain engine: one lane, one instruction at a time, in the order written. It is the oracle that every
/// faster way of running must agree with bit for bit.
namespace commonweal::engine {

/// Why a run could not go on.
struct Fault {
  enum class Kind {
    division_by_zero,
    outside_domain,  ///< the root or logarithm of a negative number, a fractional power of one, ...
    overflow,        ///< a result too large for a double
    time_step,       ///< TIME STEP or SAVEPER is not a number above 0
    too_many_steps,  ///< more than `most_steps`
  };
  Kind kind = Kind::overflow;
  std::uint32_t slot = 0;  ///< the value that could not be computed; for the last two kinds, the time control at fault
  double time = 0;         ///< when; NaN while initialising
  double steps = 0;        ///< for too_many_steps: how many were asked for
};

/// A run longer than this is a mistake in its time controls.
inline constexpr double most_steps = 10'000'000;

/// Called at every time step, first and last included, with all values of that moment.
using Observer = std::function<void(double time, std::span<const double> values)>;

/// Runs from INITIAL TIME to FINAL TIME, by RK4 if the program has stages and by Euler's method otherwise; stops at the
/// first fault. FINAL TIME and, by Euler's method, TIME STEP may change on the way. The time of step k is INITIAL TIME
/// + k * TIME STEP, computed anew each time so that no rounding gathers.
std::optional<Fault> run(const program::Program& program, const program::Inputs& inputs, const Observer& observe);

/// How many steps there are between two times (rounded to the nearest); NaN if that is no number.
double steps_between(double first, double last, double step);

}  // namespace commonweal::engine
