// SPDX-License-Identifier: Apache-2.0
#include "report/manifest.h"

#include <nlohmann/json.hpp>

namespace commonweal::report {

std::string manifest_json(const Manifest& manifest, const std::string& study_id) {
  using Json = nlohmann::ordered_json;
  Json parts = Json::array();
  for (const Manifest::Part& part : manifest.parts) {
    parts.push_back({{"role", part.role},
                     {"path", part.path},
                     {"sha256", part.sha256.empty() ? Json(nullptr) : Json(part.sha256)}});
  }
  Json json;
  json["study"] = study_id;
  json["program"] = "commonweal";
  json["version"] = manifest.version;
  json["command"] = manifest.command;
  json["seed"] = manifest.seed ? Json(*manifest.seed) : Json(nullptr);
  json["parts"] = std::move(parts);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace commonweal::report
