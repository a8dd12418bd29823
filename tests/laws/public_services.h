// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ensemble/ensemble.h"
#include "program/inputs.h"
#include "program/program.h"

/// The shipped model and a shipped place, bound and ready, for tests of the laws that hold for any inputs.
namespace commonweal::laws {

inline constexpr int first_year = 2012;
inline constexpr int years = 12;

/// The shipped model as a program that keeps every variable.
const program::Program& shipped_program();

/// Barnet's figures bound to it, for `years` years.
const program::Inputs& shipped_inputs();

/// Yearly lines of one run: "variable" or "variable[element]" -> one figure a year.
using YearlyLines = std::map<std::string, std::vector<double>>;

/// Runs the model and gives the yearly lines. Every input within a law's range must run: a fault ends the test.
YearlyLines run_lines(const program::Inputs& inputs);

/// The same for another number of years.
YearlyLines run_lines(program::Inputs inputs, int year_count);

/// Gives every element of a constant `value`.
void set(program::Inputs& inputs, const std::string& variable, double value);

/// Gives one element of a constant `value`.
void set(program::Inputs& inputs, const std::string& variable, std::size_t element, double value);

/// The points of every element of a data variable, to be changed in place.
std::vector<program::SeriesPoints*> series_of(program::Inputs& inputs, const std::string& variable);

}  // namespace commonweal::laws
