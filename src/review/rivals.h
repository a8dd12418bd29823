// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "review/history.h"
#include "review/scores.h"

namespace commonweal::review {

/// Forecasts of one council: [year after the origin][service].
using Forecasts = std::vector<std::array<Forecast, services.size()>>;

/// A way of forecasting, from what was known at the origin; a conditional one is told the total that was spent as well.
struct Method {
  std::string_view name;
  bool is_conditional = false;  ///< never to be compared with one that is not
  std::string_view words;
};

/// The simple methods that any model must be held against.
std::span<const Method> rivals();

/// What a method forecasts for `horizon` years after `origin` (years since history.first), for every council. Figures
/// after the origin are looked at by conditional methods only, and only as totals.
std::vector<Forecasts> forecast(const History& history, std::size_t origin, std::size_t horizon,
                                std::string_view method);

/// How much a service typically changes in a year, as a share of its spend: standard deviation over councils and years
/// up to the origin, of changes no larger than one. A forecast h years ahead has sqrt(h) times as much.
std::array<double, services.size()> yearly_spread(const History& history, std::size_t origin);

/// What errors of a service are measured against: its spend at the origin, or half a per cent of all where it is next
/// to nothing.
double size_of(const Council& council, std::size_t origin, std::size_t service);

}  // namespace commonweal::review
