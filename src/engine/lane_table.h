// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "engine/lane_instruction.h"
#include "program/program.h"

namespace commonweal::engine {

/// What a LaneTable points to: a lookup's points and segments, as kernels read them.
class TableData {
 public:
  explicit TableData(const program::Table& table);

  LaneTable view() const;

 private:
  std::vector<double> x_;
  std::vector<LaneTable::Row> rows_;
  alignas(64) std::array<double, 4 * std::size_t{LaneTable::shuffled}> columns_{};
  double first_ = 0, last_ = 0;
};

}  // namespace commonweal::engine
