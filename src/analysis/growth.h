// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/findings.h"
#include "analysis/scenario_run.h"
#include "base/diagnostics.h"

namespace commonweal::analysis {

/// A change of `start` to `start` x people x need x price, split among the three. They sum to it exactly.
struct ThreeEffects {
  double people = 0, need = 0, price = 0;
};

/// Das Gupta's decomposition for three factors (the Shapley value): each factor's effect is its own change, averaged
/// over all six orders in which the three could have moved. So no order is preferred, nothing is left over, and a
/// factor that has not moved has no effect. The factors are ratios, 1 where nothing moved.
ThreeEffects three_effects(double start, double people, double need, double price);

/// How many years the growth is told over, at most.
inline constexpr std::size_t growth_horizon = 20;

/// Names of the totals.
inline constexpr const char* all_care = "all care";
inline constexpr const char* all_other_services = "other services";
inline constexpr const char* all_services = "all services";

/// What makes each service's cost grow over twenty years (or up to the last year), with totals of all care, of all
/// other services and of both. It is told from the first year, or, where a study takes a later year's service level as
/// its reference, from the first year at that level: what had been given up before is no growth. Nothing if no two
/// years are left. Services without cost in both years are left out. A warning "unexplained-growth" (at the model's
/// file) if people, need and price do not account for a service's growth to within a thousandth of its cost; what they
/// leave is counted with price. Cites the place's sources; those of the growth rates are for the caller to add.
std::optional<GrowthDrivers> growth_drivers(const ScenarioRun& run, const std::string& model_path,
                                            base::Diagnostics& diagnostics);

/// Adds `more` to `all`, as further scenarios of drivers already there if they are the same in every figure.
void add_once(std::vector<GrowthDrivers>& all, const GrowthDrivers& more);

}  // namespace commonweal::analysis
