// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace commonweal::ensemble {

/// Tells which times are saved: the first, and then each SAVEPER after the last that was due. SAVEPER may change.
class SaveClock {
 public:
  bool is_due(double time, double saveper) {
    if (due_ && time < *due_ - 1e-6 * saveper) return false;  // a millionth: what rounding can add up to
    due_ = due_.value_or(time) + saveper;
    return true;
  }

 private:
  std::optional<double> due_;  ///< none: nothing has been saved yet
};

}  // namespace commonweal::ensemble
