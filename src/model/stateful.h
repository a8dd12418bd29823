// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/function.h"
#include "model/model.h"

namespace commonweal::model {

/// What a stateful function needs to know of the equation it stands in.
struct StatefulPlace {
  VariableId variable;          ///< whose equation it is: hidden variables are named after it
  std::vector<Axis> left_axes;  ///< the loops that hidden variables share
  base::Span span;
};

/// Replaces INITIAL, SAMPLE IF TRUE, the SMOOTHs and DELAYs, TREND and FORECAST by hidden stocks and the value they
/// give, as the language defines them: SMOOTH(x, T) is INTEG((x - s) / T, x), a third-order delay is three first-order
/// ones of a third of the time each, and so on. `order` is the constant order of SMOOTH N and DELAY N.
NodeId write_out_stateful(Function function, const std::vector<NodeId>& arguments, std::size_t order,
                          const StatefulPlace& place, Model& model);

}  // namespace commonweal::model
