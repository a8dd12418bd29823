// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"
#include "program/program.h"

namespace commonweal::program {

/// Lays out `model` and orders its equations. Faults: circular definitions.
Program compile(const model::Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::program
