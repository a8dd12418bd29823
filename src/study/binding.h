// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "place/place.h"
#include "program/inputs.h"
#include "program/program.h"
#include "study/study.h"

/// From names people write to the slots of a program.
namespace commonweal::study {

/// The variable of that name; nullptr and "unknown-model-variable" if the model has none.
const program::Variable* variable_named(const program::Program& program, const std::string& name,
                                        const base::Position& position, base::Diagnostics& diagnostics);

/// The flat elements that `element` names: one, or all for an empty text; none and "unknown-element" if there is no
/// such.
std::vector<std::uint32_t> elements_named(const program::Variable& variable, const std::string& element,
                                          const base::Position& position, base::Diagnostics& diagnostics);

/// Gives the constant that `setting` names its value in `inputs`. Faults: no such variable or element; not a constant.
void bind_setting(const program::Program& program, const Setting& setting, program::Inputs& inputs,
                  base::Diagnostics& diagnostics);

/// Gives every figure of `place` to the data series or constant of its name, and checks that every data series has a
/// value for each year from `first` to `last`. A figure of year y stands at time y, the 1 April it begins on. Faults:
/// no such variable or element; another unit than the model's; a year missing, before, inside or after the series
/// (after it only unless the place says that the series holds).
void bind_place(const program::Program& program, const place::Place& place, base::FinancialYear first,
                base::FinancialYear last, program::Inputs& inputs, base::Diagnostics& diagnostics);

}  // namespace commonweal::study
