// SPDX-License-Identifier: Apache-2.0
// A code that somebody pastes is read or refused; and what is written is read again as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "explore/scenario_code.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace commonweal;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view opened = input.substr(0, size / 2), text = input.substr(size / 2);
  base::Diagnostics refused, none;
  if (!explore::text_of_code(opened, text, refused) && !refused.has_errors()) std::abort();
  if (explore::text_of_code(opened, explore::scenario_code(opened, text), none) != text) std::abort();
  return 0;
}
