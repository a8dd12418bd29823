// SPDX-License-Identifier: Apache-2.0
#include "review/provenance.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace commonweal::review {

using Json = nlohmann::ordered_json;

Json json_of(const Provenance& made_of) {
  Json data = Json::array();
  for (const DataFile& file : made_of.files) {
    data.push_back({{"file", file.name}, {"year", file.year.text()}, {"sha256", file.sha256}});
  }
  return {{"command", made_of.command},
          {"model_sha256", made_of.model_sha256.empty() ? Json(nullptr) : Json(made_of.model_sha256)},
          {"data", std::move(data)}};
}

std::string manifest(const Provenance& made_of) {
  return json_of(made_of).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

}  // namespace commonweal::review
