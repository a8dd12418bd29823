// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace commonweal::analysis {

/// A figure as a reader without the model says it: a rate in "1/year" as a percentage ("1.25%"), what a person
/// costs in pounds ("£2100"), any other as it is.
std::string figure_in_words(double value, const std::string& unit);

/// The unit that belongs to `figure_in_words`: "a year" for "1/year", "£ million a year" for "GBP million/year", "a
/// person a year" for "GBP million/person/year", nothing for what has none. A unit that is not known here stays as it
/// is.
std::string unit_in_words(const std::string& unit);

/// Both together: "1.25% a year", "0.5".
std::string quantity_in_words(double value, const std::string& unit);

/// "growth, care": a variable, or one of its elements, without the brackets of the model.
std::string name_in_words(const std::string& variable, const std::string& element);

}  // namespace commonweal::analysis
