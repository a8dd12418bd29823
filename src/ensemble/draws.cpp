// SPDX-License-Identifier: Apache-2.0
#include "ensemble/draws.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <span>

namespace commonweal::ensemble {

namespace {

using ByReplicate = EventCounts::ByReplicate;

double total(const ByReplicate& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

double share(double part, double whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : part / whole;
}

/// A share of futures. Eight replicates that agree to the last future do not make it certain: what has not been seen in
/// n futures may still be there in one of n + 1, and that is the least error told (Wilson's, for one standard error).
Estimate share_estimate(const ByReplicate& happened, const ByReplicate& computed) {
  std::array<double, study::replicates> shares{};
  for (std::size_t i = 0; i < study::replicates; ++i) shares[i] = share(happened[i], computed[i]);
  const double least = 1 / (total(computed) + 1);
  const double error = estimate_of(shares).error;
  return {share(total(happened), total(computed)), error < least ? least : error};
}

ByReplicate sum(std::span<const ByReplicate> years) {
  ByReplicate result{};
  for (const ByReplicate& year : years) {
    for (std::size_t i = 0; i < study::replicates; ++i) result[i] += year[i];
  }
  return result;
}

const Cloud* find(const std::vector<Cloud>& clouds, study::ScenarioId scenario) {
  const auto found = std::ranges::find(clouds, scenario, &Cloud::scenario);
  return found == clouds.end() ? nullptr : &*found;
}

}  // namespace

std::uint64_t Cloud::count() const {
  return static_cast<std::uint64_t>(total(computed));
}

Estimate Cloud::probability_in(std::size_t event, std::size_t year) const {
  return share_estimate(events[event].occurred[year], computed);
}

Estimate Cloud::probability_by(std::size_t event, std::size_t year) const {
  return share_estimate(sum(std::span(events[event].first).first(year + 1)), computed);
}

Estimate Cloud::probability_never(std::size_t event) const {
  const Estimate ever = share_estimate(sum(events[event].first), computed);
  return {1 - ever.value, ever.error};
}

const Cloud* Draws::of(study::ScenarioId scenario) const {
  return ensemble::find(clouds, scenario);
}

const Cloud* Draws::difference_of(study::ScenarioId scenario) const {
  return ensemble::find(differences, scenario);
}

std::optional<std::size_t> Draws::find(std::string_view variable, std::string_view element) const {
  const auto found = std::ranges::find_if(
      outputs, [&](const Output& output) { return output.variable == variable && output.element == element; });
  if (found == outputs.end()) return std::nullopt;
  return static_cast<std::size_t>(found - outputs.begin());
}

}  // namespace commonweal::ensemble
