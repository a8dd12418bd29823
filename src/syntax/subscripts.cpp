// SPDX-License-Identifier: Apache-2.0
#include "syntax/subscripts.h"

#include <utility>

namespace commonweal::syntax {

std::vector<Subscript> parse_subscripts(TokenCursor& cursor) {
  std::vector<Subscript> subscripts;
  if (!cursor.at_symbol("[")) return subscripts;
  const Token& open = cursor.take();
  do {
    if (!cursor.at(TokenKind::name)) {
      cursor.error("missing-name", cursor.at_end() ? open.span : cursor.peek().span, "a subscript should stand here",
                   "write the name of a dimension or of an element");
      return subscripts;
    }
    const Token& name = cursor.take();
    Subscript subscript;
    subscript.name = name.text;
    subscript.reduced = cursor.accept("!");
    subscript.span = covering(name.span, cursor.last_taken().span);
    subscripts.push_back(std::move(subscript));
  } while (cursor.accept(","));
  cursor.expect_close(open, "]");
  return subscripts;
}

}  // namespace commonweal::syntax
