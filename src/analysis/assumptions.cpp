// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/years_in_words.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

using place::Observation;

// Assumed figures that one reason covers.
struct Group {
  const Observation* first;
  std::vector<std::string> elements;
  std::set<base::FinancialYear> years;
  std::vector<double> values;

  bool covers(const Observation& observation) const {
    const auto key = [](const Observation& each) { return std::tie(each.variable, each.unit, each.note); };
    return key(*first) == key(observation);
  }

  void add(const Observation& observation) {
    if (!observation.element.empty() && std::ranges::find(elements, observation.element) == elements.end()) {
      elements.push_back(observation.element);
    }
    if (observation.year) years.insert(*observation.year);
    values.push_back(observation.value);
  }
};

std::vector<Group> grouped_assumptions(const std::vector<Observation>& observations) {
  std::vector<Group> groups;
  for (const Observation& observation : observations) {
    if (observation.status != place::Status::assumption) continue;
    auto group = std::ranges::find_if(groups, [&](const Group& seen) { return seen.covers(observation); });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{&observation, {}, {}, {}});
    group->add(observation);
  }
  return groups;
}

std::string where(const base::Position& position) {
  return fmt::format("{}:{}", position.path, position.line);
}

// "12" for one value, "12 figures from 3.5 to 4" for many that differ.
std::string value_text(const std::vector<double>& values) {
  const auto [least, most] = std::ranges::minmax(values);
  if (least == most) return base::shortest(least);
  return fmt::format("{} figures from {} to {}", values.size(), base::shortest(least), base::shortest(most));
}

Assumption of_group(const Group& group) {
  std::vector<std::string> what{group.first->variable};
  if (!group.elements.empty()) what.push_back(base::joined(group.elements, "; "));
  if (!group.years.empty()) what.push_back(years_in_words(group.years));
  return {.what = base::joined(what, ", "),
          .where = where(group.first->position),
          .value = value_text(group.values),
          .unit = group.first->unit,
          .range = "",
          .reason = group.first->note};
}

std::string named(const std::string& variable, const std::string& element) {
  return element.empty() ? variable : variable + ", " + element;
}

std::string range_text(const evidence::Entry& entry) {
  if (entry.low && entry.high) return base::shortest(*entry.low) + " to " + base::shortest(*entry.high);
  if (entry.low) return "at least " + base::shortest(*entry.low);
  if (entry.high) return "at most " + base::shortest(*entry.high);
  return "";
}

Assumption of_entry(const evidence::Entry& entry) {
  return {.what = named(entry.variable, entry.element),
          .where = where(entry.position),
          .value = base::shortest(entry.central),
          .unit = entry.unit,
          .range = range_text(entry),
          .reason = entry.note};
}

// One value that scenarios set, and which of them do.
struct SharedSetting {
  const study::Setting* first;
  std::vector<std::string> scenarios, reasons;

  bool covers(const study::Setting& setting) const {
    const auto key = [](const study::Setting& each) { return std::tie(each.variable, each.element, each.value); };
    return key(*first) == key(setting);
  }
};

std::vector<SharedSetting> shared_settings(const study::Study& study) {
  std::vector<SharedSetting> shared;
  for (const study::Scenario& scenario : study.scenarios) {
    for (const study::Setting& setting : scenario.settings) {
      auto same = std::ranges::find_if(shared, [&](const SharedSetting& seen) { return seen.covers(setting); });
      if (same == shared.end()) same = shared.insert(shared.end(), SharedSetting{&setting, {}, {}});
      same->scenarios.push_back("'" + scenario.name + "'");
      if (std::ranges::find(same->reasons, scenario.description) == same->reasons.end()) {
        same->reasons.push_back(scenario.description);
      }
    }
  }
  return shared;
}

// What a scenario sets is its author's choice, whatever the register says; the register lends unit and range.
Assumption of_setting(const SharedSetting& shared, const evidence::Register& evidence) {
  const study::Setting& setting = *shared.first;
  const evidence::Entry* entry = evidence.find(setting.variable, setting.element);
  return {.what = fmt::format("{}, in {} {}", named(setting.variable, setting.element),
                              shared.scenarios.size() == 1 ? "scenario" : "scenarios",
                              base::joined(shared.scenarios, "; ")),
          .where = where(setting.position),
          .value = base::shortest(setting.value),
          .unit = entry ? entry->unit : "",
          .range = entry ? range_text(*entry) : "",
          .reason = base::joined(shared.reasons, " ")};
}

}  // namespace

std::vector<Assumption> assumed_figures(const std::vector<Observation>& observations) {
  std::vector<Assumption> found;
  for (const Group& group : grouped_assumptions(observations)) found.push_back(of_group(group));
  return found;
}

std::vector<Assumption> assumptions(const study::Study& study, const std::vector<place::Place>& places,
                                    const evidence::Register& evidence) {
  std::vector<Assumption> found;
  for (const place::Place& place : places) {
    for (Assumption& assumption : assumed_figures(place.observations)) {
      assumption.what = place.name + ": " + assumption.what;
      found.push_back(std::move(assumption));
    }
  }
  for (const evidence::Entry& entry : evidence.entries) {
    if (entry.status == evidence::Status::assumption) found.push_back(of_entry(entry));
  }
  for (const SharedSetting& shared : shared_settings(study)) found.push_back(of_setting(shared, evidence));
  return found;
}

}  // namespace commonweal::analysis
