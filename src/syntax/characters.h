// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What single characters mean in a model's text, and where the things they begin come to an end.
namespace commonweal::syntax {

/// A space, tab or line break.
bool is_blank(char character);

bool is_digit(char character);

/// Whether an unquoted name may begin so: a letter, '_' or any character outside ASCII.
bool starts_name(char character);

/// Whether an unquoted name may go on so: also digits, '$' and an apostrophe.
bool continues_name(char character);

/// Whether a backslash stands at `offset` and nothing but blanks between it and its line's end.
bool continues_line(std::string_view text, std::size_t offset);

/// What an `end_of_...` function answers if there is no end.
inline constexpr std::size_t no_end = std::string_view::npos;

/// The first character from `offset` on that is neither blank nor a backslash that continues the line.
std::size_t end_of_blanks(std::string_view text, std::size_t offset);

/// Behind the comment that begins at `offset` with '{'. Comments may hold comments.
std::size_t end_of_comment(std::string_view text, std::size_t offset);

/// Behind the first thing from `offset` on that is neither blank nor comment; `no_end` if a comment has no end.
std::size_t end_of_blanks_and_comments(std::string_view text, std::size_t offset);

/// Behind the quoted name or text that begins at `offset` with " or '. It must end in its line, continued or not.
std::size_t end_of_quoted(std::string_view text, std::size_t offset);

/// Behind the last character of the unquoted name that begins at `offset`. Blanks and line breaks may stand within a
/// name, an empty line may not: there somebody forgot to end an entry.
std::size_t end_of_name(std::string_view text, std::size_t offset);

/// `text` with each run of blanks and continued lines as one space, and none at the ends.
std::string folded(std::string_view text);

}  // namespace commonweal::syntax
