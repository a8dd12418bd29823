// SPDX-License-Identifier: Apache-2.0
#include "explore/own_scenario.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "explore/toml_text.h"
#include "study/element_name.h"

namespace commonweal::explore {

namespace {

std::string reason_of(const std::vector<study::Reason>& reasons, const std::string& of) {
  const auto found = std::ranges::find(reasons, of, &study::Reason::of);
  return found == reasons.end() ? "" : found->words;
}

std::vector<ChosenPolicy> policies_of(const study::Scenario& scenario) {
  std::vector<ChosenPolicy> policies;
  for (const study::ScheduledPolicy& each : scenario.policies) {
    policies.push_back(
        {each.policy, each.start, each.stop, each.ramp, each.intensity, reason_of(scenario.reasons, each.policy)});
  }
  return policies;
}

std::string toml(const ChosenPolicy& policy) {
  std::string text = fmt::format("  {{ policy = {}", toml_text(policy.policy));
  if (policy.start) text += fmt::format(", start = \"{}\"", policy.start->text());
  if (policy.ramp != 1) text += fmt::format(", ramp = {}", base::shortest(policy.ramp));  // exact: as it was chosen
  if (policy.intensity != 1) text += fmt::format(", intensity = {}", base::shortest(policy.intensity));
  if (policy.stop) text += fmt::format(", stop = \"{}\"", policy.stop->text());
  return text + " },\n";
}

std::string toml_reasons(const OwnScenario& own) {
  std::string text;
  const auto add = [&](const std::string& of, const std::string& reason) {
    if (!reason.empty()) text += fmt::format("{} = {}\n", toml_text(of), toml_text(reason));
  };
  for (const ChosenPolicy& policy : own.policies) add(policy.policy, policy.reason);
  for (const ChosenValue& value : own.values) add(value.constant, value.reason);
  return text;
}

}  // namespace

OwnScenario begun_like(const study::Scenario& like) {
  return {like.id, policies_of(like), {}};
}

OwnScenario own_scenario(const study::Study& study) {
  const auto found = std::ranges::find(study.scenarios, own_id, &study::Scenario::id);
  if (found == study.scenarios.end()) return begun_like(*study.scenarios.begin());
  OwnScenario own{found->extends, policies_of(*found), {}};
  for (const study::Setting& setting : found->own_settings) {
    const std::string name = study::text({setting.variable, setting.element});
    own.values.push_back({name, setting.value, reason_of(found->reasons, name)});
  }
  return own;
}

std::string toml(const OwnScenario& own) {
  std::string text = fmt::format("[[scenario]]\nid = \"{}\"\n", own_id);
  if (!own.like.empty()) text += fmt::format("extends = {}\n", toml_text(own.like));
  text += "name = \"Your choices\"\nclause = \"it is as you have chosen\"\npolicies = [";
  for (std::size_t i = 0; i < own.policies.size(); ++i) text += (i == 0 ? "\n" : "") + toml(own.policies[i]);
  text += "]\n";
  if (!own.values.empty()) text += "[scenario.set]\n";
  for (const ChosenValue& value : own.values) {
    text += fmt::format("{} = {}\n", toml_text(value.constant), base::shortest(value.value));
  }
  if (const std::string reasons = toml_reasons(own); !reasons.empty()) text += "[scenario.reasons]\n" + reasons;
  return text;
}

}  // namespace commonweal::explore
