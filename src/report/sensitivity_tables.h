// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/table.h"
#include "sensitivity/study_sensitivity.h"

/// What moves the result, as tables. Rows of the first figure that is asked about come first, the largest at the top.
namespace commonweal::report {

/// How changes of a figure are shown: the model's times `scale`, in `unit`.
struct ShownUnit {
  double scale = 1;
  std::string unit;
};
ShownUnit shown_unit(const sensitivity::Figure& figure);

/// "gap before action in 2030-31".
std::string name_of(const sensitivity::Figure& figure);

/// "pay", "pay with prices".
std::string name_of(const sensitivity::InputGroup& group);

/// Positions of `sizes` from the largest absolute value down, what is not known last.
std::vector<std::size_t> ranked(const std::vector<double>& sizes);

/// "1 percentage point", "1%".
std::string step_text(const sensitivity::MovedInput& input);

/// Whether no figure changes at all.
bool changes_nothing(const sensitivity::MovedInput& input);

/// Every input that changes something, moved by a hundredth; by elementary effects; by shares of variance. Without rows
/// where not made.
Table moved_table(const sensitivity::StudySensitivity& sensitivity);
Table screening_table(const sensitivity::StudySensitivity& sensitivity);
Table variance_table(const sensitivity::StudySensitivity& sensitivity);

}  // namespace commonweal::report
