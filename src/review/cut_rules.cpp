// SPDX-License-Identifier: Apache-2.0
#include "review/cut_rules.h"

#include <algorithm>

namespace commonweal::review {

namespace {

constexpr std::array<CutRule, 7> all_rules = {{
    {"national change", false, "each service changes as in all other councils together"},
    {"national change scaled to the known total", true, "the same, scaled to what the council had to spend"},
    {"by protection alone", true, "cuts in proportion to one less the protection of the law"},
    {"as observed", true, "the cut that all councils make by protection; what a council cuts beyond it, evenly"},
    {"as observed, ended grants first", true, "what grants paid for ends with them; the rest as observed"},
    {"statutory first", true, "protected services are spared while there is anything else to cut"},
    {"uniform", true, "the same share from every service"},
}};

double sum_of(const ByService& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  return sum;
}

/// How hard a cut by `weights` hits each service, against the average pound that can be cut.
ByService exposure(const ByService& weights, const ByService& can_be_cut) {
  double weighted = 0;
  for (std::size_t service = 0; service < services.size(); ++service)
    weighted += weights[service] * can_be_cut[service];
  ByService result{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    result[service] = weighted > 0 ? weights[service] * sum_of(can_be_cut) / weighted : 1;
  }
  return result;
}

/// Cuts by shares, none above all of a service; what is then missing comes evenly from what is left.
ByService cut_by(const ByService& shares, const ByService& before, const ByService& can_be_cut, double needed) {
  ByService after = before, left{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    const double taken = std::min(1.0, shares[service]) * can_be_cut[service];
    after[service] -= taken;
    left[service] = can_be_cut[service] - taken;
    needed -= taken;
  }
  const double remaining = sum_of(left);
  if (remaining <= 0) return after;
  for (std::size_t service = 0; service < services.size(); ++service)
    after[service] -= needed * left[service] / remaining;
  return after;
}

ByService by_national_change(const CutBasis& basis, const ByService& before) {
  ByService after{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    after[service] = before[service] * (1 + basis.other_change[service]);
  }
  return after;
}

/// The part of `before` that grants paid which ended.
ByService paid_by_ended_grants(const CutBasis& basis, const ByService& before) {
  ByService ended{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    ended[service] = basis.ended[service] * std::max(0.0, before[service]);
  }
  return ended;
}

/// What grants paid for goes with them; what is left to cut, or to spend again, is shared as observed.
ByService ended_grants_first(const CutBasis& basis, const ByService& before, double total) {
  const ByService ended = paid_by_ended_grants(basis, before);
  ByService left = before;
  for (std::size_t service = 0; service < services.size(); ++service) left[service] -= ended[service];
  CutBasis of_the_rest = basis;
  of_the_rest.other_total = (basis.other_total + basis.other_ended) / (1 - basis.other_ended);
  return shared_by("as observed", of_the_rest, left, total);
}

}  // namespace

std::span<const CutRule> cut_rules() {
  return all_rules;
}

ByService shared_by(std::string_view rule, const CutBasis& basis, const ByService& before, double total) {
  ByService national = by_national_change(basis, before);
  if (rule == "national change") return national;
  if (rule == "national change scaled to the known total") {
    for (double& amount : national) amount *= total / sum_of(by_national_change(basis, before));
    return national;
  }
  if (rule == "as observed, ended grants first") return ended_grants_first(basis, before, total);
  ByService can_be_cut{}, exposed_in_law{}, waits{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    can_be_cut[service] = std::max(0.0, before[service]);
    exposed_in_law[service] = 1 - basis.protection[service];
    waits[service] = basis.protection[service] >= basis.paid_first ? 0 : 1;
  }
  const double needed = sum_of(before) - total, share = needed / sum_of(can_be_cut);
  // One part goes by weights, the rest evenly.
  double by_weights = share;
  if (rule == "as observed") by_weights = -basis.other_total;
  if (rule == "uniform") by_weights = 0;
  const ByService hit = exposure(rule == "statutory first" ? waits : exposed_in_law, can_be_cut);
  ByService shares{};
  for (std::size_t service = 0; service < services.size(); ++service) {
    shares[service] = by_weights * hit[service] + share - by_weights;
  }
  return cut_by(shares, before, can_be_cut, needed);
}

}  // namespace commonweal::review
