// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/flat_traits.h"
#include "engine/lane_instruction.h"
#include "engine/lane_table.h"
#include "program/program.h"

/// A program made ready to run many lanes at once: instructions over cells of registers, constant from here on.
namespace commonweal::engine {

/// The parts of a run. What does not move is made in the first step only; what is remembered, in the steps in which it
/// changes.
enum class Part : std::uint8_t { controls, initialise, first_advance, remembered, advance, first_rates, rates, update };
inline constexpr std::size_t part_count = 8;

/// Where a value is: in the registers of what all lanes share, or in those of lanes.
struct CellPlace {
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  bool varies = false;
  std::uint32_t offset = nowhere;  ///< in bytes

  bool exists() const { return offset != nowhere; }
};

struct LaneProgram {
  program::Program program;
  KernelSet kernels;
  KernelSet shared_kernels;

  struct Code {
    std::array<std::vector<LaneInstruction>, part_count> parts;
    std::vector<LaneOperand> lists;
    std::uint32_t size = 0;    ///< of the registers, in bytes
    std::uint32_t faulty = 0;  ///< offset of the cell that tells which lanes went wrong
  };
  Code shared, lanes;  ///< what is the same in all lanes, and what is not

  /// A shared value that lanes read: copied to a vector of theirs.
  struct Broadcast {
    std::uint32_t from = 0, to = 0;
  };
  std::array<std::vector<Broadcast>, part_count> broadcasts;  ///< after each part
  std::vector<Broadcast> broadcast_homes;                     ///< once before initialising, once after
  std::vector<Broadcast> broadcast_moving;                    ///< at the beginning of each step

  struct Home {
    std::uint32_t slot = 0;
    CellPlace place;
  };
  std::vector<Home> homes;
  std::vector<std::uint32_t> home_of;  ///< [slot] into homes; no_value: nothing reads it

  struct Delay {
    CellPlace output, input;
    std::uint32_t steps_from = 0;  ///< offset, shared: how long it waits
  };
  std::vector<Delay> delays;
  std::vector<CellPlace> observed;
  std::uint32_t initial_time = 0;  ///< offset, shared

  std::shared_ptr<const void> machine_code;  ///< of kernels that were made for this program
  std::vector<std::unique_ptr<TableData>> table_data;
  std::vector<LaneTable> tables;
  std::size_t scratch = 0;  ///< doubles that an allocation needs

  /// Why lanes cannot run this; empty if they can. Then each lane is run by the plain engine.
  std::string_view not_on_lanes;

  const Home* home(std::uint32_t slot) const { return home_of[slot] == no_value ? nullptr : &homes[home_of[slot]]; }
};

/// Makes a program ready for lanes in which only `varying` differs and only the `observed` slots are looked at. What
/// the program computes beside them is computed still, for it can fault: program/prune.h leaves it out.
LaneProgram prepare(const program::Program& program, const std::vector<std::uint32_t>& observed, const Varying& varying,
                    const KernelSet& kernels);

}  // namespace commonweal::engine
