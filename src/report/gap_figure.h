// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/figure.h"

namespace commonweal::report {

/// The gap of one scenario, by what closed it.
Figure gap_figure(const analysis::Gap& gap);

}  // namespace commonweal::report
