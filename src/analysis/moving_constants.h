// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "evidence/register.h"
#include "study/study.h"

namespace commonweal::analysis {

/// A constant that a bound gives another value than the scenario it bounds: part of what makes the range.
struct MovingConstant {
  const study::Setting* setting;  ///< the first that moves it
  const study::Scenario* bound;   ///< whose setting that is
  std::optional<double> central;  ///< in the bounded scenario; none: neither it nor the register says
  double low = 0, high = 0;       ///< over the scenario and its bounds
};

/// Each constant once that moves a range, in the order in which the study's bounds set them; twice only where it moves
/// about another centre. `study` must outlive them.
std::vector<MovingConstant> moving_constants(const study::Study& study, const evidence::Register& evidence);

}  // namespace commonweal::analysis
