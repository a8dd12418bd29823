// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/model.h"
#include "program/program.h"

namespace commonweal::program {

/// Where everything lives: hands out slots and remembers the operands of arrays.
class Layout {
 public:
  /// Gives every variable of `model` but lookups its slots, and every lookup its tables.
  Layout(const model::Model& model, Program& program);

  /// The first slot of a variable; of a lookup, the number of its first table.
  std::uint32_t first(model::VariableId variable) const { return first_[variable.index]; }

  /// Slots taken from now on are parts of an equation of `variable`.
  void begin_equation(model::VariableId variable);

  /// `count` neighbouring slots that hold 0 at the start.
  std::uint32_t take(std::size_t count);

  /// A slot that always holds `value`; the same slot for the same bits.
  std::uint32_t literal(double value);

  /// The operand that means `base + offsets[k]` in turn k.
  Operand operand(std::uint32_t base, const std::vector<std::size_t>& offsets);

 private:
  Program& program_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> shown_;  ///< [variable] into Program::variables; of a hidden one, its owner's
  std::unordered_map<std::uint64_t, std::uint32_t> literals_;
};

}  // namespace commonweal::program
