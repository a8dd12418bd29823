// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "program/program.h"

namespace commonweal::engine {

/// The value of an operation of up to three values. Comparisons and logic give 1 or 0; anything but 0 is true.
/// Equality is exact, and so is the zero of the guarded divisions: docs/decisions/0020.
double apply(program::Operation operation, double a, double b, double c);

/// Reads a lookup at x: straight lines between points, the end values beyond them. An empty table reads 0.
double read_table(const program::Table& table, double x);

/// What requester `place` gets of `supply`. Each request is met by `width` of priority around its own: those a whole
/// width above the clearing priority get all they ask for, those a whole width below it nothing, and in between the
/// share falls in a straight line. The clearing priority is where supply is used up; with enough supply all requests
/// are met. Not a number if `width` is not above 0.
double allocate(std::span<const double> requests, std::span<const double> priorities, double width, double supply,
                std::size_t place);

}  // namespace commonweal::engine
