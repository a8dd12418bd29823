// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/model.h"

namespace commonweal::model {

/// One thing to compute: an equation, whole or for one turn of its left-side loops.
struct OrderedEquation {
  EquationId equation;
  std::optional<std::size_t> turn;  ///< none: all turns at once
};

/// In which order equations can be computed so that each finds what it uses.
///
/// Initialising and running are two separate orders: a stock's initial value may need auxiliaries that use other
/// stocks' initial values, and an ACTIVE INITIAL means one thing in the one and another in the other. The first step
/// computes everything anew; nothing is carried over from initialising but the stocks and held values.
struct Order {
  std::vector<OrderedEquation> controls;      ///< what INITIAL TIME needs, if it is not a number
  std::vector<OrderedEquation> initialising;  ///< only what stocks and held values need
  std::vector<OrderedEquation> running;       ///< everything but stocks, data, constants and lookups
};

/// Sorts the model's equations. An equation whose elements use each other is taken element by element. A circle is a
/// fault, 'circular-definition', shown as its members.
Order order(const Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
