// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "syntax/document.h"
#include "syntax/token_cursor.h"

namespace commonweal::syntax {

/// "[Age!, older people]", if it stands here; otherwise nothing.
std::vector<Subscript> parse_subscripts(TokenCursor& cursor);

}  // namespace commonweal::syntax
