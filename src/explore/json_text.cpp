// SPDX-License-Identifier: Apache-2.0
#include "explore/json_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace commonweal::explore {

namespace {

/// Whether a letter stands in JSON otherwise than as itself.
bool is_escaped(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

/// By the library, where it is worth no care.
std::string dumped(std::string_view plain) {
  return nlohmann::json(plain).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string json_text(std::string_view plain) {
  if (base::first_fault_of_utf8(plain)) return dumped(plain);
  std::string text = "\"";
  text.reserve(plain.size() + plain.size() / 8);
  while (!plain.empty()) {
    const auto as_it_is = static_cast<std::size_t>(std::ranges::find_if(plain, is_escaped) - plain.begin());
    text += plain.substr(0, as_it_is);
    plain.remove_prefix(as_it_is);
    if (plain.empty()) break;
    const char letter = plain.front();
    if (letter == '"' || letter == '\\') {
      text += '\\';
      text += letter;
    } else if (letter == '\n') {
      text += "\\n";
    } else {
      const std::string rare = dumped(plain.substr(0, 1));
      text += std::string_view(rare).substr(1, rare.size() - 2);
    }
    plain.remove_prefix(1);
  }
  return text + '"';
}

}  // namespace commonweal::explore
