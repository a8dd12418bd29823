// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/plot.h"

namespace commonweal::report {

/// Bands of many futures over the years: the outer eight tenths, the inner half, the median, and a few real futures as
/// thin lines, since no real one runs along a band. All from the same first year.
struct FanChart {
  base::FinancialYear first;
  std::string unit;
  std::vector<double> outer_low, inner_low, median, inner_high, outer_high;
  std::vector<double> central;             ///< the run with every number at its centre; empty: none
  std::vector<std::vector<double>> paths;  ///< real futures
  Extent at_least;                         ///< what the chart must show besides, so that several compare
};

Extent extent_of(const FanChart& fan);

Markup draw(const FanChart& fan, const Canvas& canvas, const std::string& style_class, const std::string& title_id,
            const std::string& summary_id);

}  // namespace commonweal::report
