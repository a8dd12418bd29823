// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/plot.h"

namespace commonweal::report {

/// Yearly figures as lines that differ by dashes and by the name at their end, not by colour alone.
struct LineChart {
  struct Line {
    std::string name;
    std::vector<double> values;               ///< NaN breaks the line
    std::vector<double> low = {}, high = {};  ///< its range, shaded; empty: none. A NaN above: beyond the plot
  };
  struct Threshold {
    double value;
    std::string words;
  };
  base::FinancialYear first;
  std::string unit;
  std::vector<Line> lines;
  std::vector<Threshold> thresholds;  ///< level rules with words
  Extent at_least = {};               ///< what the chart must show besides
};

Markup draw(const LineChart& chart, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id);

}  // namespace commonweal::report
