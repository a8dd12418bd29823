// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/yearly_figures.h"
#include "place/place.h"
#include "study/study.h"

namespace commonweal::analysis {

/// One scenario, the place it was run for and what came of it: all that a graph is made from.
struct ScenarioRun {
  const study::Scenario& scenario;
  const place::Place& place;
  YearlyFigures figures;
  std::vector<int> cites;  ///< numbers of the sources of the place's figures
};

}  // namespace commonweal::analysis
