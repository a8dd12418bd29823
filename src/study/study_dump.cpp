// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "study/element_name.h"
#include "study/study.h"

namespace commonweal::study {
namespace {

std::string text_of(const ScheduledPolicy& spell, base::FinancialYear first) {
  const std::string stop = spell.stop ? fmt::format(" to {}", spell.stop->text()) : "";
  return fmt::format("  policy {} from {}{}, ramp {}, intensity {}\n", spell.policy, spell.start.value_or(first).text(),
                     stop, base::shortest(spell.ramp), base::shortest(spell.intensity));
}

std::string text_of(const Setting& setting) {
  const std::string element = setting.element.empty() ? "" : fmt::format("[{}]", setting.element);
  return fmt::format("  {}{} = {}\n", setting.variable, element, base::shortest(setting.value));
}

std::string text_of(const Scenario& scenario) {
  std::string text = fmt::format("scenario {}: {}\n", scenario.id, scenario.name);
  if (!scenario.description.empty()) text += fmt::format("  {}\n", scenario.description);
  if (!scenario.clause.empty()) text += fmt::format("  if {}\n", scenario.clause);
  if (!scenario.bound_of.empty()) text += fmt::format("  bound of {}\n", scenario.bound_of);
  text += fmt::format("  place {}, {} to {}\n", scenario.place, scenario.first.text(), scenario.last.text());
  for (const ScheduledPolicy& spell : scenario.policies) text += text_of(spell, scenario.first);
  for (const Setting& setting : scenario.settings) text += text_of(setting);
  for (const Reason& reason : scenario.reasons) text += fmt::format("  reason for {}: {}\n", reason.of, reason.words);
  return text;
}

}  // namespace

std::string dump(const Study& study) {
  const auto or_none = [](const std::string& text) { return text.empty() ? std::string("none") : text; };
  std::string text = fmt::format("study {}: {}\n", study.id, study.title);
  text += fmt::format("question {}\n", or_none(study.scope.question));
  text += fmt::format("owner {}, commissioner {}, analyst {}, assurer {}, approver {}\n", or_none(study.scope.owner),
                      or_none(study.scope.commissioner), or_none(study.scope.analyst), or_none(study.scope.assurer),
                      or_none(study.scope.approver));
  text += fmt::format("model {}\n", study.model.string());
  text += fmt::format("evidence {}\n", or_none(study.evidence.string()));
  text += fmt::format("targets {}\n", or_none(study.targets.string()));
  if (!study.policies.empty()) {
    text += fmt::format("policies {}: {}\n", study.policies_folder.string(), study.policies.size());
  }
  for (const auto& place : study.places) text += fmt::format("place {}\n", place.string());
  for (const std::string& output : study.outputs) text += fmt::format("output {}\n", output);
  for (const Scenario& scenario : study.scenarios) text += text_of(scenario);
  for (const RejectedOption& option : study.rejected) {
    text += fmt::format("rejected {}: {}\n", option.name, option.reason);
    if (!option.decided.empty()) text += fmt::format("  by {}\n", option.decided);
    if (!option.scenario.empty()) text += fmt::format("  scenario {}\n", option.scenario);
  }
  for (const Reading& way : study.readings.ways) {
    text += fmt::format("reading of {}: {}\n", study.readings.of, way.name);
    for (const Setting& setting : way.settings) text += text_of(setting);
  }
  for (const Offer& offer : study.offers) {
    text += fmt::format("offer {} from {} to {}: {}\n", study::text(offer.constant), base::shortest(offer.least),
                        base::shortest(offer.most), offer.label);
  }
  if (study.loop_scores) text += "loop scores\n";
  if (study.uncertainty) text += dump(*study.uncertainty);
  return text;
}

}  // namespace commonweal::study
