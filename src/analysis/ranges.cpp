// SPDX-License-Identifier: Apache-2.0
#include "analysis/ranges.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

namespace commonweal::analysis {

namespace {

// Never is later than any year.
bool is_sooner(const std::optional<Crossing>& one, const std::optional<Crossing>& other) {
  return one && (!other || one->years_from_base < other->years_from_base);
}

void include(CrossingRange& range, const std::optional<Crossing>& crossing) {
  if (is_sooner(crossing, range.earliest)) range.earliest = crossing;
  if (is_sooner(range.latest, crossing)) range.latest = crossing;
}

// A share that is not known is that of a year without any money, and so above every other.
double lesser(double one, double other) {
  return std::fmin(one, other);
}

double greater(double one, double other) {
  return std::isnan(one) || std::isnan(other) ? std::nan("") : std::max(one, other);
}

void include(std::vector<double>& low, std::vector<double>& high, std::span<const double> values) {
  assert(values.size() == low.size() && values.size() == high.size());
  std::ranges::transform(low, values, low.begin(), lesser);
  std::ranges::transform(high, values, high.begin(), greater);
}

}  // namespace

void add_range(GraphOfDoom& graph, const std::vector<GraphOfDoom>& bounds) {
  if (bounds.empty()) return;
  graph.restricts_range = {graph.restricts, graph.restricts, {}};
  graph.takes_all_range = {graph.takes_all, graph.takes_all, {}};
  graph.care_share_low = graph.care_share_high = graph.care_share;
  for (const GraphOfDoom& bound : bounds) {
    include(graph.restricts_range, bound.restricts);
    include(graph.takes_all_range, bound.takes_all);
    include(graph.care_share_low, graph.care_share_high, bound.care_share);
    graph.restricts_range.scenario_names.push_back(bound.scenario_name);
    graph.takes_all_range.scenario_names.push_back(bound.scenario_name);
  }
}

void add_range(Gap& gap, const std::vector<Gap>& bounds) {
  if (bounds.empty()) return;
  gap.before_action_low = gap.before_action_high = gap.before_action;
  for (const Gap& bound : bounds) include(gap.before_action_low, gap.before_action_high, bound.before_action);
}

}  // namespace commonweal::analysis
