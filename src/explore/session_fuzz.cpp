// SPDX-License-Identifier: Apache-2.0
// Whatever is asked of a conversation is answered, with JSON that says what is wrong; and it goes on. The first line of
// the input is asked of a new conversation; each further one, likewise, of the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

#include "explore/session.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  commonweal::explore::Session session;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto answer = nlohmann::json::parse(session.answer(rest.substr(0, end)), nullptr, false);
    if (!answer.is_object() || !answer.contains("faults")) std::abort();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
