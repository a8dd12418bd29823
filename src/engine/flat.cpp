// SPDX-License-Identifier: Apache-2.0
#include "engine/flat.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Block;
using program::Instruction;
using program::Operation;
using program::Program;

/// What makes two values the same: the operation and what it reads.
struct Recipe {
  Operation operation = Operation::copy;
  std::uint32_t table = 0, count = 0;
  std::array<ValueId, 3> inputs{};

  friend bool operator==(const Recipe&, const Recipe&) = default;
};

struct HashOfRecipe {
  std::size_t operator()(const Recipe& recipe) const {
    std::size_t hash = static_cast<std::size_t>(recipe.operation) * 131 + recipe.table;
    for (const ValueId input : recipe.inputs) hash = (hash ^ input) * 0x9e3779b97f4a7c15U;
    return hash;
  }
};

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
    flatten(program_.stages, Phase::rates);
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
      result = find_or_make(value);
    }
    current_[value.slot] = result;
    want(instruction, result, phase, is_whole);
  }

  /// What two equations of a step have in common is made once: elements of arrays often differ in little.
  ValueId find_or_make(FlatValue& value) {
    Recipe recipe{value.operation, value.table, static_cast<std::uint32_t>(read_.size()), {}};
    const bool is_in_step = value.phase == Phase::advance || value.phase == Phase::rates;
    const bool may_be_shared =
        is_in_step && read_.size() <= recipe.inputs.size() && flat_.home_of[value.slot] == no_value;
    if (may_be_shared) {
      std::ranges::copy(read_, recipe.inputs.begin());
      if (const auto known = made_.find(recipe); known != made_.end()) return known->second;
    }
    value.first_input = static_cast<std::uint32_t>(flat_.inputs.size());
    value.input_count = static_cast<std::uint32_t>(read_.size());
    flat_.inputs.insert(flat_.inputs.end(), read_.begin(), read_.end());
    const ValueId result = add(value);
    if (may_be_shared) made_.emplace(recipe, result);
    return result;
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
        flat_.stocks.push_back({home(stock.state + i), read(stock.change + i)});
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
  std::unordered_map<Recipe, ValueId, HashOfRecipe> made_;  ///< in a step
  std::vector<ValueId> read_;                               ///< by the instruction at hand
};

}  // namespace

Flat flatten(const Program& program, std::span<const std::uint32_t> observed) {
  return Flattener(program, observed).flatten();
}

}  // namespace commonweal::engine
