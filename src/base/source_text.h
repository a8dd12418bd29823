// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace commonweal::base {

/// A stretch of one text, in bytes from its start.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// Where something stands in a file a person wrote, with the line itself, so that it can be shown.
struct Position {
  std::string path;
  std::uint32_t line = 0;    ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;  ///< from 1, in characters (not bytes); 0: the line as a whole
  std::uint32_t length = 0;  ///< characters to underline, all on this line; 0: a caret at the column only
  std::string excerpt;       ///< the line as a terminal can show it, cut to about 100 characters around the column
  std::uint32_t excerpt_shift = 0;  ///< characters by which the cut moved the excerpt to the left

  /// A position that names a file only.
  static Position file(std::string path);
};

/// One file's text with an index of its lines. Never changes after construction.
class SourceText {
 public:
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const { return std::string_view(text_).substr(span.offset, span.length); }

  /// Line, column and excerpt of `span`; a span past the end is placed at the end, one over several lines is
  /// underlined on its first.
  Position at(Span span) const;

  /// The position of line `line_number` and of character `column` in it, both from 1, as a parser of another format
  /// reports them; `length` in characters.
  Position at_line(std::uint32_t line_number, std::uint32_t column = 0, std::uint32_t length = 0) const;

 private:
  /// The text of a line, counted from 0, without its end.
  std::string_view line(std::size_t line_index) const;

  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;  ///< in bytes; a byte-order mark stands before the first
};

using SharedSource = std::shared_ptr<const SourceText>;

}  // namespace commonweal::base
