// SPDX-License-Identifier: Apache-2.0
#include "syntax/token_cursor.h"

#include <algorithm>
#include <utility>

namespace commonweal::syntax {

TokenCursor::TokenCursor(const base::SourceText& source, std::vector<Token> tokens, base::Diagnostics& diagnostics)
    : source_(source), tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

const Token& TokenCursor::peek(std::size_t ahead) const {
  return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

const Token& TokenCursor::take() {
  const Token& token = peek();
  if (!at_end()) ++next_;
  return token;
}

const Token& TokenCursor::last_taken() const {
  return tokens_[next_ > 0 ? next_ - 1 : 0];
}

bool TokenCursor::at_symbol(std::string_view symbol) const {
  return peek().kind == TokenKind::symbol && peek().text == symbol;
}

bool TokenCursor::accept(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  take();
  return true;
}

void TokenCursor::expect_close(const Token& open, std::string_view close) {
  if (accept(close)) return;
  if (at_end()) {
    error("unclosed-bracket", open.span, "'" + open.text + "' is never closed");
  } else {
    error("unexpected-text", peek().span,
          "'" + std::string(source_.text(peek().span)) + "' stands where '" + std::string(close) + "' should",
          "an operator or ',' is missing before it, or the '" + std::string(close) + "'");
  }
}

void TokenCursor::expect(std::string_view symbol) {
  if (accept(symbol)) return;
  const std::string seen = at_end() ? "the equation ends" : "'" + std::string(source_.text(peek().span)) + "' stands";
  error("unexpected-text", peek().span, seen + " where '" + std::string(symbol) + "' should stand");
}

void TokenCursor::expect_end() {
  if (at_end()) return;
  const std::string seen = "'" + std::string(source_.text(peek().span)) + "'";
  if (at_symbol(")") || at_symbol("]")) {
    error("unopened-bracket", peek().span, seen + " closes nothing");
  } else {
    error("unexpected-text", peek().span, seen + " does not belong here",
          "an operator is missing before it, or the '~' that ends the equation");
  }
}

void TokenCursor::error(std::string_view name, base::Span span, std::string message, std::string hint) {
  if (!failed_) diagnostics_.error(name, source_.at(span), std::move(message), std::move(hint));
  failed_ = true;
  next_ = tokens_.size() - 1;
}

void TokenCursor::warning(std::string_view name, base::Span span, std::string message, std::string hint) {
  if (!failed_) diagnostics_.warning(name, source_.at(span), std::move(message), std::move(hint));
}

base::Span covering(base::Span first, base::Span last) {
  return {first.offset, std::max(first.offset, last.offset + last.length) - first.offset};
}

}  // namespace commonweal::syntax
