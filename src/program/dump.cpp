// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "program/operands.h"
#include "program/program.h"

namespace commonweal::program {

namespace {

/// "required spend[adult ...]" for a slot with a name, "#17" for one without; "+1" after it where it moves by turns.
std::string operand_text(const Program& program, const Operand& operand) {
  if (operand.table != Operand::affine) {
    const std::uint32_t first = program.addresses[operand.table].front();
    const std::string name = program.named(first).text;
    return fmt::format("{} by table {}", name.empty() ? fmt::format("#{}", first) : name, operand.table);
  }
  std::string name = program.named(operand.first).text;
  if (name.empty()) name = fmt::format("#{}", operand.first);
  if (operand.stride != 0) name += fmt::format(" +{}", static_cast<std::int32_t>(operand.stride));
  return name;
}

void dump_instruction(const Program& program, const Instruction& instruction, std::string& out) {
  std::vector<std::string> operands;
  for (std::size_t i = 0; i < operand_count(instruction.operation); ++i) {
    operands.push_back(operand_text(program, instruction.operands[i]));
  }
  if (instruction.operation == Operation::lookup)
    operands.push_back(fmt::format("table {}", instruction.operands[1].first));
  if (instruction.extent > 0) operands.push_back(fmt::format("{} neighbours", instruction.extent));
  fmt::format_to(std::back_inserter(out), "    {} = {}({})\n", operand_text(program, instruction.result),
                 text(instruction.operation), base::joined(operands, "; "));
}

void dump_phase(const Program& program, std::string_view name, const std::vector<Block>& blocks, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}\n", name);
  for (const Block& block : blocks) {
    fmt::format_to(std::back_inserter(out), "  {} turn{}\n", block.turns, block.turns == 1 ? "" : "s");
    for (std::uint32_t i = 0; i < block.instruction_count; ++i) {
      dump_instruction(program, program.instructions[block.first_instruction + i], out);
    }
  }
}

}  // namespace

std::string dump(const Program& program) {
  std::string out = fmt::format("{} slots, {} instructions, {} tables, {} series\n", program.slots,
                                program.instructions.size(), program.tables.size(), program.series.size());
  for (std::uint32_t slot = 0; slot < program.slots; ++slot) {
    if (program.start[slot] == 0) continue;
    const std::string name = program.named(slot).text;
    fmt::format_to(std::back_inserter(out), "  #{}{} starts at {}\n", slot, name.empty() ? "" : " " + name,
                   base::shortest(program.start[slot]));
  }
  dump_phase(program, "controls", program.controls, out);
  dump_phase(program, "initialise", program.initialise, out);
  dump_phase(program, "advance", program.advance, out);
  dump_phase(program, "rates", program.rates, out);
  if (!program.stages.empty()) dump_phase(program, "stages", program.stages, out);
  for (const StockArray& stock : program.stocks) {
    fmt::format_to(std::back_inserter(out), "stock {} changes by #{}, {} slots\n", program.named(stock.state).text,
                   stock.change, stock.count);
  }
  for (const FixedDelay& delay : program.delays) {
    fmt::format_to(std::back_inserter(out), "delay #{} repeats #{} after #{}\n", delay.output, delay.input, delay.time);
  }
  return out;
}

}  // namespace commonweal::program
