// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/execute.h"
#include "engine/series.h"
#include "program/operands.h"

namespace commonweal::engine {

namespace {

using program::Block;
using program::Inputs;
using program::Instruction;
using program::Operand;
using program::Operation;
using program::Program;

/// One future while it is computed.
struct Lane {
  std::vector<double> values;  ///< [slot]
  struct DelayLine {
    double steps = 1;             ///< how long an input waits
    std::vector<double> waiting;  ///< a ring of inputs not yet let out; grows to `steps`, however far off that is
    std::size_t next = 0;         ///< once it has grown: the oldest
  };
  std::vector<DelayLine> delays;  ///< one for each of Program::delays
};

/// One run: the program, its inputs, and the one thing that changes.
class Run {
 public:
  Run(const Program& program, const Inputs& inputs, Lane& lane) : program_(program), inputs_(inputs), lane_(lane) {}

  std::optional<Fault> go(const Observer& observe) {
    start();
    initialise();
    // Each time is computed from the last change of TIME STEP, so that no rounding gathers.
    double since = initial_time_, steps_since = 0;
    for (double steps = 0; !fault_; ++steps, ++steps_since) {
      time_ = since + steps_since * time_step_;
      if (time_ > value(program_.final_time) + time_step_ / 2) break;
      if (steps > most_steps) fault_ = Fault{Fault::Kind::too_many_steps, program_.final_time, time_, steps};
      lane_.values[program_.time] = time_;
      read_series();
      compute(program_.advance);
      if (fault_) break;
      observe(time_, lane_.values);
      compute(program_.rates);
      if (!fault_) compute(program_.stages);
      if (fault_) break;
      if (value(program_.time_step) != time_step_) {
        time_step_ = value(program_.time_step);
        check_time_controls();
        since = time_;
        steps_since = 0;
      }
      advance_states();
    }
    return fault_;
  }

 private:
  double value(std::uint32_t slot) const { return lane_.values[slot]; }

  void start() {
    lane_.values = program_.start;
    for (const Inputs::Setting& setting : inputs_.settings) lane_.values[setting.slot] = setting.value;
  }

  void initialise() {
    compute(program_.controls);
    if (fault_) return;
    initial_time_ = value(program_.initial_time);
    lane_.values[program_.time] = initial_time_;
    time_ = initial_time_;
    read_series();
    time_ = std::numeric_limits<double>::quiet_NaN();
    compute(program_.initialise);
    if (fault_) return;
    time_step_ = value(program_.time_step);
    check_time_controls();
    lane_.delays.clear();
    for (const program::FixedDelay& delay : program_.delays) {
      lane_.delays.push_back({std::max(1.0, std::round(value(delay.time) / time_step_)), {}, 0});
    }
  }

  void check_time_controls() {
    for (const std::uint32_t slot : {program_.time_step, program_.saveper}) {
      if (!(value(slot) > 0 && std::isfinite(value(slot))) && !fault_)
        fault_ = Fault{Fault::Kind::time_step, slot, time_, 0};
    }
    const double steps = steps_between(initial_time_, value(program_.final_time), time_step_);
    if (!fault_ && !(steps <= most_steps))
      fault_ = Fault{Fault::Kind::too_many_steps, program_.final_time, time_, steps};
  }

  void read_series() {
    for (std::size_t i = 0; i < program_.series.size(); ++i) {
      lane_.values[program_.series[i].slot] = read_points(inputs_.series[i], program_.series[i].between, time_);
    }
    for (const program::SeriesAhead& ahead : program_.series_ahead) {
      const program::Between between = program_.series[ahead.series].between;
      lane_.values[ahead.slot] =
          read_points(inputs_.series[ahead.series], between, time_ + ahead.fraction * time_step_);
    }
  }

  std::uint32_t slot(const Operand& operand, std::uint32_t turn) const {
    return program::slot_of(program_, operand, turn);
  }

