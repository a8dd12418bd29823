// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/uncertainty.h"
#include "report/table.h"

namespace commonweal::report {

/// A fan's bands by year, with the error of each, no digit finer than it.
Table fan_table(const analysis::Fan& fan);
/// Chances by year of one event, a column a scenario.
Table odds_table(const std::vector<analysis::EventOdds>& of_one_event);
Table differences_table(const std::vector<analysis::PairedDifference>& differences);
Table drawn_inputs_table(const std::vector<ensemble::DrawnInput>& inputs);

/// Chances gathered by what they are chances of, in the order of the study.
std::vector<std::vector<analysis::EventOdds>> by_event(const std::vector<analysis::EventOdds>& all);

/// All of them that have something to show, in the order of the page.
std::vector<Table> uncertainty_tables(const analysis::Uncertainty& uncertainty);

/// How a fan's figures are shown: what they are multiplied by, and the unit in words.
struct FanUnit {
  double scale = 1;
  std::string name;
};
FanUnit fan_unit(const analysis::Fan& fan);

}  // namespace commonweal::report
