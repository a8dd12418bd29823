// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/palette.h"
#include "report/plot.h"

namespace commonweal::report {

/// Yearly bars made of layers, with a bold line across them where there is one. Negative figures are stacked
/// downwards from zero; unknown ones are left out.
struct StackedBars {
  struct Layer {
    std::string name;
    std::vector<double> values;
    Fill fill;
  };
  base::FinancialYear first;
  std::string unit;           ///< at the head of the axis: "£ million a year"
  std::vector<Layer> layers;  ///< from the bottom up
  std::string line_name;
  std::vector<double> line;                           ///< empty: none
  std::vector<double> line_low = {}, line_high = {};  ///< the range of the line, shaded; empty: none
  std::vector<Mark> marks;
  std::size_t mark_lines = 0;  ///< lines of words to leave room for, at least: charts side by side share their height
  Extent at_least;             ///< what the axis must hold beside the bars: charts side by side share their scale
};

/// What the axis of these bars must hold.
Extent extent_of(const StackedBars& bars);

/// Draws them; the ids are those of the words that name the picture.
Markup draw(const StackedBars& bars, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id);

}  // namespace commonweal::report
