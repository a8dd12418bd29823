// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/talk.h"
#include "road/road.h"
#include "study/register_check.h"

namespace commonweal::doors {

namespace {

std::string check_study(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  const road::Journey way = road::travel(path, diagnostics);
  std::string summary =
      fmt::format("{}, {}, {}, {}", base::counted(way.study.scenarios.size(), "scenario"),
                  base::counted(way.places.size(), "place"), base::counted(way.program.variables.size(), "variable"),
                  base::counted(way.evidence.entries.size(), "register row"));
  const std::size_t policies = way.study.policies.size();
  if (policies > 0) summary += fmt::format(", {} {}", policies, policies == 1 ? "policy" : "policies");
  return summary;
}

std::string check_model(const CheckArguments& arguments, base::Diagnostics& diagnostics) {
  evidence::Register evidence;
  if (!arguments.evidence.empty()) evidence = evidence::read(arguments.evidence, diagnostics);
  const std::optional<road::ReadModel> read = road::read_model(arguments.path, diagnostics);
  if (!read) return "";
  if (evidence.is_read()) study::check_register(evidence, read->model, read->program, diagnostics);
  std::string summary =
      fmt::format("{}, {}, every unit balances", base::counted(read->program.variables.size(), "variable"),
                  base::counted(read->program.slots, "slot"));
  if (evidence.is_read()) summary += ", " + base::counted(evidence.entries.size(), "register row");
  return summary;
}

}  // namespace

int check(const CheckArguments& arguments) {
  const std::filesystem::path& path = arguments.path;
  base::Diagnostics diagnostics;
  std::string summary;
  if (std::filesystem::is_directory(path)) {
    summary = base::counted(place::read(path, diagnostics).observations.size(), "figure");
  } else if (path.extension() == ".toml") {
    summary = check_study(path, diagnostics);
  } else if (path.extension() == ".csv") {
    summary = base::counted(evidence::read(path, diagnostics).entries.size(), "register row");
  } else {
    summary = check_model(arguments, diagnostics);
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(fmt::format("{}{}: {}", diagnostics.render(), path.string(), summary));
  return done;
}

}  // namespace commonweal::doors
