// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"
#include "program/program.h"

namespace commonweal::program {

/// Lays out `model` and orders its equations. Faults: circular definitions; a
/// TIME STEP that changes within a model integrated by RK4. Of a model with faults, which
/// `diagnostics` then holds, nothing is made.
Program compile(const model::Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::program
