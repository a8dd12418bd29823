// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/figure.h"
#include "report/scale.h"

namespace commonweal::report {

/// The gap of one scenario, by what closed it. `at_least`: what its axis must hold, so that several compare (GBP
/// million).
Figure gap_figure(const analysis::Gap& gap, Extent at_least);

/// What the axis of one such figure must hold, its range included, GBP million.
Extent gap_extent(const analysis::Gap& gap);

}  // namespace commonweal::report
