// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/lane_instruction.h"
#include "maths/vector.h"

/// The kernel of lookups: part of kernels.h.
namespace commonweal::engine {
namespace {

template <int width, int together>
class Lookups {
 public:
  using Real = typename maths::Vector<width>::Real;

  /// Reads a table at a few vectors. The segment is the number of points that are not above x: no number is above all
  /// of them, as in the plain engine.
  [[gnu::always_inline]] static void read(const LaneTable& table, const Real (&x)[together], Real* result) {
    Bits segments[together] = {};
    for (std::uint32_t point = 0; point < table.points; ++point) {
      const double known = table.x[point];
      for (int k = 0; k < together; ++k) {
        if constexpr (width == 1) {
          segments[k] += known > x[k] ? 0U : 1U;
        } else {
          segments[k] += (known > x[k]) ? Bits{} : Bits{} + 1U;
        }
      }
    }
    for (int k = 0; k < together; ++k) result[k] = in_segment(table, x[k], segments[k]);
  }

 private:
  using Bits = maths::BitsOf<Real>;

  [[gnu::always_inline]] static Real in_segment(const LaneTable& table, Real x, Bits segment) {
#if __has_builtin(__builtin_shuffle)  // g++; elsewhere each lane looks for itself
    if constexpr (width == 8) {
      if (table.points < LaneTable::shuffled) return by_columns(table, x, segment);
    }
#endif
    if constexpr (width == 4) return by_rows(table, x, segment);
    Real begin_x{}, begin_y{}, run{}, rise{};
    for (int lane = 0; lane < width; ++lane) {
      const LaneTable::Row& row = table.rows[maths::element(segment, lane)];
      maths::set_element(begin_x, lane, row.x);
      maths::set_element(begin_y, lane, row.y);
      maths::set_element(run, lane, row.run);
      maths::set_element(rise, lane, row.rise);
    }
    return interpolate(table, x, segment, begin_x, begin_y, run, rise);
  }

#if __has_builtin(__builtin_shuffle)
  /// A column lies in two registers, and each lane picks from them.
  [[gnu::always_inline]] static Real by_columns(const LaneTable& table, Real x, Bits segment) {
    const auto pick = [&](std::uint32_t column) {
      const auto* both = reinterpret_cast<const Real*>(table.columns + column * LaneTable::shuffled);
      return __builtin_shuffle(both[0], both[1], segment);
    };
    return interpolate(table, x, segment, pick(0), pick(1), pick(2), pick(3));
  }
#endif

  /// A row is one vector, and each lane wants one.
  [[gnu::always_inline]] static Real by_rows(const LaneTable& table, Real x, Bits segment) {
    const auto* rows = reinterpret_cast<const Real*>(table.rows);
    Real columns[] = {rows[segment[0]], rows[segment[1]], rows[segment[2]], rows[segment[3]]};
    maths::transpose(columns);
    return interpolate(table, x, segment, columns[0], columns[1], columns[2], columns[3]);
  }

  [[gnu::always_inline]] static Real interpolate(const LaneTable& table, Real x, Bits segment, Real begin_x,
                                                 Real begin_y, Real run, Real rise) {
    const Real inside = begin_y + rise * ((x - begin_x) / run);
    const Real not_above = maths::select(segment == table.points, maths::all<Real>(table.last), inside);
    return maths::select(segment == 0U, maths::all<Real>(table.first), not_above);
  }
};

}  // namespace
}  // namespace commonweal::engine
