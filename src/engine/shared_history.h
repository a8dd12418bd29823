// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/lane_program.h"

/// What all lanes share, step by step: the same for all blocks of a run, so that it need not be made in each.
namespace commonweal::engine {

/// Some cells of what all lanes share, as they were at one point of every step.
class CellHistory {
 public:
  explicit CellHistory(std::vector<std::uint32_t> cells) : cells_(std::move(cells)) {}

  void record(const std::byte* registers);
  void restore(std::size_t step, std::byte* registers) const;
  std::size_t size() const { return values_.size(); }

 private:
  std::vector<std::uint32_t> cells_;  ///< offsets
  std::vector<double> values_;        ///< [step * cells + cell]
};

/// What lanes, the clock and who looks on read of what all lanes share, in every step of a run.
struct SharedHistory {
  explicit SharedHistory(const LaneProgram& program);  ///< nothing is known yet

  CellHistory begun;      ///< before anything is computed
  CellHistory advanced;   ///< once all is computed
  bool is_whole = false;  ///< else it is of no use: a value that all lanes share faulted, or there are too many steps
};

}  // namespace commonweal::engine
