// SPDX-License-Identifier: Apache-2.0
#include "report/whole_years.h"

#include <algorithm>
#include <array>
#include <utility>

namespace commonweal::report {
namespace {

constexpr std::size_t year_length = 7;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// Whether a financial year begins at `at`: "2012-13", and no longer run of figures.
bool year_begins(std::string_view text, std::size_t at) {
  if (at + year_length > text.size() || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '-'))) return false;
  for (std::size_t position = 0; position < year_length; ++position) {
    if (position == 4 ? text[at + position] != '-' : !is_digit(text[at + position])) return false;
  }
  const char after = at + year_length < text.size() ? text[at + year_length] : ' ';
  return !is_digit(after) && after != '-';
}

/// The end of the element that begins at `at`, if it is one that is left alone; else the end of the tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> left_alone = {
      {{"<head>", "</head>"}, {"<svg ", "</svg>"}, {"<pre>", "</pre>"}}};
  for (const auto& [begin, end] : left_alone) {
    if (html.substr(at).starts_with(begin)) return std::min(html.find(end, at), html.size());
  }
  return std::min(html.find('>', at), html.size() - 1) + 1;
}

}  // namespace

std::string with_years_whole(std::string_view html) {
  std::string whole;
  for (std::size_t at = 0; at < html.size();) {
    std::size_t end = at + 1;
    if (html[at] == '<') {
      end = end_of_tag(html, at);
      whole += html.substr(at, end - at);
    } else if (year_begins(html, at)) {
      end = at + year_length;
      whole.append("<span class=\"year\">").append(html.substr(at, year_length)).append("</span>");
    } else {
      whole += html[at];
    }
    at = end;
  }
  return whole;
}

}  // namespace commonweal::report
