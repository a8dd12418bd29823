// SPDX-License-Identifier: Apache-2.0
#include "program/prune.h"

#include <algorithm>
#include <vector>

#include "program/operands.h"

namespace commonweal::program {

namespace {

/// Finds what is needed, from the end to the beginning: a block if it fills a slot that is needed; then all it reads.
class Need {
 public:
  Need(const Program& program, std::span<const std::uint32_t> observed)
      : program_(program), slots_(program.slots, false) {
    for (const std::uint32_t slot : observed) slots_[slot] = true;
    for (const std::uint32_t slot :
         {program.time, program.initial_time, program.final_time, program.time_step, program.saveper}) {
      slots_[slot] = true;
    }
    do {  // a stock that turns out to be needed brings its rate, and that may need what stands before it
      grew_ = false;
      for (const auto* phase :
           {&program.stages, &program.rates, &program.advance, &program.initialise, &program.controls}) {
        for (std::size_t i = phase->size(); i-- > 0;) add_if_wanted((*phase)[i]);
      }
      add_states();
    } while (grew_);
  }

  bool has(std::uint32_t slot) const { return slots_[slot]; }

  bool has(const Block& block) const {
    for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
      for (const Instruction& instruction : instructions(program_, block)) {
        if (slots_[slot_of(program_, instruction.result, turn)]) return true;
      }
    }
    return false;
  }

 private:
  void add(std::uint32_t slot) {
    if (slots_[slot]) return;
    slots_[slot] = true;
    grew_ = true;
  }

  void add_if_wanted(const Block& block) {
    if (!has(block)) return;
    for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
      for (const Instruction& instruction : instructions(program_, block)) {
        for_each_read(program_, instruction, turn, [&](std::uint32_t slot) { add(slot); });
      }
    }
  }

  void add_states() {
    for (const StockArray& stock : program_.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) {
        if (slots_[stock.state + i]) add(stock.change + i);
      }
    }
    for (const FixedDelay& delay : program_.delays) {
      if (!slots_[delay.output]) continue;
      add(delay.input);
      add(delay.time);
    }
  }

  const Program& program_;
  std::vector<bool> slots_;
  bool grew_ = false;
};

}  // namespace

Program pruned(const Program& program, std::span<const std::uint32_t> observed) {
  const Need need(program, observed);
  Program result = program;
  for (auto* phase : {&result.controls, &result.initialise, &result.advance, &result.rates, &result.stages}) {
    std::erase_if(*phase, [&](const Block& block) { return !need.has(block); });
  }
  std::erase_if(result.delays, [&](const FixedDelay& delay) { return !need.has(delay.output); });
  result.stocks.clear();
  for (const StockArray& stock : program.stocks) {  // an array may be needed in part
    for (std::uint32_t i = 0; i < stock.count; ++i) {
      if (!need.has(stock.state + i)) continue;
      StockArray* last = result.stocks.empty() ? nullptr : &result.stocks.back();
      const bool continues = last != nullptr && i > 0 && last->state + last->count == stock.state + i &&
                             last->rate + last->count == stock.rate + i &&
                             last->change + last->count == stock.change + i;
      if (continues) {
        ++last->count;
      } else {
        result.stocks.push_back({stock.state + i, stock.rate + i, stock.change + i, 1});
      }
    }
  }
  return result;
}

}  // namespace commonweal::program
