// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/workbook.h"

namespace commonweal::report {
namespace {

constexpr std::size_t longest_name = 31;

/// The first `count` characters of UTF-8 text.
std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size() && characters < count; ++characters) {
    end += std::max<std::size_t>(1, base::character_length(std::string_view(text).substr(end)));
  }
  return text.substr(0, std::min(end, text.size()));
}

}  // namespace

std::string sheet_name(const std::string& wanted, std::vector<std::string>& taken) {
  std::string clean;
  for (const char letter : wanted)
    clean += std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos ? letter : ' ';
  clean = base::trimmed(clean);
  if (clean.empty()) clean = "Table";

  std::string name = first_characters(clean, longest_name);
  const auto is_taken = [&] {
    // Spreadsheet programs do not tell upper from lower case in tabs.
    return std::any_of(taken.begin(), taken.end(),
                       [&](const std::string& one) { return base::lower(one) == base::lower(name); });
  };
  for (int number = 2; is_taken(); ++number) {
    const std::string suffix = fmt::format(" {}", number);
    name = first_characters(clean, longest_name - suffix.size()) + suffix;
  }
  taken.push_back(name);
  return name;
}

}  // namespace commonweal::report
