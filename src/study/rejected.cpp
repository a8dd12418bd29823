// SPDX-License-Identifier: Apache-2.0
#include "study/rejected.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace commonweal::study {
namespace {

RejectedOption read_option(const base::TomlValue& value, base::Diagnostics& diagnostics) {
  base::TomlTable table(value, "[[rejected]]", diagnostics);
  const base::PlacedText name = table.text("name");
  RejectedOption option;
  option.name = name.text;
  option.position = name.position;
  option.reason = table.text("reason").text;
  option.decided = table.optional_text("decided").text;
  const base::PlacedText scenario = table.optional_text("scenario");
  option.scenario = scenario.text;
  option.scenario_position = scenario.position;
  table.finish();
  return option;
}

/// Nobody could tell which reason counts.
void check_once(const RejectedOption& option, const std::vector<RejectedOption>& above,
                base::Diagnostics& diagnostics) {
  const auto report = [&](const base::Position& position, const std::string& message, const RejectedOption& first) {
    diagnostics.error("duplicate-rejected", position, message,
                      fmt::format("the first stands in line {}", first.position.line));
  };
  for (const RejectedOption& other : above) {
    if (!option.name.empty() && other.name == option.name) {
      report(option.position, fmt::format("there are two rejected options '{}'", option.name), other);
    }
    if (!option.scenario.empty() && other.scenario == option.scenario) {
      report(option.scenario_position, fmt::format("scenario '{}' is rejected twice", option.scenario), other);
    }
  }
}

}  // namespace

std::vector<RejectedOption> read_rejected(base::TomlTable& study, base::Diagnostics& diagnostics) {
  std::vector<RejectedOption> options;
  for (const base::TomlValue* value : study.tables("rejected")) {
    RejectedOption option = read_option(*value, diagnostics);
    check_once(option, options, diagnostics);
    options.push_back(std::move(option));
  }
  return options;
}

void check_rejected(const std::vector<RejectedOption>& options, const std::vector<Choosable>& scenarios,
                    base::Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const Choosable& scenario : scenarios) {
    if (scenario.can_be_rejected) ids.push_back(scenario.id);
  }
  for (const RejectedOption& option : options) {
    if (option.scenario.empty()) continue;
    const auto found = std::ranges::find(scenarios, option.scenario, &Choosable::id);
    if (found == scenarios.end()) {
      diagnostics.error("unknown-scenario", option.scenario_position,
                        fmt::format("'{}' is not one of the study's scenarios", option.scenario),
                        ids.empty() ? "leave it out: an option need not have one"
                                    : base::suggestion(option.scenario, ids, "they are: " + base::joined(ids, ", ")));
    } else if (!found->can_be_rejected) {
      diagnostics.error("rejected-headline", option.scenario_position,
                        fmt::format("scenario '{}' cannot be turned down", option.scenario),
                        "it is the headline, which all others are set against, or a bound of another one");
    }
  }
}

}  // namespace commonweal::study
