// SPDX-License-Identifier: Apache-2.0
#include "experiments/prospect.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "random/normal.h"
#include "study/element_name.h"

namespace commonweal::experiments {
namespace {

bool is_beyond(const study::Threshold& limit, const Belief& seen) {
  const double at = position(seen.scale, limit.value), reach = random::normal_ninth_tenth * seen.deviation;
  return limit.above ? seen.mean - reach > at : seen.mean + reach < at;
}

/// The chance that the range of a result lies beyond the limit. Where its middle will lie is told by what is believed
/// and by the result's own error: mean of the one, variances of both together.
double chance_beyond(const study::Threshold& limit, const Belief& before, double error) {
  const double at = position(before.scale, limit.value), reach = random::normal_ninth_tenth * error;
  const double spread = std::hypot(before.deviation, error);
  return limit.above ? 1 - random::normal_probability((at + reach - before.mean) / spread)
                     : random::normal_probability((at - reach - before.mean) / spread);
}

void check_limit(const study::Threshold& limit, const study::Pilot& pilot, Scale scale,
                 base::Diagnostics& diagnostics) {
  if (has(scale, limit.value)) return;
  diagnostics.error("limit-outside-scale", pilot.position,
                    fmt::format("no result can lie beyond {}: '{}' is taken {}", base::shortest(limit.value),
                                pilot.constant.text, in_words(scale)),
                    "a limit lies where the constant can: above 0, and a share below 1");
}

bool is_done(const study::Study& study, const std::string& policy) {
  return std::any_of(study.scenarios.begin(), study.scenarios.end(), [&](const study::Scenario& scenario) {
    return std::ranges::find(scenario.policies, policy, &study::ScheduledPolicy::policy) != scenario.policies.end();
  });
}

}  // namespace

Verdict verdict_of(const study::Pilot& pilot, const Belief& seen) {
  if (is_beyond(pilot.stop, seen)) return Verdict::stop;
  return is_beyond(pilot.scale, seen) ? Verdict::scale : Verdict::neither;
}

std::optional<Prospect> prospect_of(const study::Policy& policy, const evidence::Register& evidence,
                                    base::Diagnostics& diagnostics) {
  const study::Pilot& pilot = *policy.pilot;
  const auto constant = study::parse_element_name(pilot.constant.text);
  if (!constant) return std::nullopt;  // has been said when the library was held against the model
  const evidence::Entry* entry = evidence.find(constant->variable, constant->element);
  if (entry == nullptr) {
    diagnostics.error("no-row", pilot.constant.position,
                      fmt::format("the register has no row for '{}'", pilot.constant.text),
                      "add one: what is believed before the trial, and why");
    return std::nullopt;
  }
  const std::size_t errors_before = diagnostics.error_count();
  const auto before = belief_of(*entry, diagnostics);
  if (!before) return std::nullopt;
  check_limit(pilot.stop, pilot, before->scale, diagnostics);
  check_limit(pilot.scale, pilot, before->scale, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;

  Prospect prospect{&policy, entry, *before};
  const double error = pilot.standard_error * slope(before->scale, before->centre());
  prospect.chance_stop = chance_beyond(pilot.stop, *before, error);
  prospect.chance_scale = chance_beyond(pilot.scale, *before, error);
  prospect.width = combined(*before, {before->scale, before->mean, error}).deviation / before->deviation;
  return prospect;
}

std::vector<Prospect> prospects(const study::Study& study, const evidence::Register& evidence,
                                base::Diagnostics& diagnostics) {
  std::vector<const study::Policy*> pilots, done;
  for (const study::Policy& policy : study.policies) {
    if (!policy.pilot) continue;
    pilots.push_back(&policy);
    if (is_done(study, policy.id)) done.push_back(&policy);
  }
  if (!done.empty()) pilots = done;
  if (pilots.empty()) {
    diagnostics.error("no-pilot", base::Position::file(study.path.string()), "no policy of the study is a pilot",
                      "add a table [pilot] to a policy of its library; docs/files.md says how");
    return {};
  }
  if (!evidence.is_read()) {
    diagnostics.error("no-register", base::Position::file(study.path.string()),
                      "the study names no register that a result could be entered into",
                      "name it at the head of the study: evidence = \"../evidence/register.csv\"");
    return {};
  }
  std::vector<Prospect> all;
  for (const study::Policy* policy : pilots) {
    if (const auto prospect = prospect_of(*policy, evidence, diagnostics)) all.push_back(*prospect);
  }
  return all;
}

}  // namespace commonweal::experiments
