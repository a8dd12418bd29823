// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostics.h"
#include "model/model.h"

namespace commonweal::model {

/// Checks that every element used has an equation, and that a lookup is one in all its elements. Wants a model whose
/// equations could all be built. Faults: 'undefined-element', 'mixed-lookup'.
void check_completeness(const Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