  void compute(const std::vector<Block>& phase) {
    for (std::size_t block = 0; block < phase.size(); ++block) {
      for (std::uint32_t turn = 0; turn < phase[block].turns; ++turn) {
        if (!compute(phase[block], turn)) return explain(phase, block, turn);
      }
    }
  }

  /// One turn of a block; false if it gave something that is no number.
  bool compute(const Block& block, std::uint32_t turn) {
    const std::span<const Instruction> all = instructions(block);
    for (const Instruction& instruction : all) {
      const double result = execute(program_, instruction, turn, lane_.values);
      lane_.values[slot(instruction.result, turn)] = result;
      if (std::isfinite(result)) continue;
      const bool is_whole = &instruction == &all.back() && !block.is_part;
      if (is_whole || (!instruction.may_fail && cause(instruction, turn, result) != Fault::Kind::overflow))
        return false;
    }
    return true;
  }

  /// Why an instruction gave no number. A part of an equation may overflow, as in 1 / (1 + EXP(x)); nothing else may.
  Fault::Kind cause(const Instruction& instruction, std::uint32_t turn, double result) const {
    const bool divides = instruction.operation == Operation::divide;
    if (divides && value(slot(instruction.operands[1], turn)) == 0) return Fault::Kind::division_by_zero;
    return std::isnan(result) ? Fault::Kind::outside_domain : Fault::Kind::overflow;
  }

  std::span<const Instruction> instructions(const Block& block) const { return program::instructions(program_, block); }

  /// Says why turn `failed` of a block gave no number: computes it again, the blocks of its terms first, up to the
  /// first instruction that makes something that is no number.
  void explain(const std::vector<Block>& phase, std::size_t block, std::uint32_t failed) {
    fault_ = Fault{Fault::Kind::overflow, slot(instructions(phase[block]).back().result, failed), time_, 0};
    std::size_t first = block;
    while (first > 0 && phase[first - 1].is_part) --first;
    for (; first < block; ++first) {
      for (std::uint32_t turn = 0; turn < phase[first].turns; ++turn) {
        compute(phase[first], turn);
        if (find_cause(phase[first], turn)) return;
      }
    }
    compute(phase[block], failed);
    find_cause(phase[block], failed);
  }

  /// Looks for the first instruction of a turn just computed whose result is no number.
  bool find_cause(const Block& block, std::uint32_t turn) {
    for (const Instruction& instruction : instructions(block)) {
      const double result = value(slot(instruction.result, turn));
      if (std::isfinite(result)) continue;
      fault_->kind = cause(instruction, turn, result);
      return true;
    }
    return false;
  }

  void advance_states() {
    for (const program::StockArray& stock : program_.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) {
        lane_.values[stock.state + i] += lane_.values[stock.change + i] * time_step_;
      }
    }
    for (std::size_t i = 0; i < program_.delays.size(); ++i) {
      Lane::DelayLine& line = lane_.delays[i];
      const double input = value(program_.delays[i].input);
      if (static_cast<double>(line.waiting.size()) < line.steps) {
        line.waiting.push_back(input);
        if (static_cast<double>(line.waiting.size()) < line.steps) continue;  // still what it was initially
      } else {
        line.waiting[line.next] = input;
        line.next = (line.next + 1) % line.waiting.size();
      }
      lane_.values[program_.delays[i].output] = line.waiting[line.next];
    }
  }

  const Program& program_;
  const Inputs& inputs_;
  Lane& lane_;
  double time_ = std::numeric_limits<double>::quiet_NaN();
  double initial_time_ = 0, time_step_ = 0;
  std::optional<Fault> fault_;
};

}  // namespace

std::optional<Fault> run(const Program& program, const Inputs& inputs, const Observer& observe) {
  Lane lane;
  return Run(program, inputs, lane).go(observe);
}

double steps_between(double first, double last, double step) {
  return std::round((last - first) / step);
}

}  // namespace commonweal::engine
