// SPDX-License-Identifier: Apache-2.0
#include "model/subscript_scope.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/dimensions.h"
#include "model/size_limit.h"

namespace commonweal::model {

SubscriptScope::SubscriptScope(const syntax::Document& document, const Model& model, base::Diagnostics& diagnostics,
                               std::vector<Axis> left_axes)
    : document_(document),
      model_(model),
      diagnostics_(diagnostics),
      axes_(std::move(left_axes)),
      left_axes_(axes_.size()) {}

std::optional<Index> SubscriptScope::resolve(const syntax::Subscript& subscript) {
  const std::string name = syntax::canonical(subscript.name);
  const auto dimension = model_.dimension_by_name.find(name);
  if (dimension == model_.dimension_by_name.end()) {
    const auto element = model_.element_by_name.find(name);
    if (element != model_.element_by_name.end()) return Index{Index::fixed, {element->second}};
    report_unknown_subscript(subscript, document_, model_, diagnostics_);
    return std::nullopt;
  }
  if (subscript.reduced) {
    if (reductions_.empty()) {
      diagnostics_.error("mark-outside-reduction", document_.at(subscript.span),
                         fmt::format("'{}!' stands outside SUM, PROD, VMIN and VMAX", subscript.name));
      return std::nullopt;
    }
    const std::uint32_t axis = reduced_axis(dimension->second);
    return Index{axis, axes_[axis].elements};
  }
  if (const auto found = moving_with_left(dimension->second)) return found;
  if (const auto loop = loop_of(dimension->second)) return Index{*loop, axes_[*loop].elements};
  diagnostics_.error("unbound-subscript", document_.at(subscript.span),
                     fmt::format("'{}' is not a subscript of the left side, nor mapped from one", subscript.name),
                     "name one element, or sum over it with SUM(...[" + subscript.name + "!])");
  return std::nullopt;
}

std::optional<std::uint32_t> SubscriptScope::loop_of(DimensionId dimension) const {
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    const bool in_scope = axis < left_axes_ || std::any_of(
                                                   reductions_.begin(), reductions_.end(),
                                                   [&](const auto& loops) {
                                                     return std::find(loops.begin(), loops.end(), axis) != loops.end();
                                                   });
    if (in_scope && axes_[axis].dimension == dimension) return static_cast<std::uint32_t>(axis);
  }
  return std::nullopt;
}

std::vector<std::uint32_t> SubscriptScope::end_reduction() {
  std::vector<std::uint32_t> loops = std::move(reductions_.back());
  reductions_.pop_back();
  return loops;
}

std::size_t SubscriptScope::turns() const {
  std::vector<Axis> loops(axes_.begin(), axes_.begin() + static_cast<std::ptrdiff_t>(left_axes_));
  for (const auto& reduction : reductions_) {
    for (const std::uint32_t axis : reduction) loops.push_back(axes_[axis]);
  }
  return bounded_size(loops);
}

std::uint32_t SubscriptScope::reduced_axis(DimensionId dimension) {
  for (const std::uint32_t axis : reductions_.back()) {
    if (axes_[axis].dimension == dimension) return axis;
  }
  axes_.push_back({dimension, model_.dimensions[dimension].elements, true});
  reductions_.back().push_back(static_cast<std::uint32_t>(axes_.size() - 1));
  return reductions_.back().back();
}

std::optional<Index> SubscriptScope::moving_with_left(DimensionId dimension) const {
  for (std::size_t axis = 0; axis < left_axes_; ++axis) {
    if (axes_[axis].dimension == dimension) return Index{static_cast<std::uint32_t>(axis), axes_[axis].elements};
  }
  for (std::size_t axis = 0; axis < left_axes_; ++axis) {
    if (auto index = moving_with(axis, dimension)) return index;
  }
  return std::nullopt;
}

std::optional<Index> SubscriptScope::moving_with(std::size_t axis, DimensionId dimension) const {
  if (!axes_[axis].dimension.exists()) return std::nullopt;
  if (auto index = mapped(axis, dimension)) return index;
  const Dimension& wanted = model_.dimensions[dimension];
  const auto& elements = axes_[axis].elements;
  const bool holds_all = std::all_of(elements.begin(), elements.end(), [&](ElementId element) {
    return position_in(wanted, element) < wanted.elements.size();
  });
  if (!holds_all) return std::nullopt;
  return Index{static_cast<std::uint32_t>(axis), elements};
}

/// The elements of `dimension` that those of the left-side axis map to, by either side's mapping, if each has one.
std::optional<Index> SubscriptScope::mapped(std::size_t axis, DimensionId dimension) const {
  const Dimension& from = model_.dimensions[axes_[axis].dimension];
  const Dimension& wanted = model_.dimensions[dimension];
  Index index{static_cast<std::uint32_t>(axis), {}};
  for (const ElementId element : axes_[axis].elements) {
    std::optional<ElementId> found;
    for (const Mapping& mapping : from.mappings) {
      if (mapping.target != dimension) continue;
      const auto& targets = mapping.targets[position_in(from, element)];
      if (targets.size() == 1) found = targets.front();
    }
    for (const Mapping& mapping : wanted.mappings) {
      if (found || mapping.target != axes_[axis].dimension) continue;
      for (std::size_t i = 0; i < mapping.targets.size() && !found; ++i) {
        const auto& targets = mapping.targets[i];
        if (std::find(targets.begin(), targets.end(), element) != targets.end()) found = wanted.elements[i];
      }
    }
    if (!found) return std::nullopt;
    index.elements.push_back(*found);
  }
  return index;
}

}  // namespace commonweal::model
