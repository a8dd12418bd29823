// SPDX-License-Identifier: Apache-2.0
#include "syntax/equation.h"

#include <algorithm>
#include <utility>

#include "syntax/characters.h"
#include "syntax/dimension_entry.h"
#include "syntax/expressions.h"
#include "syntax/left_side.h"
#include "syntax/number_lists.h"

namespace commonweal::syntax {
namespace {

/// Whether the entry is one of the tests that an author lets the original program make.
const Token* reality_check_keyword(const std::vector<Token>& tokens) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::keyword &&
           (token.text == ":THE CONDITION:" || token.text == ":IMPLIES:" || token.text == ":TEST INPUT:");
  });
  return found == tokens.end() ? nullptr : &*found;
}

/// The rest of a lookup's entry, behind its name.
void parse_lookup(TokenCursor& cursor, Equation& equation) {
  equation.kind = EquationKind::lookup;
  const Token& open = cursor.take();
  if (cursor.at(TokenKind::name)) {
    cursor.error("unsupported-source", cursor.peek().span,
                 "a lookup from '" + cursor.peek().text + "' cannot be read yet",
                 "list its points here: (x1, y1), (x2, y2)");
    return;
  }
  equation.table = parse_table(cursor, open);
}

void parse_right_side(TokenCursor& cursor, Equation& equation, Document& document) {
  ExpressionId right;
  if (at_number_rows(cursor)) {
    const Token& first = cursor.peek();
    Expression rows;
    rows.kind = ExpressionKind::array;
    rows.rows = parse_number_rows(cursor);
    rows.span = covering(first.span, cursor.last_taken().span);
    right = document.expressions.add(std::move(rows));
  } else {
    right = parse_expression(cursor, document);
  }
  cursor.expect_end();
  if (!cursor.failed()) equation.right = right;
}

/// What stands behind the left side, which decides the kind of the entry.
void parse_rest(TokenCursor& cursor, Equation& equation, Document& document) {
  if (cursor.at_symbol("(")) {
    parse_lookup(cursor, equation);
  } else if (cursor.accept(":")) {
    equation.kind = EquationKind::dimension;
    parse_dimension(cursor, equation);
  } else if (cursor.accept("<->")) {
    equation.kind = EquationKind::equivalence;
    if (cursor.at(TokenKind::name)) {
      equation.equivalent = cursor.take().text;
    } else {
      cursor.error("missing-name", cursor.last_taken().span, "a dimension should follow '<->'");
    }
  } else if (cursor.at_end()) {
    equation.kind = EquationKind::series;
  } else {
    const bool is_data = cursor.at_symbol(":=");
    equation.kind = is_data                  ? EquationKind::data
                    : cursor.at_symbol("==") ? EquationKind::unchangeable
                                             : EquationKind::regular;
    if (!is_data && !cursor.accept("==")) {
      cursor.expect("=");
    } else if (is_data) {
      cursor.take();
    }
    parse_right_side(cursor, equation, document);
  }
  cursor.expect_end();
}

/// The units field without comments and without the range that may follow, as in "Month [0,10,1]".
void read_units(const Entry& entry, const base::SourceText& source, Equation& equation) {
  const std::string_view field = source.text(entry.units);
  const std::size_t begin = std::min(end_of_blanks_and_comments(field, 0), field.size());
  std::string_view units = field.substr(begin, std::min(field.find_first_of("[{", begin), field.size()) - begin);
  while (!units.empty() && is_blank(units.back())) units.remove_suffix(1);
  equation.units = folded(units);
  equation.units_span = {static_cast<std::uint32_t>(entry.units.offset + begin),
                         static_cast<std::uint32_t>(units.size())};
}

}  // namespace

std::optional<Equation> parse_equation(const Entry& entry, Document& document, base::Diagnostics& diagnostics) {
  const base::SourceText& source = *document.source;
  Tokens tokens = lex(source, entry.equation, diagnostics);
  if (const Token* keyword = reality_check_keyword(tokens.all)) {
    diagnostics.warning("unsupported-reality-check", source.at(keyword->span), "this reality check is not made");
    return std::nullopt;
  }

  const bool sound = tokens.sound;
  TokenCursor cursor(source, std::move(tokens.all), diagnostics);
  Equation equation;
  equation.left = parse_left_side(cursor);
  if (cursor.failed()) return std::nullopt;
  if (sound) parse_rest(cursor, equation, document);

  read_units(entry, source, equation);
  equation.documentation = folded(source.text(entry.documentation));
  equation.group = entry.group;
  equation.supplementary = entry.supplementary;
  equation.span = entry.whole;
  return equation;
}

}  // namespace commonweal::syntax
