// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/engine.h"
#include "engine/kernel_sets.h"
#include "engine/lane_program.h"
#include "engine/shared_history.h"
#include "program/inputs.h"

/// Runs many futures of a program at once, a block of lanes at a time: each instruction is done for all lanes before
/// the next begins. Gives the same bits as the plain engine, and the same faults.
///
/// What is the same in all lanes is computed once for all of them, and what never moves in the first step only.
namespace commonweal::engine {

/// The registers of a block and what else changes while it runs; made once, used for block after block.
class Registers {
 public:
  explicit Registers(const LaneProgram& program);

  std::byte* shared() { return shared_.get(); }
  std::byte* lanes() { return lanes_.get(); }

  struct Free {
    void operator()(std::byte* memory) const;
  };
  using Memory = std::unique_ptr<std::byte, Free>;

  struct DelayLine {
    double steps = 1;                ///< how long an input waits
    double filled = 0;               ///< how many have come in, up to `steps`
    std::size_t room = 0, next = 0;  ///< moments that `waiting` holds; the oldest
    std::vector<double> waiting;     ///< [moment * lanes + lane]
  };

  std::vector<double> scratch;
  std::vector<DelayLine> delays;
  std::vector<bool> fails;                 ///< [lane]
  std::vector<std::uint64_t> read_before;  ///< [4 * instruction remembered + operand] bits of what all lanes share

 private:
  Memory shared_, lanes_;
};

/// One observed slot at one moment.
struct Column {
  const double* values = nullptr;
  std::size_t step = 0;  ///< from lane to lane: 0 where all have the same

  double operator[](std::size_t lane) const { return values[lane * step]; }
};

/// What is shown at every time step, first and last included.
struct Moment {
  double time = 0;
  std::span<const Column> columns;  ///< in the order of the observed slots
  std::size_t lanes = 1;            ///< that have values; those beyond the inputs mean nothing
  const std::vector<bool>& fails;   ///< [lane] it has faulted; its values mean nothing any more
};
using LaneObserver = std::function<void(const Moment&)>;

/// What all lanes share in a run of these inputs: for run().
SharedHistory shared_history(const LaneProgram& program, const program::Inputs& inputs);

/// Runs up to as many inputs as a block has lanes; they differ only in what the program was prepared for. The faults,
/// one or none for each, are what the plain engine says. `past`: of inputs that differ in nothing else either; with it
/// what all lanes share is not made again.
std::vector<std::optional<Fault>> run(const LaneProgram& program, std::span<const program::Inputs* const> inputs,
                                      Registers& registers, const LaneObserver& observe,
                                      const SharedHistory* past = nullptr);

}  // namespace commonweal::engine
