// SPDX-License-Identifier: Apache-2.0
#include "engine/flat.h"

#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Block;
using program::Instruction;
using program::Operation;
using program::Program;

class Flattener {
 public:
  Flattener(const Program& program, std::span<const std::uint32_t> observed)
      : program_(program),
        observed_(observed),
        current_(program.slots, no_value),
        is_written_in_steps_(program.slots, false) {
    flat_.home_of.assign(program.slots, no_value);
    for (const Block& block : program.advance) {
      for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
        for (const Instruction& instruction : instructions(program, block)) {
          is_written_in_steps_[slot_of(program, instruction.result, turn)] = true;
        }
      }
    }
  }

  Flat flatten() {
    flatten(program_.controls, Phase::controls);
    flat_.initial_time = read(program_.initial_time);
    flatten(program_.initialise, Phase::initialise);
    std::vector<ValueId> times;
    for (const program::FixedDelay& delay : program_.delays) times.push_back(read(delay.time));
    const std::vector<ValueId> initially = current_;

    current_.assign(program_.slots, no_value);
    for (const std::uint32_t slot : {program_.time, program_.final_time, program_.time_step, program_.saveper}) {
      home(slot);
    }
    flat_.time_step = home(program_.time_step);
    for (const program::StockArray& stock : program_.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) home(stock.state + i);
    }
    for (const program::FixedDelay& delay : program_.delays) home(delay.output);
    flatten(program_.advance, Phase::advance);
    for (const std::uint32_t slot : observed_) flat_.observed.push_back(read(slot));
    flatten(program_.rates, Phase::rates);
    move_states(times);
    for (Flat::Home& each : flat_.homes) {
      const std::uint32_t slot = flat_.values[each.value].slot;
      each.initially = initially[slot];
      each.stepwise = current_[slot];
    }
    return std::move(flat_);
  }

 private:
  std::uint32_t home(std::uint32_t slot) {
    std::uint32_t& found = flat_.home_of[slot];
    if (found == no_value) {
      found = static_cast<std::uint32_t>(flat_.homes.size());
      FlatValue value;
      value.is_home = true;
      value.slot = slot;
      flat_.homes.push_back({add(value), no_value, no_value});
    }
    return found;
  }

  ValueId add(const FlatValue& value) {
    flat_.values.push_back(value);
    return static_cast<ValueId>(flat_.values.size() - 1);
  }

  ValueId read(std::uint32_t slot) {
    return current_[slot] != no_value ? current_[slot] : flat_.homes[home(slot)].value;
  }

  void flatten(const std::vector<Block>& blocks, Phase phase) {
    for (const Block& block : blocks) {
      for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
        const auto all = instructions(program_, block);
        for (const Instruction& instruction : all) {
          const bool is_whole = &instruction == &all.back() && !block.is_part;
          flatten(instruction, turn, phase, is_whole);
        }
      }
    }
  }

  void flatten(const Instruction& instruction, std::uint32_t turn, Phase phase, bool is_whole) {
    FlatValue value;
    value.phase = phase;
    value.operation = instruction.operation;
    value.slot = slot_of(program_, instruction.result, turn);
    if (instruction.operation == Operation::lookup) value.table = slot_of(program_, instruction.operands[1], turn);
    if (instruction.operation == Operation::allocate) value.table = program_.addresses[instruction.place][turn];
    read_.clear();
    for_each_read(program_, instruction, turn, [&](std::uint32_t slot) { read_.push_back(read(slot)); });

    ValueId result = no_value;
    if (instruction.operation == Operation::copy && may_share(value, read_.front(), is_whole)) {
      result = read_.front();
    } else {
      value.first_input = static_cast<std::uint32_t>(flat_.inputs.size());
      value.input_count = static_cast<std::uint32_t>(read_.size());
      flat_.inputs.insert(flat_.inputs.end(), read_.begin(), read_.end());
      result = add(value);
    }
    current_[value.slot] = result;
    want(instruction, result, phase, is_whole);
  }

  /// Whether a copy can be the value that it copies: not if it is for a home, or of a home that changes before the copy
  /// is last read.
  bool may_share(const FlatValue& copy, ValueId source, bool is_whole) const {
    const bool is_initial = copy.phase == Phase::controls || copy.phase == Phase::initialise;
    if (flat_.home_of[copy.slot] != no_value || (is_initial && is_whole)) return false;
    const FlatValue& from = flat_.values[source];
    return !from.is_home || (copy.phase != Phase::rates && !is_written_in_steps_[from.slot]);
  }

  void want(const Instruction& instruction, ValueId value, Phase phase, bool is_whole) {
    if (is_whole) {
      flat_.wanted.push_back({phase, value, Wanted::Kind::finite, no_value});
    } else if (!instruction.may_fail && !flat_.values[value].is_home) {
      flat_.wanted.push_back({phase, value, Wanted::Kind::a_number, no_value});
      if (instruction.operation == Operation::divide) {
        flat_.wanted.push_back({phase, read_[1], Wanted::Kind::no_divisor, value});
      }
    }
  }

  void move_states(const std::vector<ValueId>& times) {
    for (const program::StockArray& stock : program_.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) {
        flat_.stocks.push_back({home(stock.state + i), read(stock.rate + i)});
      }
    }
    for (std::size_t i = 0; i < program_.delays.size(); ++i) {
      flat_.delays.push_back({home(program_.delays[i].output), read(program_.delays[i].input), times[i]});
    }
  }

  const Program& program_;
  std::span<const std::uint32_t> observed_;
  Flat flat_;
  std::vector<ValueId> current_;  ///< [slot] what was last written there; nothing: it still holds what lasts
  std::vector<bool> is_written_in_steps_;
  std::vector<ValueId> read_;  ///< by the instruction at hand
};

}  // namespace

Flat flatten(const Program& program, std::span<const std::uint32_t> observed) {
  return Flattener(program, observed).flatten();
}

}  // namespace commonweal::engine
