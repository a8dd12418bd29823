// SPDX-License-Identifier: Apache-2.0
#include "analysis/model_check.h"

#include <fmt/format.h>

#include "analysis/vocabulary.h"
#include "base/text.h"

namespace commonweal::analysis {

namespace {

std::string declared(const vocabulary::NeededVariable& variable) {
  if (variable.subscript.empty()) return std::string(variable.name);
  return fmt::format("{}[{}]", variable.name, variable.subscript);
}

std::vector<std::string> known_services() {
  std::vector<std::string> known;
  for (const auto services : {vocabulary::care_services(), vocabulary::other_services()}) {
    known.insert(known.end(), services.begin(), services.end());
  }
  return known;
}

}  // namespace

void check_model(const ensemble::Ensemble& ensemble, const study::Study& study, base::Diagnostics& diagnostics) {
  const base::Position model = base::Position::file(study.model.string());
  for (const vocabulary::NeededVariable& variable : vocabulary::needed()) {
    if (!ensemble.elements(variable.name).empty()) continue;
    diagnostics.error("missing-model-variable", model,
                      fmt::format("the model has no '{}', needed for {}", declared(variable), variable.needed_for),
                      fmt::format("define '{}' with the unit {}", declared(variable), variable.unit));
  }
  for (const std::string& service : ensemble.elements(vocabulary::required_spend)) {
    if (vocabulary::is_service(service)) continue;
    diagnostics.error(
        "unknown-service", model,
        fmt::format("'{}' of 'required spend' is no known service, so it cannot be told whether it is care", service),
        base::suggestion(service, known_services()));
  }
}

}  // namespace commonweal::analysis
