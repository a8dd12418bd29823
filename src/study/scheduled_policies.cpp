// SPDX-License-Identifier: Apache-2.0
#include "study/scheduled_policies.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"
#include "study/element_name.h"
#include "study/settings.h"

namespace commonweal::study {
namespace {

std::string name_of(const Setting& setting) {
  return text({setting.variable, setting.element});
}

const Policy* find(const std::vector<Policy>& library, const std::string& id) {
  const auto found = std::ranges::find(library, id, &Policy::id);
  return found == library.end() ? nullptr : &*found;
}

void check_known(const base::PlacedText& id, const std::vector<Policy>& library, base::Diagnostics& diagnostics) {
  if (id.text.empty() || find(library, id.text) != nullptr) return;
  if (library.empty()) {
    diagnostics.error("no-library", id.position, fmt::format("the study has no library that holds '{}'", id.text),
                      "name its folder at the head of the study: policies_folder = \"../policies\"");
    return;
  }
  std::vector<std::string> ids;
  for (const Policy& policy : library) ids.push_back(policy.id);
  diagnostics.error("unknown-policy", id.position, fmt::format("the library has no policy '{}'", id.text),
                    base::suggestion(id.text, ids, "it has: " + base::joined(ids, ", ")));
}

void check_range(const std::optional<base::PlacedNumber>& ramp, const std::optional<base::PlacedNumber>& intensity,
                 base::Diagnostics& diagnostics) {
  if (ramp && ramp->number < 1) {
    diagnostics.error("bad-ramp", ramp->position, fmt::format("{} years are no ramp", base::shortest(ramp->number)),
                      "1: in full force from its first year; 3: a third more each year");
  }
  if (intensity && (intensity->number <= 0 || intensity->number > 1)) {
    diagnostics.error("intensity-out-of-range", intensity->position,
                      fmt::format("{} of a policy cannot be done", base::shortest(intensity->number)),
                      "above 0, at most 1: as in the evidence for it");
  }
}

ScheduledPolicy read_spell(const base::TomlValue& value, const std::vector<Policy>& library,
                           base::Diagnostics& diagnostics) {
  ScheduledPolicy spell;
  spell.position = value.position;
  base::TomlTable table(value, "a policy of a scenario", diagnostics);
  const base::PlacedText id = table.text("policy");
  check_known(id, library, diagnostics);
  spell.policy = id.text;
  spell.start = table.optional_year("start");
  spell.stop = table.optional_year("stop");
  const auto ramp = table.optional_number("ramp"), intensity = table.optional_number("intensity");
  if (ramp) spell.ramp = ramp->number;
  if (intensity) spell.intensity = intensity->number;
  table.finish();
  check_range(ramp, intensity, diagnostics);
  return spell;
}

/// The years in which a spell is in force, `stop` left out.
struct InForce {
  int start = 0, stop = 0;
};

/// Lays policies over each other, constant by constant.
class Layers {
 public:
  Layers(base::FinancialYear first, base::FinancialYear last, base::Diagnostics& diagnostics)
      : first_(first), last_(last), diagnostics_(diagnostics) {}

  void add(const ScheduledPolicy& spell, const Policy& policy) {
    const base::FinancialYear start = spell.start.value_or(first_);
    if (start < first_ || last_ < start) {
      diagnostics_.error("policy-outside-years", spell.position,
                         fmt::format("'{}' starts in {}, and the scenario runs from {} to {}", spell.policy,
                                     start.text(), first_.text(), last_.text()));
    }
    if (spell.stop && *spell.stop <= start) {
      diagnostics_.error(
          "policy-ends-before-it-starts", spell.position,
          fmt::format("'{}' stops in {} and starts in {}", spell.policy, spell.stop->text(), start.text()),
          "stop is the first year without it");
    }
    const InForce years{start.start, spell.stop ? spell.stop->start : last_.start + 1};
    for (const Setting& setting : policy.sets) {
      const bool pulls = base::canonical(setting.variable) == base::canonical(lever_intensity);
      if (pulls) {
        pull(spell, setting, years);
      } else {
        give(spell, setting);
      }
    }
  }

  std::vector<Setting> take() { return std::move(settings_); }

 private:
  struct Pulled {
    const ScheduledPolicy* by;
    InForce years;
  };

  struct Given {
    std::string policy;
    Setting setting;
  };

  /// The model knows one spell of a lever: one start, one end (decision 44).
  void pull(const ScheduledPolicy& spell, const Setting& setting, InForce years) {
    const auto [earlier, is_new] = pulled_.try_emplace(base::canonical(setting.element), Pulled{&spell, years});
    if (!is_new) return report_second(spell, setting.element, years, earlier->second);
    const auto of_lever = [&](const char* variable, double value) {
      settings_.push_back({variable, setting.element, value, spell.position});
    };
    of_lever(lever_intensity, setting.value * spell.intensity);
    of_lever(lever_start, years.start);
    of_lever(lever_ramp, spell.ramp);
    if (spell.stop) of_lever(lever_end, years.stop);
  }

