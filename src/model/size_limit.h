// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostics.h"
#include "model/model.h"

/// How large a model may be, so that a slip (a range up to A999999999, a sum over six dimensions) is a fault with a
/// place rather than a machine out of memory.
namespace commonweal::model {

inline constexpr std::size_t most_elements = 10'000;   ///< of one dimension
inline constexpr std::size_t most_values = 4'000'000;  ///< elements of all variables and turns of all loops together

/// The product of the lengths of `axes`, or `most_values` + 1 if it is larger.
std::size_t bounded_size(const std::vector<Axis>& axes);

/// Counts `count` more values of the model. False, and 'model-too-large' the first time, once they are too many.
bool hold(Model& model, std::size_t count, base::Span span, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
