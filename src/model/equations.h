// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::model {

/// Builds the equations of every declared variable, tells what kind each variable is, and checks that every element
/// has one equation at most ('defined-twice') and a list of numbers their number ('array-length').
void build_equations(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
