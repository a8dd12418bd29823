// SPDX-License-Identifier: Apache-2.0
#include "model/flat_elements.h"

#include <algorithm>
#include <numeric>

namespace commonweal::model {

namespace {

/// For each position of a loop (or the one position of a fixed index): what it adds to the flat element.
std::vector<std::size_t> contributions(const Index& index, const Axis& stored, std::size_t stride) {
  std::vector<std::size_t> all;
  for (const ElementId element : index.elements) {
    const auto found = std::find(stored.elements.begin(), stored.elements.end(), element);
    all.push_back(static_cast<std::size_t>(found - stored.elements.begin()) * stride);
  }
  return all;
}

}  // namespace

std::size_t size_of(const std::vector<Axis>& axes) {
  std::size_t size = 1;
  for (const Axis& axis : axes) size *= axis.elements.size();
  return size;
}

std::size_t left_size(const Equation& equation) {
  std::size_t size = 1;
  for (std::size_t i = 0; i < equation.left_axes; ++i) size *= equation.axes[i].elements.size();
  return size;
}

std::vector<std::size_t> flat_elements(const Model& model, const Equation& equation, VariableId variable,
                                       const std::vector<Index>& indices, const std::vector<std::uint32_t>& loops) {
  const std::vector<Axis>& stored = model.variables[variable].axes;
  std::vector<std::size_t> flat{0};
  std::vector<std::vector<std::size_t>> moving(loops.size());
  std::size_t stride = size_of(stored);
  std::size_t base = 0;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    stride /= stored[i].elements.size();
    const std::vector<std::size_t> added = contributions(indices[i], stored[i], stride);
    const auto loop = std::find(loops.begin(), loops.end(), indices[i].axis);
    if (loop == loops.end()) {
      base += added.front();
      continue;
    }
    auto& total = moving[static_cast<std::size_t>(loop - loops.begin())];
    total.resize(added.size(), 0);
    for (std::size_t k = 0; k < added.size(); ++k) total[k] += added[k];
  }
  flat.front() = base;
  for (std::size_t loop = 0; loop < loops.size(); ++loop) {
    const std::size_t length = equation.axes[loops[loop]].elements.size();
    std::vector<std::size_t> next;
    next.reserve(flat.size() * length);
    for (const std::size_t before : flat) {
      for (std::size_t k = 0; k < length; ++k) next.push_back(before + (moving[loop].empty() ? 0 : moving[loop][k]));
    }
    flat = std::move(next);
  }
  return flat;
}

std::vector<std::uint32_t> left_loops(const Equation& equation) {
  std::vector<std::uint32_t> loops(equation.left_axes);
  std::iota(loops.begin(), loops.end(), 0U);
  return loops;
}

std::vector<std::size_t> left_elements(const Model& model, const Equation& equation) {
  return flat_elements(model, equation, equation.variable, equation.left, left_loops(equation));
}

}  // namespace commonweal::model
