// SPDX-License-Identifier: Apache-2.0
#include "syntax/expressions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "syntax/number_lists.h"
#include "syntax/subscripts.h"

namespace commonweal::syntax {
namespace {

/// How tightly operators bind: of two, the one with the higher strength takes the operand between them.
/// A power binds tighter than a sign, -3^2 is -9, as the language's own program reckons (against its own manual).
struct OperatorRow {
  std::string_view symbol;
  Operator op;
  int strength;
};

constexpr std::array<OperatorRow, 13> binary_operators = {{
    {":OR:", Operator::logical_or, 1},
    {":AND:", Operator::logical_and, 2},
    {"<", Operator::less, 4},
    {"<=", Operator::less_equal, 4},
    {">", Operator::greater, 4},
    {">=", Operator::greater_equal, 4},
    {"=", Operator::equal, 4},
    {"<>", Operator::not_equal, 4},
    {"+", Operator::add, 5},
    {"-", Operator::subtract, 5},
    {"*", Operator::multiply, 6},
    {"/", Operator::divide, 6},
    {"^", Operator::power, 8},
}};

constexpr std::array<OperatorRow, 3> prefix_operators = {{
    {":NOT:", Operator::logical_not, 3},
    {"-", Operator::negate, 7},
    {"+", Operator::identity, 7},
}};

constexpr int nesting_limit = 200;             // brackets, signs and powers one inside another
constexpr std::uint32_t height_limit = 1'000;  // operations one inside another: later stages walk the tree recursively

template <std::size_t size>
const OperatorRow* row_of(const Token& token, const std::array<OperatorRow, size>& rows) {
  if (token.kind != TokenKind::symbol && token.kind != TokenKind::keyword) return nullptr;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.symbol == token.text; });
  return found == rows.end() ? nullptr : &*found;
}

class ExpressionParser {
 public:
  ExpressionParser(TokenCursor& cursor, Document& document)
      : cursor_(cursor), document_(document), first_(document.expressions.size()) {}

  /// An expression whose operators bind at least with `strength`.
  ExpressionId parse(int strength) {
    ExpressionId left = parse_prefix();
    while (!cursor_.failed()) {
      const OperatorRow* row = row_of(cursor_.peek(), binary_operators);
      if (row == nullptr || row->strength < strength) break;
      const Token& symbol = cursor_.take();
      // Powers group from the right, 2^3^2 = 2^(3^2), all others from the left.
      const ExpressionId right =
          row->op == Operator::power ? parse_nested(symbol, row->strength) : parse(row->strength + 1);
      Expression binary;
      binary.kind = ExpressionKind::binary;
      binary.op = row->op;
      binary.operands = {left, right};
      left = add(std::move(binary), span_of(left), span_of(right));
    }
    return left;
  }

 private:
  ExpressionId parse_prefix() {
    const OperatorRow* row = row_of(cursor_.peek(), prefix_operators);
    if (row == nullptr) return parse_operand();
    const Token& symbol = cursor_.take();
    Expression unary;
    unary.kind = ExpressionKind::unary;
    unary.op = row->op;
    unary.operands = {parse_nested(symbol, row->strength)};
    const base::Span last = span_of(unary.operands.front());
    return add(std::move(unary), symbol.span, last);
  }

  ExpressionId parse_operand() {
    const Token& token = cursor_.peek();
    Expression expression;
    switch (token.kind) {
      case TokenKind::name: return parse_name();
      case TokenKind::number: expression.number = token.number; break;
      case TokenKind::text:
        expression.kind = ExpressionKind::text;
        expression.name = token.text;
        break;
      default:
        if (cursor_.at_symbol("(")) return parse_brackets();
        if (token.kind != TokenKind::keyword || token.text != ":NA:") return report_missing_operand();
        expression.kind = ExpressionKind::missing;
    }
    cursor_.take();
    return add(std::move(expression), token.span, token.span);
  }

  ExpressionId parse_brackets() {
    const Token& open = cursor_.take();
    const ExpressionId inside = parse_nested(open, 0);
    cursor_.expect_close(open, ")");
    if (!cursor_.failed()) document_.expressions[inside].span = covering(open.span, cursor_.last_taken().span);
    return inside;
  }

