// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "syntax/characters.h"
#include "syntax/token.h"

namespace commonweal::syntax {
namespace {

/// Longest first, so that '<->' is not read as '<'.
constexpr std::array<std::string_view, 24> symbols = {"<->", "<>", "<=", ">=", "->", ":=", "==", "+",
                                                      "-",   "*",  "/",  "^",  "<",  ">",  "=",  "(",
                                                      ")",   "[",  "]",  ",",  ";",  ":",  "!",  "?"};

constexpr int faults_shown = 10;  // of one entry; with more it is no equation at all

std::string in_capitals(std::string text) {
  const auto capital = [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  };
  std::transform(text.begin(), text.end(), text.begin(), capital);
  return text;
}

class Lexer {
 public:
  Lexer(const base::SourceText& source, base::Span part, base::Diagnostics& diagnostics)
      : source_(source),
        text_(source.text().substr(0, part.offset + part.length)),
        offset_(part.offset),
        diagnostics_(diagnostics) {}

  Tokens lex() {
    while (skip_to_token()) lex_token();
    add(TokenKind::end, offset_);
    return std::move(tokens_);
  }

 private:
  bool skip_to_token() {
    const std::size_t next = end_of_blanks_and_comments(text_, offset_);
    if (next == no_end) {  // the entries' cutter said so
      tokens_.sound = false;
      offset_ = text_.size();
    } else {
      offset_ = next;
    }
    return offset_ < text_.size();
  }

  void lex_token() {
    const char first = text_[offset_];
    const bool begins_fraction = first == '.' && offset_ + 1 < text_.size() && is_digit(text_[offset_ + 1]);
    if (starts_name(first)) {
      Token& name = add(TokenKind::name, end_of_name(text_, offset_));
      name.text = folded(source_.text(name.span));
    } else if (is_digit(first) || begins_fraction) {
      lex_number();
    } else if (first == '"' || first == '\'') {
      lex_quoted(first);
    } else if (const std::size_t end = end_of_keyword(); end > offset_) {
      Token& keyword = add(TokenKind::keyword, end);
      keyword.text = in_capitals(folded(source_.text(keyword.span)));
    } else {
      lex_symbol();
    }
  }

  /// 1, 1.5, .5, 1., 1e-3, 1E+5.
  void lex_number() {
    std::size_t end = end_of_digits(offset_);
    if (end < text_.size() && text_[end] == '.') end = end_of_digits(end + 1);
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      const bool is_signed = end + 1 < text_.size() && (text_[end + 1] == '+' || text_[end + 1] == '-');
      const std::size_t digits = end + (is_signed ? 2 : 1);
      if (end_of_digits(digits) > digits) end = end_of_digits(digits);
    }
    Token& token = add(TokenKind::number, end);
    const std::string_view written = source_.text(token.span);
    if (const auto value = base::parse_number(written)) {
      token.number = *value;
      return;
    }
    error("number-out-of-range", token.span, "'" + std::string(written) + "' is too large for a number",
          "the largest is about 1.8e308");
  }

  std::size_t end_of_digits(std::size_t offset) const {
    while (offset < text_.size() && is_digit(text_[offset])) ++offset;
    return offset;
  }

  void lex_quoted(char quote) {
    const std::size_t end = end_of_quoted(text_, offset_);
    if (end == no_end || end > text_.size()) {
      const base::Span here = {static_cast<std::uint32_t>(offset_), 1};
      error("unclosed-quote", here, std::string("the ") + quote + " that begins here is not closed in its line",
            std::string("write another ") + quote + " behind the last character");
      offset_ = std::min(text_.find('\n', offset_), text_.size());  // quotes further on in this line are paired wrongly
      return;
    }
    Token& token = add(quote == '"' ? TokenKind::name : TokenKind::text, end);
    const std::string written = folded(source_.text(token.span));
    token.text = quote == '"' ? written : written.substr(1, written.size() - 2);
  }

  /// Behind ':AND:' and the like; `offset_` if no keyword stands there. 'Age:young' is none: it has one colon.
  std::size_t end_of_keyword() const {
    if (text_[offset_] != ':') return offset_;
    std::size_t end = offset_ + 1;
    while (end < text_.size() && (starts_name(text_[end]) || is_blank(text_[end]))) ++end;
    return end < text_.size() && text_[end] == ':' && end > offset_ + 1 && starts_name(text_[offset_ + 1]) ? end + 1
                                                                                                           : offset_;
  }

  void lex_symbol() {
    for (const std::string_view symbol : symbols) {
      if (!text_.substr(offset_).starts_with(symbol)) continue;
      add(TokenKind::symbol, offset_ + symbol.size()).text = symbol;
      return;
    }
    const base::Span here = {static_cast<std::uint32_t>(offset_++), 1};
    const bool is_visible = text_[here.offset] > ' ' && text_[here.offset] != '\x7F';
    error("unknown-character", here,
          (is_visible ? "'" + std::string(source_.text(here)) + "'" : "this character") + " means nothing here",
          "a name that holds such a character is written in double quotes");
  }

  Token& add(TokenKind kind, std::size_t end) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(offset_), static_cast<std::uint32_t>(end - offset_)};
    offset_ = end;
    tokens_.all.push_back(std::move(token));
    return tokens_.all.back();
  }

  void error(std::string_view name, base::Span span, std::string message, std::string hint) {
    diagnostics_.error(name, source_.at(span), std::move(message), std::move(hint));
    tokens_.sound = false;
    if (++faults_ == faults_shown) offset_ = text_.size();
  }

  const base::SourceText& source_;
  std::string_view text_;
  std::size_t offset_;
  base::Diagnostics& diagnostics_;
  Tokens tokens_;
  int faults_ = 0;
};

}  // namespace

Tokens lex(const base::SourceText& source, base::Span part, base::Diagnostics& diagnostics) {
  return Lexer(source, part, diagnostics).lex();
}

}  // namespace commonweal::syntax
