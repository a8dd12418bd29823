// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "syntax/document.h"
#include "syntax/entries.h"

namespace commonweal::syntax {

/// One entry read, its expressions added to `document`. Where only the right side has a fault, the equation comes
/// without one, so that later stages still know the name. Nothing if the left side has a fault, or if the entry is a
/// reality check, which no simulation needs.
std::optional<Equation> parse_equation(const Entry& entry, Document& document, base::Diagnostics& diagnostics);

}  // namespace commonweal::syntax
