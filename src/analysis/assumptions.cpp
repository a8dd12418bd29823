// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/bibliography.h"
#include "analysis/moving_constants.h"
#include "analysis/units_in_words.h"
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
std::string value_text(const std::vector<double>& values, const std::string& unit) {
  const auto [least, most] = std::ranges::minmax(values);
  if (least == most) return figure_in_words(least, unit);
  return fmt::format("{} figures from {} to {}", values.size(), figure_in_words(least, unit),
                     figure_in_words(most, unit));
}

Assumption of_group(const Group& group) {
  std::vector<std::string> what{group.first->variable};
  if (!group.elements.empty()) what.push_back(base::joined(group.elements, "; "));
  if (!group.years.empty()) what.push_back(years_in_words(group.years));
  return {.what = base::joined(what, ", "),
          .where = where(group.first->position),
          .value = value_text(group.values, group.first->unit),
          .unit = unit_in_words(group.first->unit),
          .range = "",
          .reason = group.first->note};
}

std::string figure_or_nothing(const std::optional<double>& value, const std::string& unit) {
  return value ? figure_in_words(*value, unit) : "";
}

std::string range_text(const std::string& low, const std::string& high) {
  if (!low.empty() && !high.empty()) return low + " to " + high;
  if (!low.empty()) return "at least " + low;
  if (!high.empty()) return "at most " + high;
  return "";
}

Assumption of_entry(const evidence::Entry& entry) {
  const std::string low = figure_or_nothing(entry.low, entry.unit), high = figure_or_nothing(entry.high, entry.unit);
  return {.what = name_in_words(entry.variable, entry.element),
          .where = where(entry.position),
          .value = figure_in_words(entry.central, entry.unit),
          .unit = unit_in_words(entry.unit),
          .range = range_text(low, high),
          .reason = entry.note,
          .low = low,
          .high = high};
}

// Where it stands and why is the register's to say; a bound's description must do for what the register does not have.
Assumption of_moving(const MovingConstant& moving, const evidence::Register& evidence) {
  const study::Setting& setting = *moving.setting;
  const evidence::Entry* entry = evidence.find(setting.variable, setting.element);
  const std::string unit = entry ? entry->unit : "";
  const std::string low = figure_in_words(moving.low, unit), high = figure_in_words(moving.high, unit);
  return {.what = name_in_words(setting.variable, setting.element),
          .where = where(entry ? entry->position : setting.position),
          .value = figure_or_nothing(moving.central, unit),
          .unit = unit_in_words(unit),
          .range = range_text(low, high),
          .reason = entry ? entry->note : moving.bound->description,
          .moves_the_range = true,
          .low = low,
          .high = high};
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

// What a policy sets stands where the scenario names the policy.
bool is_of_a_policy(const study::Setting& setting, const study::Scenario& scenario) {
  return std::ranges::any_of(scenario.policies, [&](const study::ScheduledPolicy& spell) {
    const auto place = [](const base::Position& at) { return std::tie(at.path, at.line, at.column); };
    return place(setting.position) == place(spell.position);
  });
}

std::vector<SharedSetting> shared_settings(const study::Study& study) {
  std::vector<SharedSetting> shared;
  for (const study::Scenario& scenario : study.scenarios) {
    if (!scenario.bound_of.empty()) continue;  // told with the constants that move the range
    for (const study::Setting& setting : scenario.settings) {
      if (is_of_a_policy(setting, scenario)) continue;
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
  Assumption assumption = entry ? of_entry(*entry) : Assumption();
  assumption.what =
      fmt::format("{}, in {} {}", name_in_words(setting.variable, setting.element),
                  shared.scenarios.size() == 1 ? "scenario" : "scenarios", base::joined(shared.scenarios, "; "));
  assumption.where = where(setting.position);
  assumption.value = figure_in_words(setting.value, entry ? entry->unit : "");
  assumption.reason = base::joined(shared.reasons, " ");
  return assumption;
}

}  // namespace

std::vector<Assumption> assumed_figures(const std::vector<Observation>& observations) {
  std::vector<Assumption> found;
  for (const Group& group : grouped_assumptions(observations)) found.push_back(of_group(group));
  return found;
}

std::vector<Assumption> assumptions(const study::Study& study, const std::vector<place::Place>& places,
                                    const evidence::Register& evidence) {
  const std::vector<MovingConstant> moving = moving_constants(study, evidence);
  std::vector<Assumption> found;
  std::set<const evidence::Entry*> told;
  for (const MovingConstant& constant : moving) {
    found.push_back(of_moving(constant, evidence));
    const evidence::Entry* entry = evidence.find(constant.setting->variable, constant.setting->element);
    const bool is_of_just_this = entry && entry->element == constant.setting->element;
    if (is_of_just_this) told.insert(entry);
  }
  for (const place::Place& place : places) {
    for (Assumption& assumption : assumed_figures(place.observations)) {
      assumption.what = place.name + ": " + assumption.what;
      found.push_back(std::move(assumption));
    }
  }
  for (const evidence::Entry& entry : evidence.entries) {
    const bool is_assumed = entry.status == evidence::Status::assumption && !is_definition(entry);
    if (is_assumed && !told.contains(&entry)) found.push_back(of_entry(entry));
  }
  for (const SharedSetting& shared : shared_settings(study)) found.push_back(of_setting(shared, evidence));
  return found;
}

}  // namespace commonweal::analysis
