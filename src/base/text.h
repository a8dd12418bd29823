// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commonweal::base {

/// `text` without white space at either end.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; other bytes unchanged.
std::string lower(std::string_view text);

/// `text` cut at every `separator`; an empty text gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `parts` glued with `separator`.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// The whole of `text` as a number (decimal point, optional exponent), or nothing. Never depends on the locale.
std::optional<double> parse_number(std::string_view text);

/// The shortest text that reads back as exactly `value`; "nan", "inf" and "-inf" for those.
std::string shortest(double value);

/// `value` with `digits` after the decimal point and commas between thousands: 1,234.5. Minus is "-". Never "-0".
std::string grouped(double value, int digits);

/// Bytes of the UTF-8 character with which `text` begins; 0 if it is empty or begins with none.
std::size_t character_length(std::string_view text);

/// Where in `text` the first byte stands that is not UTF-8; nothing if there is none.
std::optional<std::size_t> first_fault_of_utf8(std::string_view text);

/// "1 argument", "2 arguments": `count` of what `noun` names, whose plural adds an s.
std::string counted(std::size_t count, std::string_view noun);

/// Characters (UTF-8 code points) in `text`; a byte that is not UTF-8 counts as one.
std::size_t character_count(std::string_view text);

/// The member of `known` that `seen` was probably meant to be (case ignored), or nothing if none is near.
std::optional<std::string> nearest(std::string_view seen, const std::vector<std::string>& known);

/// "did you mean 'x'?" if one of `known` is near, otherwise `otherwise`.
std::string suggestion(std::string_view seen, const std::vector<std::string>& known, std::string otherwise = "");

}  // namespace commonweal::base
