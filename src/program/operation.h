// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/function.h"
#include "program/program.h"

namespace commonweal::program {

/// The machine's operation for a function of the language that is a value of values.
Operation operation_of(model::Function function);

}  // namespace commonweal::program
