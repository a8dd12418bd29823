// SPDX-License-Identifier: Apache-2.0
#include "road/origin.h"

#include <algorithm>

#include "base/files.h"
#include "base/sha256.h"

namespace commonweal::road {

namespace {

/// Whether some scenario does a policy.
bool is_done(const study::Policy& policy, const study::Study& study) {
  return std::any_of(study.scenarios.begin(), study.scenarios.end(), [&](const study::Scenario& scenario) {
    return std::ranges::find(scenario.policies, policy.id, &study::ScheduledPolicy::policy) != scenario.policies.end();
  });
}

}  // namespace

report::Manifest::Part part_of(const std::string& role, const std::filesystem::path& path) {
  base::Diagnostics unread;  // it has been read once already; a hash that cannot be made is left empty
  const base::SharedSource source = base::read_text(path, unread);
  return {role, path.lexically_normal().string(), source ? base::sha256(source->text()) : ""};
}

report::Manifest manifest_of(const Journey& way, const std::string& command_line) {
  report::Manifest manifest;
  manifest.version = COMMONWEAL_VERSION;
  manifest.command = command_line;
  manifest.parts = {part_of("study", way.study.path), part_of("model", way.study.model)};
  if (!way.study.evidence.empty()) manifest.parts.push_back(part_of("evidence", way.study.evidence));
  for (const study::Policy& policy : way.study.policies) {
    if (!is_done(policy, way.study)) continue;
    const std::filesystem::path file = policy.position.path;
    manifest.parts.push_back({"policy", file.lexically_normal().string(), base::sha256(policy.source_text)});
  }
  if (!way.study.targets.empty()) manifest.parts.push_back(part_of("targets", way.study.targets));
  if (way.study.uncertainty && !way.study.uncertainty->dimensions.empty()) {
    manifest.parts.push_back(part_of("dimensions", way.study.uncertainty->dimensions));
  }
  for (std::size_t i = 0; i < way.places.size(); ++i) {
    manifest.parts.push_back({"place", way.study.places[i].lexically_normal().string(), way.places[i].hash});
  }
  manifest.parts.push_back({"compiled model", "", base::sha256(program::dump(way.program))});
  return manifest;
}

}  // namespace commonweal::road
