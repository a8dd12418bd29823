// SPDX-License-Identifier: Apache-2.0
#include "explore/toml_text.h"

#include <fmt/format.h>

namespace commonweal::explore {

std::string toml_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char each : text) {
    const auto code = static_cast<unsigned char>(each);
    if (each == '"' || each == '\\') {
      quoted += '\\';
      quoted += each;
    } else if (each == '\n') {
      quoted += "\\n";
    } else if (each == '\t') {
      quoted += "\\t";
    } else if (code < 0x20 || code == 0x7F) {
      quoted += fmt::format("\\u{:04X}", code);
    } else {
      quoted += each;
    }
  }
  return quoted + '"';
}

}  // namespace commonweal::explore
