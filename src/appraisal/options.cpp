// SPDX-License-Identifier: Apache-2.0
#include "appraisal/options.h"

#include <algorithm>

#include <fmt/format.h>

#include "study/binding.h"
#include "study/element_name.h"

namespace commonweal::appraisal {

namespace {

constexpr std::string_view begins_an_option = "lever intensity", of_a_lever = "lever ";

/// What a policy of the scenario sets by itself: one option, under the grade of what was found that it does.
Option option_of(const study::ScheduledPolicy& scheduled, const study::Study& study, const study::Scenario& scenario,
                 const program::Program& program, const std::vector<OptimismCorrection>& grades,
                 std::vector<study::Setting>& set, base::Diagnostics& diagnostics) {
  const study::Policy& policy = *std::ranges::find(study.policies, scheduled.policy, &study::Policy::id);
  const bool has_correction =
      std::ranges::find(grades, policy.effect.grade, &OptimismCorrection::grade) != grades.end();
  Option option{policy.title,
                has_correction ? policy.effect.grade : grades.back().grade,
                {},
                policy.category,
                policy.description};
  program::Inputs inputs;
  for (const study::Setting& setting :
       study::settings_of({scheduled}, study.policies, scenario.first, scenario.last, {}, diagnostics)) {
    study::bind_setting(program, setting, inputs, diagnostics);
    set.push_back(setting);
  }
  option.settings = inputs.settings;
  return option;
}

bool is_same_place(const study::Setting& a, const study::Setting& b) {
  return a.variable == b.variable && a.element == b.element;
}

/// Where the setting of a scenario belongs among the options that have begun.
std::vector<Option>::iterator option_for(const study::Setting& setting, std::vector<Option>& options,
                                         bool lever_begun) {
  if (setting.variable.starts_with(of_a_lever)) return std::ranges::find(options, setting.element, &Option::name);
  if (lever_begun) return std::prev(options.end());
  return std::ranges::find(options, setting.variable, &Option::name);
}

/// The weakest grade that the register has for anything of that lever; that of the last row where it has none.
std::string grade_of(const std::string& name, const evidence::Register& evidence,
                     const std::vector<OptimismCorrection>& grades) {
  auto weakest = grades.end();
  for (const evidence::Entry& entry : evidence.entries) {
    if (entry.element != name && entry.variable != name) continue;
    const auto found = std::ranges::find(grades, entry.grade, &OptimismCorrection::grade);
    if (found != grades.end() && (weakest == grades.end() || found > weakest)) weakest = found;
  }
  return weakest == grades.end() ? grades.back().grade : weakest->grade;
}

void check_comparable(const study::Scenario& headline, const study::Scenario& scenario,
                      base::Diagnostics& diagnostics) {
  for (const study::Setting& setting : headline.settings) {
    const bool is_set = std::ranges::any_of(scenario.settings, [&](const study::Setting& other) {
      return is_same_place(setting, other) || (other.variable == setting.variable && other.element.empty());
    });
    if (is_set) continue;
    diagnostics.error("not-comparable", setting.position,
                      fmt::format("scenario '{}' sets '{}' and scenario '{}' does not", headline.id,
                                  study::text({setting.variable, setting.element}), scenario.id),
                      "put it into the study's [settings], or let the scenario extend the first one");
  }
}

}  // namespace

bool is_comparable(const study::Study& study, study::ScenarioId id) {
  const study::ScenarioId headline_id = study.scenarios.id_at(0);
  const study::Scenario &headline = study.scenarios[headline_id], &scenario = study.scenarios[id];
  return id != headline_id && scenario.bound_of.empty() && scenario.place == headline.place &&
         scenario.first == headline.first && scenario.last == headline.last;
}

std::vector<Option> options_of(const study::Study& study, study::ScenarioId id, const program::Program& program,
                               const evidence::Register& evidence, const std::vector<OptimismCorrection>& grades,
                               base::Diagnostics& diagnostics) {
  const study::Scenario &headline = study.scenarios[study.scenarios.id_at(0)], &scenario = study.scenarios[id];
  check_comparable(headline, scenario, diagnostics);

  std::vector<Option> options;
  std::vector<study::Setting> set_by_policies;
  for (const study::ScheduledPolicy& policy : scenario.policies) {
    options.push_back(option_of(policy, study, scenario, program, grades, set_by_policies, diagnostics));
  }
  bool lever_begun = false;
  for (const study::Setting& setting : scenario.settings) {
    const auto is_this = [&](const study::Setting& other) {
      return is_same_place(setting, other) && setting.value == other.value;
    };
    if (std::ranges::any_of(headline.settings, is_this) || std::ranges::any_of(set_by_policies, is_this)) continue;
    auto option = option_for(setting, options, lever_begun);
    if (option == options.end()) {
      lever_begun = lever_begun || setting.variable == begins_an_option;
      const std::string name = setting.variable.starts_with(of_a_lever) ? setting.element : setting.variable;
      options.push_back({name, grade_of(name, evidence, grades), {}, "", ""});
      option = std::prev(options.end());
    }
    program::Inputs inputs;
    study::bind_setting(program, setting, inputs, diagnostics);
    option->settings.insert(option->settings.end(), inputs.settings.begin(), inputs.settings.end());
  }
  return options;
}

}  // namespace commonweal::appraisal
