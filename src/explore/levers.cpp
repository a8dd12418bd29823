// SPDX-License-Identifier: Apache-2.0
#include "explore/levers.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "evidence/grade.h"
#include "evidence/register.h"
#include "explore/own_scenario.h"
#include "study/element_name.h"
#include "study/settings.h"

namespace commonweal::explore {

namespace {

using Json = nlohmann::ordered_json;

Json year_json(const std::optional<base::FinancialYear>& year) {
  return year ? Json(year->text()) : Json(nullptr);
}

std::string meaning_of(const std::string& grade) {
  const evidence::Grade* found = evidence::find_grade(grade);
  return found == nullptr ? "" : std::string(found->meaning);
}

/// What the model says of a variable; empty if it has none of that name.
std::string definition_of(const road::Journey& way, const std::string& variable) {
  const model::VariableId found = way.model.find(variable);
  return found.exists() ? way.model.variables[found].documentation : "";
}

/// A constant's range: the study's own or the register's; null for one without.
Json range_json(const road::Journey& way, const study::ElementName& name) {
  Json json = {{"constant", study::text(name)}, {"definition", definition_of(way, name.variable)}};
  const evidence::Entry* entry = way.evidence.find(name.variable, name.element);
  const auto put = [&](double low, double central, double high, bool is_own) {
    json["low"] = low;
    json["central"] = central;
    json["high"] = high;
    json["unit"] = entry == nullptr ? "" : entry->unit;
    json["grade"] = entry == nullptr ? "" : entry->grade;
    json["source"] = entry == nullptr ? "" : entry->source;
    json["url"] = entry == nullptr ? "" : entry->url;
    json["own"] = is_own;
  };
  if (way.study.uncertainty) {
    for (const study::OwnInput& input : way.study.uncertainty->own_inputs) {
      if (study::canonical_text({input.variable, input.element}) != study::canonical_text(name)) continue;
      put(input.range.low.value_or(input.range.central), input.range.central,
          input.range.high.value_or(input.range.central), true);
      return json;
    }
  }
  if (entry == nullptr || !entry->low || !entry->high) return nullptr;
  put(*entry->low, entry->central, *entry->high, false);
  return json;
}

Json ranges_json(const road::Journey& way, const study::Policy& policy) {
  Json ranges = Json::array();
  for (const study::Basis* basis : {&policy.effect.basis, &policy.cost, &policy.reach, &policy.persistence}) {
    for (const base::PlacedText& constant : basis->constants) {
      Json range = range_json(way, study::parse_element_name(constant.text).value_or(study::ElementName{}));
      if (!range.is_null()) ranges.push_back(std::move(range));
    }
  }
  return ranges;
}

Json policy_json(const road::Journey& way, const study::Policy& policy, const OwnScenario& own) {
  const auto found = std::ranges::find(own.policies, policy.id, &ChosenPolicy::policy);
  const ChosenPolicy chosen = found == own.policies.end() ? ChosenPolicy{policy.id, {}, {}, 1, 0, ""} : *found;
  Json sources = Json::array(), pays = Json::array(), gains = Json::array();
  for (const study::PolicySource& source : policy.sources) {
    sources.push_back({{"title", source.title}, {"url", source.url}});
  }
  for (const study::AgencyShare& share : policy.pays)
    pays.push_back({{"agency", share.agency}, {"share", share.share}});
  for (const base::PlacedText& agency : policy.gains) gains.push_back(agency.text);
  return {{"id", policy.id},
          {"kind", "policy"},
          {"family", policy.family},
          {"label", policy.title},
          {"definition", policy.description},
          {"value", chosen.intensity},
          {"least", 0},
          {"most", 1},
          {"unit", "of full strength"},
          {"start", year_json(chosen.start)},
          {"stop", year_json(chosen.stop)},
          {"ramp", chosen.ramp},
          {"reason", chosen.reason},
          {"effect", policy.effect.basis.words},
          {"lag", policy.lag.words},
          {"persistence", policy.persistence.words},
          {"grade", policy.effect.grade},
          {"grade_meaning", meaning_of(policy.effect.grade)},
          {"sources", std::move(sources)},
          {"pays", std::move(pays)},
          {"gains", std::move(gains)},
          {"failures", policy.failure_modes},
          {"ranges", ranges_json(way, policy)}};
}

/// The value that a constant has in a scenario: what is set there, or what the model has.
double value_in(const road::Journey& way, const study::Scenario& scenario, const study::ElementName& name) {
  const std::string wanted = study::canonical_text(name);
  for (auto setting = scenario.settings.rbegin(); setting != scenario.settings.rend(); ++setting) {
    const bool is_whole = study::canonical_text({setting->variable, ""}) == study::canonical_text({name.variable, ""});
    if (study::canonical_text({setting->variable, setting->element}) == wanted) return setting->value;
    if (setting->element.empty() && is_whole) return setting->value;
  }
  const evidence::Entry* entry = way.evidence.find(name.variable, name.element);
  return entry == nullptr ? std::numeric_limits<double>::quiet_NaN() : entry->central;
}

Json offer_json(const road::Journey& way, const study::Offer& offer, const OwnScenario& own) {
  const std::string constant = study::text(offer.constant);
  const auto chosen = std::ranges::find(own.values, constant, &ChosenValue::constant);
  const auto scenario = std::ranges::find(way.study.scenarios, own_id, &study::Scenario::id);
  const study::Scenario& from = scenario == way.study.scenarios.end() ? *way.study.scenarios.begin() : *scenario;
  const evidence::Entry* entry = way.evidence.find(offer.constant.variable, offer.constant.element);
  const program::Variable* variable = way.program.find(offer.constant.variable);
  Json sources = Json::array();
  if (entry != nullptr && !entry->source.empty()) sources.push_back({{"title", entry->source}, {"url", entry->url}});
  const double value = value_in(way, from, offer.constant);
  return {{"id", constant},
          {"kind", "constant"},
          {"family", "system"},
          {"label", offer.label},
          {"definition", definition_of(way, offer.constant.variable)},
          {"value", std::isfinite(value) ? Json(value) : Json(nullptr)},
          {"least", offer.least},
          {"most", offer.most},
          {"unit", variable == nullptr ? "" : variable->unit},
          {"reason", chosen == own.values.end() ? "" : chosen->reason},
          {"grade", entry == nullptr ? "" : entry->grade},
          {"grade_meaning", entry == nullptr ? "" : meaning_of(entry->grade)},
          {"sources", std::move(sources)}};
}

}  // namespace

Json levers_json(const road::Journey& way) {
  const OwnScenario own = own_scenario(way.study);
  Json levers = Json::array();
  for (const study::Policy& policy : way.study.policies) levers.push_back(policy_json(way, policy, own));
  for (const study::Offer& offer : way.study.offers) levers.push_back(offer_json(way, offer, own));
  return levers;
}

}  // namespace commonweal::explore
