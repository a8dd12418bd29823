// SPDX-License-Identifier: Apache-2.0
#include "program/runge_kutta.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "program/operands.h"

namespace commonweal::program {

namespace {

/// One equation: the blocks of its parts, and the block of its result.
using EquationBlocks = std::span<const Block>;

std::vector<EquationBlocks> equations(const std::vector<Block>& phase) {
  std::vector<EquationBlocks> all;
  std::size_t first = 0;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    if (phase[i].is_part) continue;
    all.push_back(std::span(phase).subspan(first, i + 1 - first));
    first = i + 1;
  }
  return all;
}

template <typename Visit>
void for_each_turn(const Program& program, EquationBlocks equation, const Visit& visit) {
  for (const Block& block : equation) {
    for (const Instruction& instruction : instructions(program, block)) {
      for (std::uint32_t turn = 0; turn < block.turns; ++turn) visit(instruction, turn);
    }
  }
}

/// Finds what moves within a step, and the equations to compute again for it.
class Movement {
 public:
  explicit Movement(const Program& program) : program_(program), moves_(program.slots, false) {
    moves_[program.time] = true;
    for (const Series& series : program.series) moves_[series.slot] = true;
    for (const StockArray& stock : program.stocks) std::fill_n(moves_.begin() + stock.state, stock.count, true);
    for (const EquationBlocks equation : equations(program.advance)) {
      if (!is_sample(equation)) follow(equation);
    }
    for (const EquationBlocks equation : equations(program.rates)) {
      if (is_of_stock(equation)) follow(equation);
    }
  }

  const std::vector<bool>& slots() const { return moves_; }
  const std::vector<Block>& blocks() const { return moving_; }

 private:
  /// A sample keeps what it was where it does not take a new value.
  bool is_sample(EquationBlocks equation) const {
    const Block& whole = equation.back();
    const Operand& result = instructions(program_, whole).back().result;
    bool reads_itself = false;
    for (const Instruction& instruction : instructions(program_, whole)) {
      for (std::uint32_t turn = 0; turn < whole.turns; ++turn) {
        for_each_read(program_, instruction, turn,
                      [&](std::uint32_t slot) { reads_itself |= slot == slot_of(program_, result, turn); });
      }
    }
    return reads_itself;
  }

  bool is_of_stock(EquationBlocks equation) const {
    const std::uint32_t slot = slot_of(program_, instructions(program_, equation.back()).back().result, 0);
    return std::ranges::any_of(program_.stocks, [&](const StockArray& stock) {
      return slot >= stock.rate && slot < stock.rate + stock.count;
    });
  }

  void follow(EquationBlocks equation) {
    bool moves = false;
    for_each_turn(program_, equation, [&](const Instruction& instruction, std::uint32_t turn) {
      for_each_read(program_, instruction, turn, [&](std::uint32_t slot) { moves |= moves_[slot]; });
    });
    if (!moves) return;
    for_each_turn(program_, equation, [&](const Instruction& instruction, std::uint32_t turn) {
      moves_[slot_of(program_, instruction.result, turn)] = true;
    });
    moving_.insert(moving_.end(), equation.begin(), equation.end());
  }

  const Program& program_;
  std::vector<bool> moves_;
  std::vector<Block> moving_;
};

/// Writes the stages. What moves has a slot of its own in them, its *shadow*; the stages share the shadows.
class StageWriter {
 public:
  explicit StageWriter(Program& program) : program_(program), movement_(program) {
    for (std::uint32_t slot = 0; slot < movement_.slots().size(); ++slot) {
      shadow_.push_back(movement_.slots()[slot] ? take_for(slot, 1) : slot);
    }
    two_ = literal(2);
    for (StockArray& stock : program_.stocks) stock.change = take_for(stock.state, stock.count);
  }

  void write() {
    const Operand half_step = one(take_for(program_.time_step, 1));
    block(1, {{Operation::multiply, half_step, {one(program_.time_step), one(literal(0.5))}}});
    const Fraction middle{0.5, half_step}, end{1, one(program_.time_step)};
    write_stage(middle, Rates::at_beginning);
    add_to_changes(Rates::at_beginning);
    write_stage(middle, Rates::of_stage);
    add_to_changes(Rates::of_stage);
    write_stage(end, Rates::of_stage);
    const std::uint32_t six = literal(6);
    for (const StockArray& stock : program_.stocks) {
      const Operand change = row(stock.change, stock.count), sum = one(take_for(stock.state, 1));
      block(stock.count, {{Operation::add, sum, {change, shadows(stock.rate, stock.count)}},
                          {Operation::divide, change, {sum, one(six)}}});
    }
  }

 private:
  /// A part of a step, and the operand of how long it is.
  struct Fraction {
    double of_step = 1;
    Operand length;
  };
  /// Which rates were known last.
  enum class Rates { at_beginning, of_stage };
  struct Step {
    Operation operation;
    Operand result;
    std::vector<Operand> operands;
  };

