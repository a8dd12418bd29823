// SPDX-License-Identifier: Apache-2.0
#include "engine/execute.h"

#include <algorithm>

#include "engine/arithmetic.h"
#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Operand;
using program::Operation;

double reduce(Operation operation, std::span<const double> neighbours) {
  double result = neighbours.front();
  for (const double next : neighbours.subspan(1)) {
    switch (operation) {
      case Operation::sum: result += next; break;
      case Operation::product: result *= next; break;
      case Operation::smallest: result = std::min(result, next); break;
      default: result = std::max(result, next);
    }
  }
  return result;
}

}  // namespace

double execute(const program::Program& program, const program::Instruction& instruction, std::uint32_t turn,
               std::span<const double> values) {
  const auto& operands = instruction.operands;
  const auto slot = [&](const Operand& operand) { return program::slot_of(program, operand, turn); };
  const auto value = [&](const Operand& operand) { return values[slot(operand)]; };
  const auto neighbours = [&](const Operand& operand) { return values.subspan(slot(operand), instruction.extent); };
  if (program::is_reduction(instruction.operation)) return reduce(instruction.operation, neighbours(operands[0]));
  switch (instruction.operation) {
    case Operation::lookup: return read_table(program.tables[slot(operands[1])], value(operands[0]));
    case Operation::allocate:
      return allocate(neighbours(operands[0]), neighbours(operands[1]), value(operands[2]), value(operands[3]),
                      program.addresses[instruction.place][turn]);
    default: return apply(instruction.operation, value(operands[0]), value(operands[1]), value(operands[2]));
  }
}

}  // namespace commonweal::engine
