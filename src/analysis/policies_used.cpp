// SPDX-License-Identifier: Apache-2.0
#include "analysis/policies_used.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/bibliography.h"
#include "analysis/units_in_words.h"
#include "base/text.h"
#include "study/element_name.h"

namespace commonweal::analysis {
namespace {

/// "reach, re ablement: 25% (10% to 40%)": a constant as the register has it, by its name alone where it has none.
std::string constant_in_words(const std::string& constant, const evidence::Register& evidence) {
  const auto name = study::parse_element_name(constant);
  const evidence::Entry* entry = name ? evidence.find(name->variable, name->element) : nullptr;
  if (entry == nullptr) return constant;
  std::string words =
      name_in_words(name->variable, name->element) + ": " + quantity_in_words(entry->central, entry->unit);
  if (entry->low && entry->high) {
    words += fmt::format(" ({} to {})", figure_in_words(*entry->low, entry->unit),
                         figure_in_words(*entry->high, entry->unit));
  }
  return words;
}

/// The sentence, then the constants.
std::string basis_in_words(const study::Basis& basis, const evidence::Register& evidence) {
  std::vector<std::string> constants;
  for (const base::PlacedText& one : basis.constants) constants.push_back(constant_in_words(one.text, evidence));
  std::string words = basis.words;
  if (!words.empty() && !constants.empty()) words += words.ends_with('.') ? " In the model " : ". In the model ";
  return words + base::joined(constants, "; ");
}

std::string effect_in_words(const study::PolicyEffect& effect, const evidence::Register& evidence) {
  std::string words = basis_in_words(effect.basis, evidence);
  if (!effect.central) return words;
  return fmt::format("{} {} ({} to {}). {}", base::shortest(*effect.central), effect.unit, base::shortest(*effect.low),
                     base::shortest(*effect.high), words);
}

std::vector<std::string> payers(const study::Policy& policy) {
  std::vector<std::string> names;
  for (const study::AgencyShare& one : policy.pays) {
    const bool is_all = policy.pays.size() == 1;
    names.push_back(is_all ? one.agency : fmt::format("{} ({}%)", one.agency, base::shortest(one.share * 100)));
  }
  return names;
}

std::vector<int> cites_of(const study::Policy& policy, Bibliography& bibliography) {
  std::set<int> numbers;
  for (const study::PolicySource& source : policy.sources) {
    place::Source known;
    known.title = source.title;
    known.url = source.url;
    numbers.insert(bibliography.number(known));
  }
  return {numbers.begin(), numbers.end()};
}

PolicyUse use_of(const study::Policy& policy, const evidence::Register& evidence, Bibliography& bibliography) {
  PolicyUse use{.id = policy.id,
                .title = policy.title,
                .family = policy.family,
                .description = policy.description,
                .sets = {},
                .grade = policy.effect.grade,
                .effect = effect_in_words(policy.effect, evidence),
                .cost = basis_in_words(policy.cost, evidence),
                .lag = basis_in_words(policy.lag, evidence),
                .pays = payers(policy),
                .gains = {},
                .went_wrong = policy.failure_modes,
                .cites = cites_of(policy, bibliography),
                .spells = {}};
  for (const study::Setting& setting : policy.sets) {
    use.sets.push_back(name_in_words(setting.variable, setting.element) + ": " + base::shortest(setting.value));
  }
  for (const base::PlacedText& agency : policy.gains) use.gains.push_back(agency.text);
  return use;
}

}  // namespace

std::vector<PolicyUse> policies_used(const study::Study& study, const evidence::Register& evidence,
                                     Bibliography& bibliography) {
  std::vector<PolicyUse> used;
  for (const study::Scenario& scenario : study.scenarios) {
    if (!scenario.bound_of.empty()) continue;
    for (const study::ScheduledPolicy& spell : scenario.policies) {
      const auto policy = std::ranges::find(study.policies, spell.policy, &study::Policy::id);
      if (policy == study.policies.end()) continue;
      auto use = std::ranges::find(used, policy->id, &PolicyUse::id);
      if (use == used.end()) use = used.insert(used.end(), use_of(*policy, evidence, bibliography));
      use->spells.push_back(
          {scenario.id, scenario.name, spell.start.value_or(scenario.first), spell.stop, spell.ramp, spell.intensity});
    }
  }
  return used;
}

}  // namespace commonweal::analysis
