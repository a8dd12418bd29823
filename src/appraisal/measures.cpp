// SPDX-License-Identifier: Apache-2.0
#include "appraisal/measures.h"

#include <algorithm>
#include <cassert>

namespace commonweal::appraisal {

std::optional<double> benefit_cost_ratio(double benefits, double costs) {
  if (!(costs > 0)) return std::nullopt;
  return benefits / costs;
}

std::optional<std::size_t> payback_year(std::span<const double> net_by_year) {
  double cumulative = 0;
  std::optional<std::size_t> since;
  for (std::size_t year = 0; year < net_by_year.size(); ++year) {
    cumulative += net_by_year[year];
    if (cumulative < 0) {
      since.reset();
    } else if (!since) {
      since = year;
    }
  }
  return since;
}

std::optional<double> wrong_pocket_index(std::span<const double> gains, std::span<const double> costs) {
  assert(gains.size() == costs.size());
  double all_gains = 0, all_costs = 0, inside = 0;
  for (std::size_t agency = 0; agency < gains.size(); ++agency) {
    all_gains += std::max(0.0, gains[agency]);
    all_costs += std::max(0.0, costs[agency]);
  }
  if (!(all_gains > 0) || !(all_costs > 0)) return std::nullopt;
  for (std::size_t agency = 0; agency < gains.size(); ++agency) {
    inside += std::min(std::max(0.0, gains[agency]) / all_gains, std::max(0.0, costs[agency]) / all_costs);
  }
  return std::max(0.0, 1 - inside);
}

std::vector<double> break_even_transfers(std::span<const double> net_values) {
  double won = 0, lost = 0;
  for (const double value : net_values) (value > 0 ? won : lost) += value > 0 ? value : -value;
  const double moved = std::min(won, lost);
  std::vector<double> transfers;
  for (const double value : net_values) {
    const double of_its_side = value > 0 ? won : lost;
    transfers.push_back(of_its_side > 0 ? -value / of_its_side * moved : 0);
  }
  return transfers;
}

std::vector<double> transfers_to(std::span<const double> shares, std::span<const double> net_values) {
  assert(shares.size() == net_values.size());
  std::vector<double> transfers;
  for (std::size_t agency = 0; agency < shares.size(); ++agency) {
    transfers.push_back(shares[agency] - net_values[agency]);
  }
  return transfers;
}

}  // namespace commonweal::appraisal
