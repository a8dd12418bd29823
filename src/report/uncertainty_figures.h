// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/uncertainty.h"
#include "report/fan_chart.h"
#include "report/figure.h"

namespace commonweal::report {

/// A fan as a chart's data, in the unit it is shown in.
FanChart fan_chart(const analysis::Fan& fan);

/// The bands of one figure in one scenario. `at_least` is what the chart must show besides, so that several compare.
Figure fan_figure(const analysis::Fan& fan, double draws, Extent at_least = {});

/// The bands of what one scenario has more than another, future by future.
Figure difference_figure(const analysis::Fan& fan, double draws, Extent at_least = {});

/// Scenarios taken together under weights that stand beside the picture.
Figure pooled_figure(const analysis::Fan& fan, const std::string& weights, double draws);

/// By year, the share of futures in which something has come about, a line a scenario.
Figure odds_figure(const std::vector<analysis::EventOdds>& of_one_event);

}  // namespace commonweal::report
