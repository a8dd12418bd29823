// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

namespace commonweal::base {

std::string canonical(std::string_view name) {
  const auto is_blank = [](char letter) {
    return letter == ' ' || letter == '_' || letter == '\t' || letter == '\n' || letter == '\r';
  };
  std::string folded;
  for (const char letter : name) {
    if (is_blank(letter)) {
      if (!folded.empty() && folded.back() != '_') folded += '_';
    } else {
      folded += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
  }
  while (!folded.empty() && folded.back() == '_') folded.pop_back();
  return folded;
}

}  // namespace commonweal::base
