// SPDX-License-Identifier: Apache-2.0
#include "syntax/number_lists.h"

#include <utility>

namespace commonweal::syntax {
namespace {

double parse_signed_number(TokenCursor& cursor) {
  const bool negative = cursor.accept("-");
  if (!negative) cursor.accept("+");
  if (cursor.at(TokenKind::number)) return negative ? -cursor.take().number : cursor.take().number;
  const std::string seen =
      cursor.at_end() ? "the list ends" : "'" + std::string(cursor.source().text(cursor.peek().span)) + "' stands";
  cursor.error("missing-number", cursor.peek().span, seen + " where a number should stand");
  return 0;
}

/// "[(0,0)-(10,5)]," before the points: how the author's program draws the lookup.
void skip_drawing_range(TokenCursor& cursor) {
  if (!cursor.at_symbol("[")) return;
  const Token& open = cursor.take();
  while (!cursor.at_end() && !cursor.at_symbol("]")) cursor.take();
  cursor.expect_close(open, "]");
  cursor.accept(",");
}

/// "(0,0), (10,5)"
void parse_points(TokenCursor& cursor, LookupTable& table) {
  while (cursor.at_symbol("(")) {
    const Token& open = cursor.take();
    const double x = parse_signed_number(cursor);
    cursor.expect(",");
    const double y = parse_signed_number(cursor);
    cursor.expect_close(open, ")");
    if (!table.points.empty() && x < table.points.back().first) {
      cursor.error("lookup-out-of-order", covering(open.span, cursor.last_taken().span),
                   "this point lies left of the one before it", "points stand in the order of their first number");
    }
    table.points.emplace_back(x, y);
    if (!cursor.accept(",")) return;
  }
}

/// "0, 10, 0, 5": all x, then all y.
void parse_flat_points(TokenCursor& cursor, LookupTable& table) {
  const Token& first = cursor.peek();
  std::vector<double> numbers;
  do {
    numbers.push_back(parse_signed_number(cursor));
  } while (cursor.accept(","));
  if (cursor.failed()) return;

  const base::Span span = covering(first.span, cursor.last_taken().span);
  const std::size_t count = numbers.size() / 2;
  if (numbers.size() % 2 != 0) {
    cursor.error(
        "odd-lookup", span,
        "a lookup without brackets lists as many x as y, but these are " + std::to_string(numbers.size()) + " numbers",
        "points are clearer: (x1, y1), (x2, y2)");
    return;
  }
  for (std::size_t point = 0; point < count; ++point) {
    if (point > 0 && numbers[point] < numbers[point - 1]) {
      cursor.error("lookup-out-of-order", span,
                   "x number " + std::to_string(point + 1) + " is less than the one before it",
                   "the first half of the numbers are x, from left to right; the second half are y");
    }
    table.points.emplace_back(numbers[point], numbers[point + count]);
  }
}

bool is_number_or_sign(const Token& token) {
  return token.kind == TokenKind::number ||
         (token.kind == TokenKind::symbol && (token.text == "-" || token.text == "+"));
}

}  // namespace

LookupTable parse_table(TokenCursor& cursor, const Token& open) {
  LookupTable table;
  skip_drawing_range(cursor);
  if (cursor.at_symbol("(")) {
    parse_points(cursor, table);
  } else if (is_number_or_sign(cursor.peek())) {
    parse_flat_points(cursor, table);
  } else if (cursor.at_symbol(")")) {
    cursor.error("missing-points", covering(open.span, cursor.peek().span), "a lookup without points",
                 "points are written (x1, y1), (x2, y2)");
  }
  cursor.expect_close(open, ")");
  table.span = covering(open.span, cursor.last_taken().span);
  return table;
}

bool at_number_rows(const TokenCursor& cursor) {
  const std::size_t number = cursor.at_symbol("-") || cursor.at_symbol("+") ? 1 : 0;
  if (cursor.peek(number).kind != TokenKind::number) return false;
  const Token& next = cursor.peek(number + 1);
  return next.kind == TokenKind::symbol && (next.text == "," || next.text == ";");
}

std::vector<std::vector<double>> parse_number_rows(TokenCursor& cursor) {
  std::vector<std::vector<double>> rows;
  while (!cursor.at_end()) {
    rows.emplace_back();
    do {
      rows.back().push_back(parse_signed_number(cursor));
    } while (cursor.accept(","));
    if (!cursor.accept(";")) break;
  }
  return rows;
}

std::vector<std::vector<double>> parse_tabbed_rows(TokenCursor& cursor, const Token& open) {
  std::vector<std::vector<double>> rows;
  std::uint32_t behind_last = open.span.offset;
  while (is_number_or_sign(cursor.peek())) {
    const std::uint32_t start = cursor.peek().span.offset;
    const std::string_view between = cursor.source().text({behind_last, start - behind_last});
    if (rows.empty() || between.find('\n') != std::string_view::npos) rows.emplace_back();
    rows.back().push_back(parse_signed_number(cursor));
    behind_last = cursor.last_taken().span.offset;
  }
  cursor.expect_close(open, ")");
  return rows;
}

}  // namespace commonweal::syntax
