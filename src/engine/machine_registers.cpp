// SPDX-License-Identifier: Apache-2.0
#include "engine/machine_registers.h"

#include <cassert>

namespace commonweal::engine {

namespace x86 = asmjit::x86;

MachineRegisters::MachineRegisters(x86::Assembler& to, const Segment& segment)
    : to_(to), segment_(segment), states_(segment.values.size()), reads_(segment.values.size()) {
  holds_.fill(nowhere);
  for (std::uint32_t i = 0; i < segment.steps.size(); ++i) {
    for (const std::uint32_t value : segment.steps[i].operands) reads_[value].push_back(i);
  }
}

void MachineRegisters::begin(std::uint32_t step) {
  step_ = step;
  pinned_ = 0;
}

void MachineRegisters::end() {
  for (const std::uint32_t value : segment_.steps[step_].operands) leave(value);
}

void MachineRegisters::end(const x86::Ymm& made) {
  const std::uint32_t result = segment_.steps[step_].result;
  if (segment_.values[result].has_cell) to_.vmovupd(memory(result), made);
  end();
  if (reads_[result].empty()) return;
  states_[result].at = made.id();
  holds_[made.id()] = result;
}

x86::Ymm MachineRegisters::load(std::uint32_t value) {
  State& state = states_[value];
  if (state.at == nowhere) {
    const std::uint32_t at = take_number();
    to_.vmovupd(x86::ymm(at), memory(value));
    state.at = at;
    holds_[at] = value;
  }
  pinned_ |= 1U << state.at;
  return x86::ymm(state.at);
}

asmjit::Operand MachineRegisters::find(std::uint32_t value) {
  const bool is_last = reads_[value].back() == step_;
  if (!is_loaded(value) && is_last) return memory(value);
  return load(value);
}

asmjit::Operand MachineRegisters::look(std::uint32_t value) const {
  if (is_loaded(value)) return x86::ymm(states_[value].at);
  return memory(value);
}

x86::Ymm MachineRegisters::take() {
  return x86::ymm(take_number());
}

x86::Ymm MachineRegisters::take_or_reuse() {
  for (std::uint32_t at = 0; at < usable; ++at) {
    if (holds_[at] == nowhere && !is_pinned(at)) return take();
  }
  for (const std::uint32_t value : segment_.steps[step_].operands) {
    if (is_loaded(value) && reads_[value].back() == step_) return x86::ymm(states_[value].at);
  }
  return take();
}

std::uint32_t MachineRegisters::next_read(std::uint32_t value) const {
  const State& state = states_[value];
  return state.next < reads_[value].size() ? reads_[value][state.next] : nowhere;
}

x86::Mem MachineRegisters::memory(std::uint32_t value) const {
  const auto& [cell, has_cell] = segment_.values[value];
  if (!has_cell) return spill_slot(states_[value].spilled);
  return x86::ptr(cell.step == 0 ? shared : lanes, static_cast<std::int32_t>(cell.offset), vector_bytes);
}

x86::Mem MachineRegisters::spill_slot(std::uint32_t slot) const {
  return x86::ptr(x86::rsp, static_cast<std::int32_t>(slot * vector_bytes), vector_bytes);
}

std::uint32_t MachineRegisters::take_number() {
  std::uint32_t best = nowhere, farthest = 0;
  for (std::uint32_t at = 0; at < usable; ++at) {
    if (is_pinned(at)) continue;
    const std::uint32_t next = holds_[at] == nowhere ? nowhere : next_read(holds_[at]);
    if (best != nowhere && next <= farthest) continue;
    best = at;
    farthest = next;
    if (holds_[at] == nowhere) break;
  }
  assert(best != nowhere);  // a step pins six at most
  if (holds_[best] != nowhere) evict(best);
  pinned_ |= 1U << best;
  return best;
}

void MachineRegisters::evict(std::uint32_t at) {
  const std::uint32_t value = holds_[at];
  State& state = states_[value];
  const bool is_needed = next_read(value) != nowhere;
  if (is_needed && !segment_.values[value].has_cell && state.spilled == nowhere) {
    if (free_slots_.empty()) free_slots_.push_back(spill_slots_++);
    state.spilled = free_slots_.back();
    free_slots_.pop_back();
    to_.vmovapd(spill_slot(state.spilled), x86::ymm(at));
  }
  state.at = nowhere;
  holds_[at] = nowhere;
}

void MachineRegisters::leave(std::uint32_t value) {
  State& state = states_[value];
  while (next_read(value) <= step_) ++state.next;
  if (next_read(value) != nowhere) return;
  if (state.at != nowhere) holds_[state.at] = nowhere;
  if (state.spilled != nowhere) free_slots_.push_back(state.spilled);
  state.at = state.spilled = nowhere;
}

}  // namespace commonweal::engine
