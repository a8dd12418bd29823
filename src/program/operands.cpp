// SPDX-License-Identifier: Apache-2.0
#include "program/operands.h"

namespace commonweal::program {

Operand operand_of(Program& program, const std::vector<std::uint32_t>& slots) {
  const std::uint32_t stride = slots.size() < 2 ? 0 : slots[1] - slots[0];  // wraps for a falling row: still right
  bool even = true;
  for (std::size_t k = 0; k < slots.size(); ++k) {
    even = even && slots[k] == slots.front() + stride * static_cast<std::uint32_t>(k);
  }
  if (even) return {slots.front(), stride, Operand::affine};
  program.addresses.push_back(slots);
  return {0, 0, static_cast<std::uint32_t>(program.addresses.size() - 1)};
}

}  // namespace commonweal::program
