// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/document.h"
#include "syntax/token_cursor.h"

namespace commonweal::syntax {

/// What stands before '=': a name, its subscripts, :EXCEPT: lists, how a data series is read between its points.
LeftSide parse_left_side(TokenCursor& cursor);

}  // namespace commonweal::syntax
