// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "model/model.h"

/// Flat positions: an array's elements in row-major order of its axes, the last axis moving fastest.
namespace commonweal::model {

/// How many times the left-side loops of an equation run: the product of their lengths.
std::size_t left_size(const Equation& equation);

/// The product of the lengths of `axes`.
std::size_t size_of(const std::vector<Axis>& axes);

/// The flat element of `variable` that `indices` mean for each combination of the loops `loops` (numbers of the
/// equation's axes), the last loop moving fastest.
std::vector<std::size_t> flat_elements(const Model& model, const Equation& equation, VariableId variable,
                                       const std::vector<Index>& indices, const std::vector<std::uint32_t>& loops);

/// The flat elements an equation gives a value, for each turn of its left-side loops.
std::vector<std::size_t> left_elements(const Model& model, const Equation& equation);

/// 0, 1, ... up to the equation's left-side loops.
std::vector<std::uint32_t> left_loops(const Equation& equation);

}  // namespace commonweal::model
