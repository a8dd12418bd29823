// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "report/plot.h"

namespace commonweal::report {

/// What makes up a change: steps from nothing, each beginning where the one before ended, then a bar for the whole.
/// Each says its size with its sign, and steps the range that they may lie in.
struct Waterfall {
  struct Step {
    std::string name;
    double size = 0;
    double low = std::numeric_limits<double>::quiet_NaN(), high = low;  ///< NaN: has no range
  };
  std::string unit;  ///< "£ million"
  std::vector<Step> steps;
  std::string whole;  ///< the last bar's name
  int digits = 1;
};

Markup draw(const Waterfall& waterfall, const Canvas& canvas, const std::string& style_class,
            const std::string& title_id, const std::string& summary_id);

}  // namespace commonweal::report
