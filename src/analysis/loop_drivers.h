// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/financial_year.h"
#include "loops/run_shares.h"
#include "study/study.h"

namespace commonweal::analysis {

/// Which feedback loops drive the change of a scenario, year by year: of those stocks that most loops tie together.
struct LoopDrivers {
  struct Layer {
    std::string name;            ///< "R6 neglect with B6 rationing"
    bool reinforces = false;     ///< otherwise it balances
    std::vector<double> shares;  ///< [year] 0 to 1 of all that loops do; of a year's layers the sum is 1, or 0
  };
  std::string scenario_id, scenario_name, place;
  base::FinancialYear first;
  std::vector<Layer> layers;  ///< reinforcing ones first, each kind by falling mean, the remainder of a kind last
  std::size_t circles = 0;
  bool complete = false;  ///< all loops were found; otherwise the strong ones
};

/// The layers to show of a run: the `most` strongest of each kind, and what remains.
LoopDrivers loop_drivers(const loops::RunShares& shares, const study::Scenario& scenario, const std::string& place,
                         std::size_t most = 3);

/// The layer that is largest on average over some years, counted from the first.
const LoopDrivers::Layer& strongest(const LoopDrivers& drivers, std::size_t from, std::size_t years);

/// The mean share of a layer over some years.
double mean_share(const LoopDrivers::Layer& layer, std::size_t from, std::size_t years);

}  // namespace commonweal::analysis
