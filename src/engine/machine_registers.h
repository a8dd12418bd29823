// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include <asmjit/x86.h>

#include "engine/segment.h"

/// Where the values of a segment are while its code is written: in a register, in a cell of lanes or of what they
/// share, or in a spill slot on the stack.
namespace commonweal::engine {

/// Gives registers to values step by step. Who needs one when all are taken gets that of the value which is read again
/// last (Belady's rule); a value made here that has no cell is then put into a spill slot.
class MachineRegisters {
 public:
  static constexpr std::uint32_t vector_bytes = 32;
  static constexpr std::uint32_t usable = 15;                 ///< the sixteenth gathers what went wrong
  static constexpr asmjit::x86::Gp shared{asmjit::x86::rax};  ///< the registers of a block
  static constexpr asmjit::x86::Gp lanes{asmjit::x86::rdx};   ///< the same, at the vector at hand

  MachineRegisters(asmjit::x86::Assembler& to, const Segment& segment);

  /// Begins a step: what it takes and reads stays in its register until it ends.
  void begin(std::uint32_t step);
  /// Ends it: what nobody reads any more makes room, and the result, if the step has one, is in `made`.
  void end();
  void end(const asmjit::x86::Ymm& made);

  /// A value in a register.
  asmjit::x86::Ymm load(std::uint32_t value);
  /// A value in a register, or in memory if this step is the last that reads it.
  asmjit::Operand find(std::uint32_t value);
  /// A value where it is, for a step that reads too many to hold them all.
  asmjit::Operand look(std::uint32_t value) const;
  bool is_loaded(std::uint32_t value) const { return states_[value].at != nowhere; }

  asmjit::x86::Ymm take();
  /// For a step of one instruction, which has read its operands before it writes: the register of one that nobody reads
  /// after it will do.
  asmjit::x86::Ymm take_or_reuse();
  void give_back(const asmjit::x86::Ymm& taken) { pinned_ &= ~(1U << taken.id()); }

  std::uint32_t spill_slots() const { return spill_slots_; }

 private:
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  struct State {
    std::uint32_t at = nowhere;       ///< register
    std::uint32_t spilled = nowhere;  ///< spill slot
    std::uint32_t next = 0;           ///< into reads_: the first that is to come
  };

  std::uint32_t next_read(std::uint32_t value) const;
  asmjit::x86::Mem memory(std::uint32_t value) const;
  asmjit::x86::Mem spill_slot(std::uint32_t slot) const;
  bool is_pinned(std::uint32_t at) const { return ((pinned_ >> at) & 1U) != 0; }
  std::uint32_t take_number();
  void evict(std::uint32_t at);
  void leave(std::uint32_t value);

  asmjit::x86::Assembler& to_;
  const Segment& segment_;
  std::vector<State> states_;                      ///< [value]
  std::vector<std::vector<std::uint32_t>> reads_;  ///< [value] the steps that read it
  std::array<std::uint32_t, usable> holds_{};      ///< [register] a value, or nowhere
  std::uint32_t pinned_ = 0;                       ///< a bit for each register
  std::uint32_t step_ = 0, spill_slots_ = 0;
  std::vector<std::uint32_t> free_slots_;
};

}  // namespace commonweal::engine
