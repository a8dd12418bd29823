// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/document.h"
#include "syntax/token_cursor.h"

/// The places where a model's text lists numbers: lookups and arrays of constants.
namespace commonweal::syntax {

/// The rest of a lookup behind its bracket `open`, in either form, with the bracket that closes it:
/// "[(0,0)-(10,5)], (0,0), (10,5))", where the range of the drawing means nothing to us, or all x and then all y:
/// "0, 10, 0, 5)".
LookupTable parse_table(TokenCursor& cursor, const Token& open);

/// Whether "1, 2, 3" or "1, 2; 3, 4;" stands here, and not an expression.
bool at_number_rows(const TokenCursor& cursor);

/// Such a list, to the end of the entry.
std::vector<std::vector<double>> parse_number_rows(TokenCursor& cursor);

/// The rest of TABBED ARRAY behind its bracket `open`: numbers between blanks, a row on each line.
std::vector<std::vector<double>> parse_tabbed_rows(TokenCursor& cursor, const Token& open);

}  // namespace commonweal::syntax
