// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/document.h"
#include "syntax/token_cursor.h"

namespace commonweal::syntax {

/// The rest of a dimension's entry behind "Name:" (elements, subranges, mappings), put into `equation`:
/// "young, (old1-old3) -> Cohort, (Group: a, b)".
void parse_dimension(TokenCursor& cursor, Equation& equation);

}  // namespace commonweal::syntax
