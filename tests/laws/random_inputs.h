// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "public_services.h"

/// Inputs of the shipped model of every kind, for laws that must hold for any of them. Only inside a RapidCheck
/// property.
namespace commonweal::laws {

inline constexpr std::size_t services = 11;
inline const std::vector<std::string> cohorts = {"older people", "working age disabled", "children and families",
                                                 "homeless households", "people in crisis"};
inline const std::vector<std::string> states = {"independent people", "people with moderate need",
                                                "people with complex need"};

/// A number from `low` to `high`, in a thousand steps.
double between(double low, double high);

/// Barnet's figures, each data series scaled by a factor of its own, and every constant that moves money or need drawn.
/// No loop acts and no lever is pulled.
program::Inputs random_inputs();

/// Adds loops, each on or off, and levers, each with a start, a ramp, an end, a cost and how hard it is pulled; money
/// set aside for change, given by partners, borrowed.
void add_choices(program::Inputs& inputs);

/// Both, but for one in four, in which no loop acts and no lever is pulled.
program::Inputs random_choices();

/// As `random_choices`, with every lever at one of its ends, and in half of the cases each: no money at all, a
/// thousandth of the people, services a million times as dear.
program::Inputs extreme_inputs();

/// Barnet's own figures with loops, levers and funding drawn: what a study may ask.
program::Inputs plausible_inputs();

}  // namespace commonweal::laws
