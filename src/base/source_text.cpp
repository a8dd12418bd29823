// SPDX-License-Identifier: Apache-2.0
#include "base/source_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace commonweal::base {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t excerpt_width = 100;     // characters
constexpr std::size_t room_before_caret = 40;  // characters kept before the column of a line that is cut

/// The characters of a line as a terminal can show them one beside the other: tabs and other control characters
/// become one space each, so that a caret below stays in line; bytes that are not UTF-8 become U+FFFD.
std::vector<std::string> shown_characters(std::string_view line) {
  std::vector<std::string> characters;
  while (!line.empty()) {
    const std::size_t length = character_length(line);
    const bool is_control = static_cast<unsigned char>(line[0]) < 0x20 || line[0] == '\x7F';
    characters.push_back(is_control ? " " : length == 0 ? "\uFFFD" : std::string(line.substr(0, length)));
    line.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return characters;
}

/// Puts `line` into `position`, cut around its column if it is long.
void add_excerpt(Position& position, std::string_view line) {
  const bool is_plain = std::ranges::all_of(line, [](char letter) { return letter >= ' ' && letter <= '~'; });
  if (is_plain && line.size() <= excerpt_width) {  // as nearly every line is
    position.excerpt = line;
    return;
  }
  std::vector<std::string> characters;
  if (!is_plain) characters = shown_characters(line);
  const std::size_t count = is_plain ? line.size() : characters.size();
  std::size_t begin = 0;
  if (count > excerpt_width && position.column > room_before_caret) {
    begin = std::min<std::size_t>(position.column - room_before_caret, count - excerpt_width);
  }
  const std::size_t end = std::min(begin + excerpt_width, count);

  if (begin > 0) {
    position.excerpt = "...";
    begin += position.excerpt.size();
  }
  position.excerpt_shift = static_cast<std::uint32_t>(begin - position.excerpt.size());
  if (is_plain) {  // each row of the register is long, and asked about several times
    position.excerpt += line.substr(begin, end - begin);
  } else {
    for (std::size_t i = begin; i < end; ++i) position.excerpt += characters[i];
  }
  if (end < count) position.excerpt += "...";
}

}  // namespace

Position Position::file(std::string path) {
  Position position;
  position.path = std::move(path);
  return position;
}

SourceText::SourceText(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  // A byte-order mark is not a character of the first line.
  line_starts_.push_back(text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  for (std::size_t offset = 0; offset < text_.size(); ++offset) {
    if (text_[offset] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(offset + 1));
  }
}

std::string_view SourceText::line(std::size_t line_index) const {
  const bool is_last = line_index + 1 == line_starts_.size();
  const std::size_t start = line_starts_[line_index];
  std::string_view line = text().substr(start, (is_last ? text_.size() : line_starts_[line_index + 1] - 1) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Position SourceText::at(Span span) const {
  const std::size_t offset = std::clamp<std::size_t>(span.offset, line_starts_[0], text_.size());
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line_index = static_cast<std::size_t>(next_line - line_starts_.begin()) - 1;
  const std::string_view whole = line(line_index);
  const std::string_view before = whole.substr(0, offset - line_starts_[line_index]);
  const std::string_view underlined = whole.substr(before.size(), span.length);
  return at_line(static_cast<std::uint32_t>(line_index + 1), static_cast<std::uint32_t>(character_count(before) + 1),
                 static_cast<std::uint32_t>(character_count(underlined)));
}

Position SourceText::at_line(std::uint32_t line_number, std::uint32_t column, std::uint32_t length) const {
  Position position = Position::file(path_);
  if (line_number == 0) return position;
  position.line = std::min(line_number, static_cast<std::uint32_t>(line_starts_.size()));
  const std::string_view whole = line(position.line - 1);
  if (column > 0) {
    const auto width = static_cast<std::uint32_t>(character_count(whole));
    position.column = std::min(column, width + 1);
    position.length = std::min(length, width + 1 - position.column);
  }
  add_excerpt(position, whole);
  return position;
}

}  // namespace commonweal::base
