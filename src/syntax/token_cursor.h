// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/token.h"

namespace commonweal::syntax {

/// Walks over the tokens of one entry. After its first fault it stands at the end, so that reading comes to an end by
/// itself and no fault is reported that only follows from another.
class TokenCursor {
 public:
  /// `tokens` must hold at least the `end` token.
  TokenCursor(const base::SourceText& source, std::vector<Token> tokens, base::Diagnostics& diagnostics);

  /// The token `ahead` places further on, the `end` token behind the last.
  const Token& peek(std::size_t ahead = 0) const;
  const Token& take();

  /// The token taken last; the first one if none was.
  const Token& last_taken() const;

  bool at_end() const { return peek().kind == TokenKind::end; }
  bool at(TokenKind kind) const { return peek().kind == kind; }
  bool at_symbol(std::string_view symbol) const;

  /// Takes the symbol if it stands here.
  bool accept(std::string_view symbol);

  /// Takes `close`, which must close the bracket `open`; a fault if something else stands here.
  void expect_close(const Token& open, std::string_view close);

  /// Takes a symbol that must stand here.
  void expect(std::string_view symbol);

  /// Faults unless everything was taken.
  void expect_end();

  void error(std::string_view name, base::Span span, std::string message, std::string hint = "");
  void warning(std::string_view name, base::Span span, std::string message, std::string hint = "");
  bool failed() const { return failed_; }

  const base::SourceText& source() const { return source_; }

 private:
  const base::SourceText& source_;
  std::vector<Token> tokens_;
  base::Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  bool failed_ = false;
};

/// The span from the first character of `first` to the last of `last`.
base::Span covering(base::Span first, base::Span last);

}  // namespace commonweal::syntax
