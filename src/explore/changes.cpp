// SPDX-License-Identifier: Apache-2.0
#include "explore/changes.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/names.h"
#include "base/text.h"

namespace commonweal::explore {

namespace {

using Json = nlohmann::ordered_json;

/// Takes changes one by one.
class Changer {
 public:
  Changer(const study::Study& study, base::Diagnostics& diagnostics)
      : study_(study), diagnostics_(diagnostics), changed_{own_scenario(study), {}} {}

  void take(const Json& change) {
    if (!change.is_object()) return refuse("a change is an object");
    if (const auto policy = text(change, "policy")) return take_policy(*policy, change);
    if (const auto like = text(change, "like")) return begin_like(*like);
    const auto constant = text(change, "constant");
    if (!constant) return refuse("a change names a policy, a constant, or a scenario that it is like");
    if (change.contains("value") || is_removed(change)) return take_value(*constant, change);
    take_range(*constant, change);
  }

  Changed result() && { return std::move(changed_); }

 private:
  void refuse(const std::string& why) { diagnostics_.error("bad-request", base::Position::file("the request"), why); }

  static std::optional<std::string> text(const Json& change, const char* key) {
    if (!change.contains(key) || !change[key].is_string()) return std::nullopt;
    return change[key].get<std::string>();
  }

  static bool is_removed(const Json& change) { return change.value("remove", Json(false)) == Json(true); }

  void begin_like(const std::string& id) {
    std::vector<std::string> ids;
    for (const study::Scenario& scenario : study_.scenarios) {
      if (scenario.id == own_id) continue;
      if (scenario.id == id) {
        changed_.own = begun_like(scenario);
        return;
      }
      ids.push_back(scenario.id);
    }
    diagnostics_.error("unknown-scenario", base::Position::file("the request"),
                       fmt::format("the study has no scenario '{}' to begin from", id), base::suggestion(id, ids));
  }

  void take_policy(const std::string& id, const Json& change) {
    std::vector<ChosenPolicy>& policies = changed_.own.policies;
    auto found = std::ranges::find(policies, id, &ChosenPolicy::policy);
    if (is_removed(change)) {
      if (found != policies.end()) policies.erase(found);
      return;
    }
    if (found == policies.end()) found = policies.insert(found, ChosenPolicy{id, {}, {}, 1, 1, ""});
    year(change, "start", found->start);
    year(change, "stop", found->stop);
    number(change, "ramp", found->ramp);
    number(change, "intensity", found->intensity);
    if (const auto reason = text(change, "reason")) found->reason = *reason;
  }

  void take_value(const std::string& constant, const Json& change) {
    std::vector<ChosenValue>& values = changed_.own.values;
    auto found = std::ranges::find_if(
        values, [&](const ChosenValue& value) { return base::canonical(value.constant) == base::canonical(constant); });
    if (is_removed(change)) {
      if (found != values.end()) values.erase(found);
      return;
    }
    if (found == values.end()) found = values.insert(found, ChosenValue{constant, 0, ""});
    number(change, "value", found->value);
    if (const auto reason = text(change, "reason")) found->reason = *reason;
  }

  void take_range(const std::string& constant, const Json& change) {
    ChosenRange range{constant, {}, {}, {}};
    const bool is_own = !change.contains("range");
    for (const auto& [key, end] : {std::pair("low", &range.low), {"central", &range.central}, {"high", &range.high}}) {
      if (!is_own) continue;
      double value = 0;
      if (!change.contains(key)) return refuse(fmt::format("the range of '{}' has no '{}'", constant, key));
      number(change, key, value);
      *end = value;
    }
    changed_.ranges.push_back(std::move(range));
  }

  void number(const Json& change, const char* key, double& value) {
    if (!change.contains(key)) return;
    if (!change[key].is_number()) return refuse(fmt::format("'{}' is no number", key));
    value = change[key].get<double>();
  }

  void year(const Json& change, const char* key, std::optional<base::FinancialYear>& value) {
    if (!change.contains(key)) return;
    value.reset();
    if (change[key].is_null()) return;
    if (const auto words = text(change, key)) value = base::FinancialYear::parse(*words);
    if (value) return;
    diagnostics_.error("bad-year", base::Position::file("the request"),
                       fmt::format("'{}' is no financial year: {}", key, change[key].dump()),
                       "a financial year is written 2012-13");
  }

  const study::Study& study_;
  base::Diagnostics& diagnostics_;
  Changed changed_;
};

}  // namespace

Changed changed(const study::Study& study, const Json& changes, base::Diagnostics& diagnostics) {
  Changer changer(study, diagnostics);
  if (!changes.is_array()) {
    diagnostics.error("bad-request", base::Position::file("the request"), "the changes are no list");
    return std::move(changer).result();
  }
  for (const Json& change : changes) changer.take(change);
  return std::move(changer).result();
}

}  // namespace commonweal::explore
