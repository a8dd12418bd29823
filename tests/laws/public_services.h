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

/// One of its variables, which must exist.
const program::Variable& variable(const std::string& name);

/// Barnet's figures bound to it, for `years` years.
const program::Inputs& shipped_inputs();

/// Yearly lines of one run: "variable" or "variable[element]" -> one figure a year.
using YearlyLines = std::map<std::string, std::vector<double>>;

/// Runs the model for so many years and gives the yearly lines; each data series holds on after its last figure. Every
/// input within a law's range must run: a fault ends the test.
YearlyLines run_lines(const program::Inputs& inputs, std::size_t span = years);

/// The value that a constant has in `inputs`: the last one set, or the model's own.
double setting(const program::Inputs& inputs, const std::string& variable, std::size_t element = 0);

/// Gives every element of a constant `value`.
void set(program::Inputs& inputs, const std::string& variable, double value);

/// Gives one element of a constant `value`.
void set(program::Inputs& inputs, const std::string& variable, std::size_t element, double value);

/// Which element of the dimension of levers this one is.
std::size_t lever(const std::string& name);

/// Sets how far a lever is pulled.
void pull(program::Inputs& inputs, const std::string& name, double intensity);

/// The points of every element of a data variable, to be changed in place.
std::vector<program::SeriesPoints*> series_of(program::Inputs& inputs, const std::string& variable);

}  // namespace commonweal::laws
