// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <cmath>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace commonweal::base {
namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::optional<double> parse_number(std::string_view text) {
  // fast_float also reads "nan" and "infinity", which no file of ours may hold as a figure.
  if (text.empty() || text.find_first_not_of("+-.0123456789eE") != std::string_view::npos) return std::nullopt;
  double value = 0;
  const char* end = text.data() + text.size();
  const auto result = fast_float::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string shortest(double value) {
  if (std::isnan(value)) return "nan";  // never "-nan", which differs between machines
  return fmt::format("{}", value);
}

std::string grouped(double value, int digits) {
  if (!std::isfinite(value)) return shortest(value);
  const std::string plain = fmt::format("{:.{}f}", std::abs(value), digits);
  const std::size_t whole_digits = std::min(plain.find('.'), plain.size());

  std::string result;
  const bool is_zero = plain.find_first_not_of("0.") == std::string::npos;
  if (value < 0 && !is_zero) result += '-';
  for (std::size_t position = 0; position < whole_digits; ++position) {
    if (position > 0 && (whole_digits - position) % 3 == 0) result += ',';
    result += plain[position];
  }
  return result + plain.substr(whole_digits);
}

std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t position) { return static_cast<unsigned char>(text[position]); };
  if (text.empty()) return 0;
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t position = 1; position < length; ++position) {
    if (!is_continuation(text[position])) return 0;
  }
  // Overlong forms, surrogates and what lies past U+10FFFF show in the second byte.
  const unsigned second = byte(1);
  if (first == 0xE0 && second < 0xA0) return 0;
  if (first == 0xED && second > 0x9F) return 0;
  if (first == 0xF0 && second < 0x90) return 0;
  if (first == 0xF4 && second > 0x8F) return 0;
  return length;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(std::max<std::size_t>(character_length(text), 1));
  return count;
}

std::optional<std::size_t> first_fault_of_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = character_length(text.substr(offset));
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

}  // namespace commonweal::base
