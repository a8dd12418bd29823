// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/model.h"
#include "syntax/document.h"

namespace commonweal::model {

/// What the subscripts of one equation's right side mean: which of its loops each of them moves with.
///
/// A subscript is, in this order: an element; a marked dimension ('!'), a loop of the reduction around it; a dimension
/// of the left side; one that a dimension of the left side maps to, or that maps to it; one that holds all elements of
/// a left-side subrange.
class SubscriptScope {
 public:
  SubscriptScope(const syntax::Document& document, const Model& model, base::Diagnostics& diagnostics,
                 std::vector<Axis> left_axes);

  /// The meaning of `subscript`, or nothing and a diagnostic.
  std::optional<Index> resolve(const syntax::Subscript& subscript);

  /// The loop that a dimension named without brackets counts: `Age` in IF THEN ELSE(Age = young, ...).
  std::optional<std::uint32_t> loop_of(DimensionId dimension) const;

  /// Begins the inside of a SUM or its kin; `end_reduction` gives the loops it runs over.
  void begin_reduction() { reductions_.emplace_back(); }
  std::vector<std::uint32_t> end_reduction();
  /// How often an expression is computed here: the product of the loops it is inside of, as bounded_size has it.
  std::size_t turns() const;
  bool inside_reduction() const { return !reductions_.empty(); }

  /// Left-side loops in order, then those of reductions.
  const std::vector<Axis>& axes() const { return axes_; }
  std::size_t left_axes() const { return left_axes_; }

 private:
  std::uint32_t reduced_axis(DimensionId dimension);
  std::optional<Index> moving_with_left(DimensionId dimension) const;
  std::optional<Index> moving_with(std::size_t axis, DimensionId dimension) const;
  std::optional<Index> mapped(std::size_t axis, DimensionId dimension) const;

  const syntax::Document& document_;
  const Model& model_;
  base::Diagnostics& diagnostics_;
  std::vector<Axis> axes_;
  std::size_t left_axes_;
  std::vector<std::vector<std::uint32_t>> reductions_;  ///< the loops of each reduction we are inside of
};

}  // namespace commonweal::model
