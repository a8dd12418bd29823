// SPDX-License-Identifier: Apache-2.0
#include "engine/segment.h"

namespace commonweal::engine {

bool is_joinable(std::uint32_t number) {
  using enum program::Operation;
  if (number >= kernel::check_finite) return true;
  if (number >= kernel::pairs) return number < kernel::logarithm_head;
  const auto operation = static_cast<program::Operation>(number);
  switch (operation) {
    case sum:
    case product:
    case smallest:
    case largest: return true;
    case power: return false;
    default: return operation <= absolute;
  }
}

}  // namespace commonweal::engine
