// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace commonweal::ensemble {

/// A value that stands for `weight` values like it.
struct WeightedValue {
  double value = 0;
  double weight = 1;
};

/// What is kept of any number of values so that their quantiles can be told, in bounded room and without chance: the
/// same values in the same order always leave the same sketch. quantile_sketch.cpp says how, and how exactly.
class QuantileSketch {
 public:
  /// Up to so many values every one is kept.
  static constexpr std::size_t exact_count = 512;

  /// Which of each pair is kept first. Sketches of which half begin one way and half the other do not err to one side.
  explicit QuantileSketch(bool begins_with_second = false)
      : begins_with_second_(begins_with_second), newest_{{}, begins_with_second} {}

  /// Adds a finite value.
  void add(double value);

  std::uint64_t count() const { return count_; }
  double smallest() const { return smallest_; }
  double largest() const { return largest_; }

  /// Whether nothing has been forgotten yet, so that each value kept stands for itself.
  bool keeps_all() const { return above_.empty(); }

  /// The values that stand for themselves, in no order: all of them, if it keeps all.
  const std::vector<double>& single_values() const { return newest_.values; }

  /// Appends the values kept and how many each stands for, times `factor`, in no order.
  void append_values(double factor, std::vector<WeightedValue>& values) const;

  void save(base::ByteWriter& bytes) const;
  void load(base::ByteReader& bytes);

 private:
  struct Level {
    std::vector<double> values;      ///< each of level h stands for 2^h values
    bool keeps_second_next = false;  ///< which of each pair the next compaction keeps
  };

  std::size_t levels() const { return above_.size() + 1; }
  Level& level(std::size_t height) { return height == 0 ? newest_ : above_[height - 1]; }
  const Level& level(std::size_t height) const { return height == 0 ? newest_ : above_[height - 1]; }
  std::size_t share_of(std::size_t height) const;
  void compact();

  bool begins_with_second_;
  std::uint64_t count_ = 0;
  double smallest_ = std::numeric_limits<double>::infinity();
  double largest_ = -std::numeric_limits<double>::infinity();
  std::size_t kept_ = 0;  ///< values in all levels
  Level newest_;          ///< level 0, in which all begin; few values need no other, and no room for one
  std::vector<Level> above_;
};

/// The value at `p` (0 to 1) of values that have been sorted: type 7, each standing in the middle of those it stands
/// for, `smallest` and `largest` at the ends. NaN if there are none.
double quantile(const std::vector<WeightedValue>& sorted, double smallest, double largest, double p);

/// The same, to the last bit, of values that all stand for themselves; but the sign of a zero at the lower end is that
/// of whichever zero stands first.
double quantile(std::span<const double> sorted, double p);

}  // namespace commonweal::ensemble
