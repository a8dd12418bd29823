// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

/// The words of an equation.
namespace commonweal::syntax {

enum class TokenKind {
  name,     ///< `text`: white space folded, quotes kept
  number,   ///< `number`
  text,     ///< 'data.xlsx': `text` is what stands between the quotes
  keyword,  ///< :LOOK FORWARD: `text`: in capitals, white space folded, with its colons
  symbol,   ///< an operator, bracket or separator: `text` as written
  end,      ///< behind the last
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;
  double number = 0;
  base::Span span;
};

/// The tokens of `part` of a text, an `end` token last. White space, continued lines and comments are left out.
/// What cannot be a token is a fault: `sound` is then false, and the tokens are those around it.
struct Tokens {
  std::vector<Token> all;
  bool sound = true;
};
Tokens lex(const base::SourceText& source, base::Span part, base::Diagnostics& diagnostics);

}  // namespace commonweal::syntax
