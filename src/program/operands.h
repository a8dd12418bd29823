// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "program/program.h"

/// Which slots an instruction means.
namespace commonweal::program {

inline std::uint32_t slot_of(const Program& program, const Operand& operand, std::uint32_t turn) {
  return operand.table == Operand::affine ? operand.first + operand.stride * turn
                                          : program.addresses[operand.table][turn];
}

inline std::span<const Instruction> instructions(const Program& program, const Block& block) {
  return std::span(program.instructions).subspan(block.first_instruction, block.instruction_count);
}

/// The operand that means `slots[k]` in turn k; a table of addresses is added where they are not evenly spaced.
Operand operand_of(Program& program, const std::vector<std::uint32_t>& slots);

/// How many operands an operation has; of a lookup and a reduction, how many that are slots.
std::size_t operand_count(Operation operation);

inline bool is_reduction(Operation operation) {
  return operation == Operation::sum || operation == Operation::product || operation == Operation::smallest ||
         operation == Operation::largest;
}

/// Calls `visit` with each slot that an instruction reads in a turn, in the order of its operands.
template <typename Visit>
void for_each_read(const Program& program, const Instruction& instruction, std::uint32_t turn, const Visit& visit) {
  const auto neighbours = [&](const Operand& operand) {
    for (std::uint32_t i = 0; i < instruction.extent; ++i) visit(slot_of(program, operand, turn) + i);
  };
  const bool allocates = instruction.operation == Operation::allocate;
  for (std::size_t i = 0; i < operand_count(instruction.operation); ++i) {
    if (is_reduction(instruction.operation) || (allocates && i < 2)) {
      neighbours(instruction.operands[i]);
    } else {
      visit(slot_of(program, instruction.operands[i], turn));
    }
  }
}

}  // namespace commonweal::program
