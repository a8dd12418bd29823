// SPDX-License-Identifier: Apache-2.0
#include "syntax/dimension_entry.h"

#include <utility>

namespace commonweal::syntax {
namespace {

/// A name that must stand here; a fault if none does.
std::string parse_name(TokenCursor& cursor, const std::string& wanted) {
  if (cursor.at(TokenKind::name)) return cursor.take().text;
  if (cursor.at_end()) {
    const Token& last = cursor.last_taken();
    cursor.error("missing-name", last.span,
                 wanted + " should follow '" + std::string(cursor.source().text(last.span)) + "'");
  } else {
    const std::string seen(cursor.source().text(cursor.peek().span));
    cursor.error("missing-name", cursor.peek().span, "'" + seen + "' stands where " + wanted + " should",
                 "a name that begins with anything but a letter is written in double quotes");
  }
  return {};
}

/// "young", "(old1-old3)" or "old1-old3".
DimensionItem parse_item(TokenCursor& cursor) {
  const Token& start = cursor.peek();
  const bool in_brackets = cursor.accept("(");
  DimensionItem item;
  item.first = parse_name(cursor, "an element");
  if (in_brackets) {
    cursor.expect("-");
    item.last = parse_name(cursor, "the last element of the range");
    cursor.expect_close(start, ")");
  } else if (cursor.accept("-")) {
    item.last = parse_name(cursor, "the last element of the range");
  }
  item.span = covering(start.span, cursor.last_taken().span);
  return item;
}

std::vector<DimensionItem> parse_items(TokenCursor& cursor) {
  std::vector<DimensionItem> items;
  do {
    items.push_back(parse_item(cursor));
  } while (cursor.accept(","));
  return items;
}

/// "Cohort" or "(Group: a, b)"
DimensionMapping parse_mapping(TokenCursor& cursor) {
  const Token& start = cursor.peek();
  const bool in_brackets = cursor.accept("(");
  DimensionMapping mapping;
  mapping.target = parse_name(cursor, "a dimension");
  if (in_brackets) {
    if (cursor.accept(":")) mapping.elements = parse_items(cursor);
    cursor.expect_close(start, ")");
  }
  mapping.span = covering(start.span, cursor.last_taken().span);
  return mapping;
}

}  // namespace

void parse_dimension(TokenCursor& cursor, Equation& equation) {
  const Token& next = cursor.peek(1);
  if (cursor.at(TokenKind::name) && next.kind == TokenKind::symbol && next.text == "(") {
    cursor.error("unsupported-source", cursor.peek().span,
                 "elements from '" + cursor.peek().text + "' cannot be read yet", "list them here");
    return;
  }
  equation.items = parse_items(cursor);
  if (!cursor.accept("->")) return;
  do {
    equation.mappings.push_back(parse_mapping(cursor));
  } while (cursor.accept(",") || cursor.accept("->"));
}

}  // namespace commonweal::syntax
