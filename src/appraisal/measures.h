// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// Measures of a case for spending money, as councils and the Treasury use them.
namespace commonweal::appraisal {

/// Benefits for each pound of costs, both present values; nothing where nothing is spent, for then there is no ratio.
std::optional<double> benefit_cost_ratio(double benefits, double costs);

/// The first year, counted from 0, from which on all that came in covers all that went out, and stays so to the end.
/// Nothing if that never is. A case that nothing was ever spent on has paid back in year 0.
std::optional<std::size_t> payback_year(std::span<const double> net_by_year);

/// Share of all gains that lands outside the pockets that pay: each agency's gain counts as inside as far as its own
/// share of the costs goes. 0: everybody gains as they pay; 1: none who pays gains. Losses of an agency count as no
/// gain. Nothing where nobody pays or nobody gains.
std::optional<double> wrong_pocket_index(std::span<const double> gains, std::span<const double> costs);

/// What each agency must be given by the others (below zero: must give) so that none is worse off than before, where
/// the whole is worth doing: losers are made whole, and winners pay for it in proportion to what they win. The amounts
/// add up to zero. Where the whole loses, winners give all they have and losers stay short in proportion.
std::vector<double> break_even_transfers(std::span<const double> net_values);

/// What each agency must be given so that it ends up with `shares` of the whole. The amounts add up to zero when the
/// shares add up to what the values do.
std::vector<double> transfers_to(std::span<const double> shares, std::span<const double> net_values);

}  // namespace commonweal::appraisal