  /// A variable, a call of a function or of a lookup.
  ExpressionId parse_name() {
    const Token& name = cursor_.take();
    Expression expression;
    expression.kind = ExpressionKind::name;
    expression.name = name.text;
    expression.subscripts = parse_subscripts(cursor_);
    if (cursor_.at_symbol("(")) {
      const Token& open = cursor_.take();
      if (expression.subscripts.empty() && canonical(name.text) == "tabbed_array") {
        expression.kind = ExpressionKind::array;
        expression.name.clear();
        expression.rows = parse_tabbed_rows(cursor_, open);
      } else {
        expression.kind = ExpressionKind::call;
        parse_arguments(open, expression);
      }
    }
    return add(std::move(expression), name.span, cursor_.last_taken().span);
  }

  void parse_arguments(const Token& open, Expression& call) {
    const bool takes_table = canonical(call.name) == "with_lookup";
    while (!cursor_.at_symbol(")") && !cursor_.at_end()) {
      if (cursor_.at_symbol(",")) {
        report_empty_argument(call);
      } else if (takes_table && call.operands.size() == 1 && cursor_.at_symbol("(")) {
        call.operands.push_back(parse_inline_table());
      } else {
        call.operands.push_back(parse_nested(open, 0));
      }
      if (!cursor_.accept(",")) break;
      if (cursor_.at_symbol(")")) report_empty_argument(call);
    }
    if (cursor_.at_symbol(":") || cursor_.at_symbol(";")) {
      cursor_.error("unknown-syntax", cursor_.peek().span, "results of a macro after its arguments cannot be read yet");
    }
    cursor_.expect_close(open, ")");
  }

  ExpressionId parse_inline_table() {
    const Token& open = cursor_.take();
    Expression expression;
    expression.kind = ExpressionKind::table;
    expression.table = parse_table(cursor_, open);
    return add(std::move(expression), open.span, cursor_.last_taken().span);
  }

  /// What stands inside the bracket, or behind the operator, `opener`.
  ExpressionId parse_nested(const Token& opener, int strength) {
    if (nesting_ == nesting_limit) {
      cursor_.error("nested-too-deep", opener.span,
                    "more than " + std::to_string(nesting_limit) + " brackets or signs stand one inside another",
                    "give the inner part a name of its own");
      return {};
    }
    ++nesting_;
    const ExpressionId inside = parse(strength);
    --nesting_;
    return inside;
  }

  ExpressionId add(Expression expression, base::Span first, base::Span last) {
    if (cursor_.failed()) return {};
    std::uint32_t height = 0;
    for (const ExpressionId operand : expression.operands) {
      if (operand.exists()) height = std::max(height, heights_[operand.index - first_] + 1);
    }
    expression.span = covering(first, last);
    if (height > height_limit) {
      cursor_.error("nested-too-deep", expression.span,
                    "more than " + std::to_string(height_limit) + " operations follow one from another",
                    "give a part of them a name of its own");
      return {};
    }
    heights_.push_back(height);
    return document_.expressions.add(std::move(expression));
  }

  base::Span span_of(ExpressionId id) const { return id.exists() ? document_.expressions[id].span : base::Span{}; }

  void report_empty_argument(const Expression& call) {
    cursor_.warning("empty-argument", cursor_.peek().span, "an argument of '" + call.name + "' is empty and left out");
  }

  ExpressionId report_missing_operand() {
    if (cursor_.at_end()) {
      const Token& last = cursor_.last_taken();
      cursor_.error("missing-operand", last.span,
                    "a value should follow '" + std::string(cursor_.source().text(last.span)) + "'");
    } else {
      const std::string seen(cursor_.source().text(cursor_.peek().span));
      cursor_.error("missing-operand", cursor_.peek().span, "'" + seen + "' stands where a value should");
    }
    return {};
  }

  TokenCursor& cursor_;
  Document& document_;
  const std::size_t first_;             ///< number of the first expression made here
  std::vector<std::uint32_t> heights_;  ///< of each expression made here: operations one inside another
  int nesting_ = 0;
};

}  // namespace

ExpressionId parse_expression(TokenCursor& cursor, Document& document) {
  return ExpressionParser(cursor, document).parse(0);
}

}  // namespace commonweal::syntax
