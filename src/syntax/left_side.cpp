// SPDX-License-Identifier: Apache-2.0
#include "syntax/left_side.h"

#include <algorithm>
#include <array>
#include <utility>

#include "syntax/subscripts.h"

namespace commonweal::syntax {
namespace {

struct InterpolationRow {
  std::string_view keyword;
  Interpolation interpolation;
};

constexpr std::array<InterpolationRow, 4> interpolations = {{
    {":INTERPOLATE:", Interpolation::interpolate},
    {":LOOK FORWARD:", Interpolation::look_forward},
    {":HOLD BACKWARD:", Interpolation::hold_backward},
    {":RAW:", Interpolation::raw},
}};

void parse_exceptions(TokenCursor& cursor, LeftSide& left) {
  do {
    if (!cursor.at_symbol("[")) {
      cursor.error("unexpected-text", cursor.last_taken().span,
                   "no list of subscripts follows :EXCEPT:", "write it as in x[Age] :EXCEPT: [old]");
      return;
    }
    left.exceptions.push_back(parse_subscripts(cursor));
  } while (cursor.accept(","));
}

void parse_keyword(TokenCursor& cursor, LeftSide& left) {
  const Token& keyword = cursor.take();
  if (keyword.text == ":EXCEPT:") return parse_exceptions(cursor, left);
  const auto row = std::find_if(interpolations.begin(), interpolations.end(),
                                [&](const InterpolationRow& one) { return one.keyword == keyword.text; });
  if (row == interpolations.end()) {
    cursor.error("unknown-syntax", keyword.span, "'" + keyword.text + "' cannot be read here");
  } else {
    left.interpolation = row->interpolation;
  }
}

}  // namespace

LeftSide parse_left_side(TokenCursor& cursor) {
  LeftSide left;
  const Token& name = cursor.peek();
  if (name.kind != TokenKind::name) {
    const std::string seen(cursor.source().text(name.span));
    cursor.error(
        "missing-name", name.span,
        cursor.at_end() ? "an entry without an equation" : "an entry begins with a name, not with '" + seen + "'",
        "a name that begins with anything but a letter is written in double quotes");
    return left;
  }
  left.name = cursor.take().text;
  left.subscripts = parse_subscripts(cursor);
  while (cursor.at(TokenKind::keyword)) {
    parse_keyword(cursor, left);
    if (left.subscripts.empty()) left.subscripts = parse_subscripts(cursor);
  }
  left.span = covering(name.span, cursor.last_taken().span);
  return left;
}

}  // namespace commonweal::syntax
