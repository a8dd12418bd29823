// SPDX-License-Identifier: Apache-2.0
#include "report/discovery_tables.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/wording.h"

namespace commonweal::report {
namespace {

using discovery::StudyDiscovery;
using Kind = Table::Kind;

std::string condition_text(const discovery::Condition& condition, const StudyDiscovery& discovery) {
  return fmt::format("{} is {}", discovery.inputs[condition.input], limits_text(condition.limits));
}

std::string how_often(const StudyDiscovery& discovery) {
  const discovery::Discovery& found = discovery.found;
  return fmt::format("In {} of {} futures ({}) {}.", base::grouped(static_cast<double>(found.wanted), 0),
                     base::grouped(static_cast<double>(found.all), 0),
                     of_hundred(static_cast<double>(found.wanted) / static_cast<double>(found.all)),
                     discovery.wish.name);
}

std::string under_which_conditions(const StudyDiscovery& discovery) {
  const discovery::Discovery& found = discovery.found;
  if (found.wanted == 0) return "Nothing in the ranges of the evidence brings it about, so no condition can be named.";
  if (found.wanted == found.all) return "Nothing in the ranges of the evidence keeps it from coming about.";
  if (found.conditions.empty()) {
    return fmt::format(
        "No condition on the {} uncertain numbers tells these futures from the others better than "
        "chance does.",
        discovery.inputs.size());
  }
  std::vector<std::string> conditions;
  for (const discovery::Condition& condition : found.conditions) {
    conditions.push_back(condition_text(condition, discovery));
  }
  return fmt::format(
      "Where {}, it does so in {} futures; {} of the futures in which it does are there. Both are "
      "counted in the half of the futures that was kept back for this; in the half on which the "
      "conditions were found, {} and {}.",
      listed(conditions), of_hundred(found.kept_back.density()), of_hundred(found.kept_back.coverage()),
      of_hundred(found.learned.density()), of_hundred(found.learned.coverage()));
}

/// What the conditions have to beat.
std::string single_rule(const StudyDiscovery& discovery) {
  const discovery::SingleRule& single = *discovery.found.single;
  return fmt::format(
      "The best that a single number can say: where {} is {}, in {} futures, with {} of those in which "
      "it does.",
      discovery.inputs[single.input], limits_text(single.limits), of_hundred(single.kept_back.density()),
      of_hundred(single.kept_back.coverage()));
}

std::string by_itself(const StudyDiscovery& discovery) {
  const std::string centre = fmt::format("With every number at its centre it {}.",
                                         discovery.is_wanted_at_centre ? "comes about" : "does not come about");
  if (discovery.break_evens.empty()) {
    return centre + " No single number changes that anywhere in its range, the others staying at their centre.";
  }
  return fmt::format("{} {} that by {} somewhere in {} range, the others staying at their centre.", centre,
                     discovery.break_evens.size() == 1 ? "One number changes"
                                                       : fmt::format("{} numbers change", discovery.break_evens.size()),
                     discovery.break_evens.size() == 1 ? "itself" : "themselves",
                     discovery.break_evens.size() == 1 ? "its" : "their");
}

double or_unknown(double end) {
  return std::isfinite(end) ? end : std::nan("");
}

}  // namespace

std::string limits_text(const discovery::Limits& limits) {
  if (std::isinf(limits.low)) return fmt::format("{:.3g} or less", limits.high);
  if (std::isinf(limits.high)) return fmt::format("{:.3g} or more", limits.low);
  return fmt::format("between {:.3g} and {:.3g}", limits.low, limits.high);
}

std::string of_hundred(double share) {
  if (share > 0 && share < 0.01) return "fewer than 1 of 100";
  if (share < 1 && share > 0.99) return "more than 99 of 100";
  return base::grouped(100 * share, 0) + " of 100";
}

std::vector<std::string> discovery_sentences(const StudyDiscovery& discovery) {
  if (discovery.found.all == 0) return {"None of the futures could be computed."};
  std::vector<std::string> sentences = {how_often(discovery), under_which_conditions(discovery)};
  if (discovery.found.single) sentences.push_back(single_rule(discovery));
  sentences.push_back(by_itself(discovery));
  return sentences;
}

Table conditions_table(const StudyDiscovery& discovery) {
  Table table{"Conditions",
              fmt::format("Conditions under which {}", discovery.wish.name),
              {{"Number"},
               {"Unit"},
               {"At least", Kind::figure, Table::as_published},
               {"At most", Kind::figure, Table::as_published},
               {"Chance would do as well (%)", Kind::figure, 2},
               {"Found again in half samples (%)", Kind::figure, 0}},
              {},
              {}};
  for (const discovery::Condition& condition : discovery.found.conditions) {
    table.rows.push_back({discovery.inputs[condition.input], discovery.units[condition.input],
                          or_unknown(condition.limits.low), or_unknown(condition.limits.high),
                          100 * condition.by_chance, 100 * condition.found_again});
  }
  return table;
}

Table break_evens_table(const StudyDiscovery& discovery) {
  Table table{"Break-even values",
              fmt::format("From where on a number by itself decides whether {}", discovery.wish.name),
              {{"Number"},
               {"Unit"},
               {"At its centre", Kind::figure, Table::as_published},
               {"Turns at", Kind::figure, Table::as_published},
               {"Comes about"},
               {"Odds of being there (%)", Kind::figure, 0}},
              {},
              {}};
  for (const discovery::BreakEven& one : discovery.break_evens) {
    table.rows.push_back(
        {one.name, one.unit, one.centre, one.value, one.is_wanted_above ? "above" : "below", 100 * one.odds});
  }
  return table;
}

}  // namespace commonweal::report
