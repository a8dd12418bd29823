// SPDX-License-Identifier: Apache-2.0
#include "loops/causal_graph.h"

#include <algorithm>
#include <limits>
#include <set>

#include "model/graph.h"
#include "program/operands.h"

namespace commonweal::loops {

namespace {

using program::Program;

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// Goes through a step of the run as the engine does and remembers, for each value read, what wrote it.
class Tracer {
 public:
  explicit Tracer(const Program& program) : program_(program), is_state_(program.slots), is_shown_(program.slots) {
    for (const program::StockArray& stock : program.stocks) {
      for (std::uint32_t i = 0; i < stock.count; ++i) drive(stock.state + i, stock.rate + i);
    }
    for (const program::FixedDelay& delay : program.delays) drive(delay.output, delay.input);
    for (const program::Variable& variable : program.variables) {
      for (std::uint32_t i = 0; i < variable.elements.size(); ++i) is_shown_[variable.first_slot + i] = true;
    }
    writer_.assign(program.slots, nothing);
    for (const auto* phase : {&program.advance, &program.rates}) {
      for (const program::Block& block : *phase) follow(block);
    }
  }

  CausalGraph graph() {
    for (std::uint32_t write = 0; write < writes_.size(); ++write) {
      const std::uint32_t slot = writes_[write].result;
      if (is_shown_[slot] && writer_[slot] == write) add(slot, slot);
    }
    for (const auto& [state, rate] : drives_) add(state, rate);
    graph_.is_state = is_state_;
    return std::move(graph_);
  }

 private:
  struct Read {
    std::uint32_t slot = 0;
    std::uint32_t write = nothing;  ///< what wrote it in this step; nothing: it lasts from the step before
  };
  struct Write {
    Step step;
    std::uint32_t result = 0;
    std::vector<Read> reads;
  };

  void drive(std::uint32_t state, std::uint32_t rate) {
    is_state_[state] = true;
    drives_.emplace_back(state, rate);
  }

  bool is_value(std::uint32_t slot) const { return is_shown_[slot] || is_state_[slot]; }

  void follow(const program::Block& block) {
    for (std::uint32_t turn = 0; turn < block.turns; ++turn) {
      for (std::uint32_t i = 0; i < block.instruction_count; ++i) {
        const program::Instruction& instruction = program_.instructions[block.first_instruction + i];
        Write write{{block.first_instruction + i, turn}, program::slot_of(program_, instruction.result, turn), {}};
        program::for_each_read(program_, instruction, turn,
                               [&](std::uint32_t slot) { write.reads.push_back({slot, writer_[slot]}); });
        writer_[write.result] = static_cast<std::uint32_t>(writes_.size());
        writes_.push_back(std::move(write));
      }
    }
  }

  /// Adds the equation of `slot`, whose value stands in `result`.
  void add(std::uint32_t slot, std::uint32_t result) {
    std::set<std::uint32_t> needed, sources;
    std::vector<std::uint32_t> open;
    const auto read = [&](const Read& from) {
      if (is_value(from.slot)) {
        if (from.slot != slot || is_state_[slot]) sources.insert(from.slot);
      } else if (from.write != nothing && needed.insert(from.write).second) {
        open.push_back(from.write);
      }
    };
    if (slot == result) {
      needed.insert(writer_[slot]);
      open.push_back(writer_[slot]);
    } else {
      read({result, writer_[result]});
    }
    while (!open.empty()) {
      const std::uint32_t write = open.back();
      open.pop_back();
      for (const Read& from : writes_[write].reads) read(from);
    }
    Equation equation{slot, result, {}, {sources.begin(), sources.end()}};
    for (const std::uint32_t write : needed) equation.steps.push_back(writes_[write].step);
    graph_.equations.push_back(std::move(equation));
  }

  const Program& program_;
  CausalGraph graph_;
  std::vector<bool> is_state_, is_shown_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> drives_;  ///< state, and the slot of what changes it
  std::vector<std::uint32_t> writer_;                            ///< [slot] the last write so far
  std::vector<Write> writes_;
};

/// Every cycle goes through a stock, so the strongly connected groups of values are the cycle partitions.
void keep_circles(CausalGraph& graph, std::size_t slots) {
  model::Graph uses(slots);
  for (const Equation& equation : graph.equations)
    uses[equation.slot].assign(equation.sources.begin(), equation.sources.end());
  std::vector<std::uint32_t> partition_of(slots, nothing);
  for (const auto& group : model::connected_groups(uses)) {
    if (group.size() == 1 && !model::uses_itself(group.front(), uses)) continue;
    for (const std::size_t slot : group) partition_of[slot] = graph.partitions;
    ++graph.partitions;
  }
  for (std::uint32_t number = 0; number < graph.equations.size(); ++number) {
    const std::uint32_t to = graph.equations[number].slot, partition = partition_of[to];
    if (partition == nothing) continue;
    for (const std::uint32_t from : graph.equations[number].sources) {
      if (partition_of[from] == partition) graph.links.push_back({from, to, number, partition});
    }
  }
}

}  // namespace

CausalGraph causal_graph(const Program& program) {
  CausalGraph graph = Tracer(program).graph();
  keep_circles(graph, program.slots);
  return graph;
}

}  // namespace commonweal::loops
