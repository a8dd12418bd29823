// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/document.h"
#include "syntax/token_cursor.h"

namespace commonweal::syntax {

/// An expression from where `cursor` stands to where it ends, added to `document`. After a fault the answer means
/// nothing; the cursor has failed then.
ExpressionId parse_expression(TokenCursor& cursor, Document& document);

}  // namespace commonweal::syntax
