// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/model.h"

namespace commonweal::model {

/// A constant that says how fast something in the model moves.
struct TimeConstant {
  enum class Kind {
    time,  ///< in the model's unit of time: a delay of 3 years
    rate,  ///< one over it: a turnover of a third a year
  };
  VariableId variable;
  Kind kind = Kind::time;

  /// The shortest time for which a value from `low` to `high` stands; nothing if all are 0: no delay at all, or nothing
  /// that moves.
  std::optional<double> shortest(double low, double high) const;
};

/// The time constants of a model: a constant in the unit of time that something is divided or delayed by, or in one
/// over that unit, in the equation of a variable that helps to move itself through a stock, or of what such a
/// constant is made from. A date is none, and neither is the growth of a series that no stock depends on.
std::vector<TimeConstant> time_constants(const Model& model);

/// How many steps a run needs to follow a change; what is over sooner is lost between them.
inline constexpr double steps_to_follow = 4;

/// The value of TIME STEP; nothing if it is not a constant.
std::optional<double> time_step(const Model& model);

/// Holds the time constants of the text against its time step. Fault: 'short-time-constant'.
void check_time_constants(const Model& model, base::Diagnostics& diagnostics);

}  // namespace commonweal::model
