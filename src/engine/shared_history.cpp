// SPDX-License-Identifier: Apache-2.0
#include "engine/shared_history.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace commonweal::engine {

namespace {

std::vector<std::uint32_t> each_once(std::vector<std::uint32_t> cells) {
  std::ranges::sort(cells);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

/// What lanes read of homes: what was in them before the step.
std::vector<std::uint32_t> read_at_beginning(const LaneProgram& program) {
  std::vector<std::uint32_t> cells;
  for (const LaneProgram::Broadcast& each : program.broadcast_moving) cells.push_back(each.from);
  return each_once(std::move(cells));
}

/// What lanes, the clock and who looks on read of what a step makes.
std::vector<std::uint32_t> read_in_step(const LaneProgram& program) {
  std::vector<std::uint32_t> cells;
  const auto add = [&](const CellPlace& place) {
    if (!place.varies) cells.push_back(place.offset);
  };
  for (const LaneProgram::Broadcast& each : program.broadcasts[static_cast<std::size_t>(Part::advance)]) {
    cells.push_back(each.from);
  }
  for (const CellPlace& place : program.observed) add(place);
  for (const LaneProgram::Delay& delay : program.delays) add(delay.input);
  for (const std::uint32_t slot : {program.program.final_time, program.program.time_step, program.program.saveper}) {
    add(program.home(slot)->place);
  }
  return each_once(std::move(cells));
}

}  // namespace

void CellHistory::record(const std::byte* registers) {
  for (const std::uint32_t cell : cells_) {
    double value = 0;
    std::memcpy(&value, registers + cell, sizeof value);
    values_.push_back(value);
  }
}

void CellHistory::restore(std::size_t step, std::byte* registers) const {
  assert((step + 1) * cells_.size() <= values_.size());
  const double* value = values_.data() + step * cells_.size();
  for (const std::uint32_t cell : cells_) std::memcpy(registers + cell, value++, sizeof *value);
}

SharedHistory::SharedHistory(const LaneProgram& program)
    : begun(read_at_beginning(program)), advanced(read_in_step(program)) {}

}  // namespace commonweal::engine