  static Operand one(std::uint32_t slot) { return {slot, 0, Operand::affine}; }
  static Operand row(std::uint32_t first, std::uint32_t count) { return {first, count > 1 ? 1U : 0U, Operand::affine}; }

  /// Neighbouring slots that are parts of the variable of `slot`: a fault in a stage is one of that variable.
  std::uint32_t take_for(std::uint32_t slot, std::uint32_t count) {
    const std::uint32_t first = program_.slots;
    const Variable* variable = program_.named_or_part_of(slot).variable;
    const auto index = static_cast<std::uint32_t>(variable - program_.variables.data());
    if (program_.parts.empty() || program_.parts.back().variable != index) program_.parts.push_back({first, index});
    program_.slots += count;
    program_.start.resize(program_.slots, 0.0);
    return first;
  }

  std::uint32_t literal(double value) {
    const std::uint32_t slot = take_for(program_.time, 1);
    program_.start[slot] = value;
    return slot;
  }

  void block(std::uint32_t turns, const std::vector<Step>& steps) {
    program_.stages.push_back({turns, static_cast<std::uint32_t>(program_.instructions.size()),
                               static_cast<std::uint32_t>(steps.size()), false});
    for (const Step& step : steps) {
      Instruction instruction;
      instruction.operation = step.operation;
      instruction.result = step.result;
      std::ranges::copy(step.operands, instruction.operands.begin());
      program_.instructions.push_back(instruction);
    }
  }

  Operand shadows(std::uint32_t first, std::uint32_t count) { return renamed(row(first, count), count); }

  /// What the program computes of the time, series and stocks, computed of where they are a fraction of a step on.
  void write_stage(const Fraction& fraction, Rates known) {
    block(1, {{Operation::add, one(shadow_[program_.time]), {one(program_.time), fraction.length}}});
    for (std::uint32_t i = 0; i < program_.series.size(); ++i) {
      block(1, {{Operation::copy, one(shadow_[program_.series[i].slot]), {one(series_ahead(i, fraction.of_step))}}});
    }
    for (const StockArray& stock : program_.stocks) {
      const Operand rates = known == Rates::of_stage ? shadows(stock.rate, stock.count) : row(stock.rate, stock.count);
      const Operand moved = one(take_for(stock.state, 1));
      block(stock.count, {{Operation::multiply, moved, {rates, fraction.length}},
                          {Operation::add, shadows(stock.state, stock.count), {row(stock.state, stock.count), moved}}});
    }
    for (const Block& moving : movement_.blocks()) repeat(moving);
  }

  /// The slot of a series as it is a fraction of a step on.
  std::uint32_t series_ahead(std::uint32_t series, double fraction) {
    const auto [known, is_new] = series_ahead_.try_emplace({series, fraction}, 0);
    if (is_new) {
      known->second = take_for(program_.series[series].slot, 1);
      program_.series_ahead.push_back({known->second, series, fraction});
    }
    return known->second;
  }

  void repeat(const Block& block) {
    Block repeated = block;
    repeated.first_instruction = static_cast<std::uint32_t>(program_.instructions.size());
    for (std::uint32_t i = 0; i < block.instruction_count; ++i) {
      Instruction instruction = program_.instructions[block.first_instruction + i];
      instruction.result = renamed(instruction.result, block.turns);
      for (std::size_t operand = 0; operand < operand_count(instruction.operation); ++operand) {
        instruction.operands[operand] = renamed(instruction.operands[operand], block.turns);
      }
      program_.instructions.push_back(instruction);
    }
    program_.stages.push_back(repeated);
  }

  /// The neighbours that a reduction runs over are the parts of one block: all of them move or none does, and shadows
  /// of neighbours are neighbours.
  Operand renamed(const Operand& operand, std::uint32_t turns) {
    std::vector<std::uint32_t> slots;
    for (std::uint32_t turn = 0; turn < turns; ++turn) slots.push_back(shadow_[slot_of(program_, operand, turn)]);
    return operand_of(program_, slots);
  }

  /// The rates of a stage in the middle count twice: to be added to those at the beginning, or to what is there.
  void add_to_changes(Rates there) {
    for (const StockArray& stock : program_.stocks) {
      const Operand twice = one(take_for(stock.state, 1)), change = row(stock.change, stock.count);
      block(stock.count,
            {{Operation::multiply, twice, {one(two_), shadows(stock.rate, stock.count)}},
             {Operation::add, change, {there == Rates::of_stage ? change : row(stock.rate, stock.count), twice}}});
    }
  }

  Program& program_;
  const Movement movement_;
  std::uint32_t two_ = 0;                                                   ///< the slot of that number
  std::map<std::pair<std::uint32_t, double>, std::uint32_t> series_ahead_;  ///< [series, fraction] its slot
  std::vector<std::uint32_t> shadow_;  ///< [slot] where it stands in stages; itself where it does not move
};

}  // namespace

std::vector<bool> moving_within_steps(const Program& program) {
  return Movement(program).slots();
}

void add_stages(Program& program) {
  StageWriter(program).write();
}

}  // namespace commonweal::program
