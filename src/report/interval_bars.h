// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "report/palette.h"
#include "report/plot.h"

namespace commonweal::report {

/// Figures as bars from zero, one below another, each with the range that it may lie in. Position and words carry
/// everything; colour only helps.
struct IntervalBars {
  struct Row {
    std::string name;
    double value = 0;                                                   ///< NaN: not known
    double low = std::numeric_limits<double>::quiet_NaN(), high = low;  ///< NaN: has no range
    Fill fill = Fill::part_1;
  };
  std::string unit;  ///< what the bars measure: "£ million"
  std::vector<Row> rows;
  int digits = 1;
  std::vector<KeyEntry> key;  ///< what fills and lines mean; empty: nothing that needs saying
};

/// Digits after the decimal point with which figures of this size, or with errors of this size, are shown:
/// `significant` digits of it.
int digits_for(double size, int significant);

Markup draw(const IntervalBars& bars, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id);

}  // namespace commonweal::report
