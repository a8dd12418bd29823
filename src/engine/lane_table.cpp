// SPDX-License-Identifier: Apache-2.0
#include "engine/lane_table.h"

namespace commonweal::engine {

TableData::TableData(const program::Table& table)
    : x_(table.x),
      rows_(table.x.size() + 1),
      first_(table.y.empty() ? 0 : table.y.front()),
      last_(table.y.empty() ? 0 : table.y.back()) {
  for (std::size_t i = 1; i < table.x.size(); ++i) {
    rows_[i] = {table.x[i - 1], table.y[i - 1], table.x[i] - table.x[i - 1], table.y[i] - table.y[i - 1]};
  }
  if (rows_.size() > LaneTable::shuffled) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    columns_[i] = rows_[i].x;
    columns_[LaneTable::shuffled + i] = rows_[i].y;
    columns_[2 * std::size_t{LaneTable::shuffled} + i] = rows_[i].run;
    columns_[3 * std::size_t{LaneTable::shuffled} + i] = rows_[i].rise;
  }
}

LaneTable TableData::view() const {
  return {static_cast<std::uint32_t>(x_.size()), x_.data(), rows_.data(), columns_.data(), first_, last_};
}

}  // namespace commonweal::engine
