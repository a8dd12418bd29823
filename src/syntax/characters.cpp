// SPDX-License-Identifier: Apache-2.0
#include "syntax/characters.h"

namespace commonweal::syntax {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

/// Behind the line break if the backslash at `offset` continues its line, otherwise `offset`.
std::size_t end_of_continuation(std::string_view text, std::size_t offset) {
  const std::size_t next = text.find_first_not_of(" \t\r", offset + 1);
  return next != std::string_view::npos && text[next] == '\n' ? next + 1 : offset;
}

bool has_empty_line(std::string_view blank) {
  const std::size_t first = blank.find('\n');
  return first != std::string_view::npos && blank.find('\n', first + 1) != std::string_view::npos;
}

}  // namespace

bool is_blank(char character) {
  return blanks.find(character) != std::string_view::npos;
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

bool starts_name(char character) {
  const bool is_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return is_letter || character == '_' || static_cast<unsigned char>(character) >= 0x80;
}

bool continues_name(char character) {
  return starts_name(character) || is_digit(character) || character == '$' || character == '\'';
}

bool continues_line(std::string_view text, std::size_t offset) {
  return text[offset] == '\\' && end_of_continuation(text, offset) > offset;
}

std::size_t end_of_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (is_blank(text[offset])) {
      ++offset;
    } else if (continues_line(text, offset)) {
      offset = end_of_continuation(text, offset);
    } else {
      break;
    }
  }
  return offset;
}

std::size_t end_of_comment(std::string_view text, std::size_t offset) {
  std::size_t open = 0;
  for (; offset < text.size(); ++offset) {
    if (text[offset] == '{') ++open;
    if (text[offset] == '}' && --open == 0) return offset + 1;
  }
  return no_end;
}

std::size_t end_of_blanks_and_comments(std::string_view text, std::size_t offset) {
  offset = end_of_blanks(text, offset);
  while (offset < text.size() && text[offset] == '{') {
    offset = end_of_comment(text, offset);
    if (offset == no_end) return no_end;
    offset = end_of_blanks(text, offset);
  }
  return offset;
}

std::size_t end_of_quoted(std::string_view text, std::size_t offset) {
  const char quote = text[offset++];
  while (offset < text.size() && text[offset] != '\n') {
    if (text[offset] == quote) return offset + 1;
    if (text[offset] == '\\') {
      const std::size_t next_line = end_of_continuation(text, offset);
      offset = next_line > offset ? next_line : offset + 2;  // an escaped character, a quote perhaps
    } else {
      ++offset;
    }
  }
  return no_end;
}

std::size_t end_of_name(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (continues_name(text[offset])) {
      ++offset;
      continue;
    }
    const std::size_t next = end_of_blanks(text, offset);
    const bool goes_on = next > offset && next < text.size() && continues_name(text[next]) && text[next] != '\'';
    if (!goes_on || has_empty_line(text.substr(offset, next - offset))) break;
    offset = next;
  }
  return offset;
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t offset = end_of_blanks(text, 0); offset < text.size();) {
    result += text[offset++];
    const std::size_t next = end_of_blanks(text, offset);
    if (next > offset && next < text.size()) result += ' ';
    offset = next;
  }
  return result;
}

}  // namespace commonweal::syntax
