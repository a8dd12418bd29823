// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "doors/cli/commands.h"
#include "doors/cli/road.h"
#include "doors/cli/talk.h"
#include "model/unit_check.h"
#include "program/compile.h"
#include "syntax/mdl.h"

namespace commonweal::doors {

namespace {

std::string check_study(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  const Journey way = travel(path, Until::design, diagnostics);
  return fmt::format("{}, {}, {}, {}", base::counted(way.study.scenarios.size(), "scenario"),
                     base::counted(way.places.size(), "place"), base::counted(way.program.variables.size(), "variable"),
                     base::counted(way.evidence.entries.size(), "register row"));
}

std::string check_model(const std::filesystem::path& path, base::Diagnostics& diagnostics) {
  const syntax::Document document = syntax::read(path, diagnostics);
  if (diagnostics.has_errors()) return "";
  const model::Model model = model::build(document, diagnostics);
  model::check_units(model, diagnostics);
  if (diagnostics.has_errors()) return "";
  const program::Program program = program::compile(model, diagnostics);
  return fmt::format("{}, {}, every unit balances", base::counted(program.variables.size(), "variable"),
                     base::counted(program.slots, "slot"));
}

}  // namespace

int check(const std::filesystem::path& path) {
  base::Diagnostics diagnostics;
  std::string summary;
  if (std::filesystem::is_directory(path)) {
    summary = base::counted(place::read(path, diagnostics).observations.size(), "figure");
  } else if (path.extension() == ".toml") {
    summary = check_study(path, diagnostics);
  } else if (path.extension() == ".csv") {
    summary = base::counted(evidence::read(path, diagnostics).entries.size(), "register row");
  } else {
    summary = check_model(path, diagnostics);
  }
  if (diagnostics.has_errors()) return refuse(diagnostics);
  say(fmt::format("{}{}: {}", diagnostics.render(), path.string(), summary));
  return done;
}

}  // namespace commonweal::doors