  void report_second(const ScheduledPolicy& spell, const std::string& lever, InForce years, const Pulled& earlier) {
    const std::string first = fmt::format("'{}' in line {}", earlier.by->policy, earlier.by->position.line);
    if (years.start < earlier.years.stop && earlier.years.start < years.stop) {
      diagnostics_.error("overlapping-spells", spell.position,
                         fmt::format("'{}' pulls '{}' at the same time as {}", spell.policy, lever, first),
                         "a lever has one spell in a scenario: leave one out, or write both as one");
    } else {
      diagnostics_.error("two-spells", spell.position,
                         fmt::format("'{}' pulls '{}' for a second time, after {}", spell.policy, lever, first),
                         "a lever has one spell in a scenario: leave one out, or write both as one from the earlier "
                         "start to the later stop");
    }
  }

  /// What is no lever holds from beginning to end, whoever sets it.
  void give(const ScheduledPolicy& spell, const Setting& setting) {
    const auto earlier = std::ranges::find_if(given_, [&](const Given& other) {
      return replaces(setting, other.setting) || replaces(other.setting, setting);
    });
    if (earlier == given_.end()) {
      given_.push_back({spell.policy, setting});
      settings_.push_back({setting.variable, setting.element, setting.value, spell.position});
    } else if (earlier->setting.value != setting.value || !replaces(earlier->setting, setting)) {
      diagnostics_.error("policies-disagree", spell.position,
                         fmt::format("'{}' sets '{}' to {} and '{}' sets '{}' to {}", spell.policy, name_of(setting),
                                     base::shortest(setting.value), earlier->policy, name_of(earlier->setting),
                                     base::shortest(earlier->setting.value)),
                         "a scenario can have one of them");
    }
  }

  base::FinancialYear first_, last_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, Pulled> pulled_;
  std::vector<Given> given_;
  std::vector<Setting> settings_;
};

/// Reports what the study sets by hand and a policy sets too: nobody could tell which holds.
void check_apart(const std::vector<Setting>& by_policies, const std::vector<Setting>& by_hand,
                 base::Diagnostics& diagnostics) {
  for (const Setting& setting : by_hand) {
    const auto same = std::ranges::find_if(
        by_policies, [&](const Setting& other) { return replaces(setting, other) || replaces(other, setting); });
    if (same == by_policies.end()) continue;
    diagnostics.error("set-beside-policy", setting.position,
                      fmt::format("'{}' is set here and by a policy", name_of(setting)),
                      fmt::format("the policy stands in line {}: leave one of them out", same->position.line));
  }
}

}  // namespace

std::optional<std::vector<ScheduledPolicy>> read_scheduled(base::TomlTable& scenario,
                                                           const std::vector<Policy>& library,
                                                           base::Diagnostics& diagnostics) {
  const base::TomlValue* list = scenario.any("policies");
  if (list == nullptr) return std::nullopt;
  std::vector<ScheduledPolicy> spells;
  constexpr std::string_view wanted = "a list of policies";
  if (list->kind != base::TomlValue::Kind::list) {
    base::report_wrong_type("policies", *list, wanted, diagnostics);
    return spells;
  }
  for (const base::TomlValue& value : list->list) {
    if (value.kind == base::TomlValue::Kind::text) {
      check_known({value.text, value.position}, library, diagnostics);
      ScheduledPolicy& spell = spells.emplace_back();
      spell.policy = value.text;
      spell.position = value.position;
    } else if (value.kind == base::TomlValue::Kind::table) {
      spells.push_back(read_spell(value, library, diagnostics));
    } else {
      base::report_wrong_type("policies", value, wanted, diagnostics);
    }
  }
  return spells;
}

std::vector<Setting> settings_of(const std::vector<ScheduledPolicy>& policies, const std::vector<Policy>& library,
                                 base::FinancialYear first, base::FinancialYear last,
                                 const std::vector<Setting>& settings, base::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  Layers layers(first, last, diagnostics);
  for (const ScheduledPolicy& spell : policies) {
    if (const Policy* policy = find(library, spell.policy)) layers.add(spell, *policy);  // unknown: has been said
  }
  std::vector<Setting> by_policies = layers.take();
  check_apart(by_policies, settings, diagnostics);
  return diagnostics.error_count() == errors_before ? by_policies : std::vector<Setting>{};
}

}  // namespace commonweal::study
