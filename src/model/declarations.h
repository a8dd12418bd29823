// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::model {

/// Adds a variable for every name that has an equation, with the axes it is stored by, its unit and its words.
/// Equations come later (see equations.h), when every name is known. Faults: an unknown subscript, another number of
/// them than before, more elements than a model may have.
void declare_variables(const syntax::Document& document, Model& model, base::Diagnostics& diagnostics);

/// Whether an entry of the document gives a variable its value (a dimension or an alias does not).
bool defines_variable(const syntax::Equation& equation);

}  // namespace commonweal::model
