// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <fmt/format.h>

#include "base/files.h"
#include "doors/cli/commands.h"
#include "doors/cli/road.h"
#include "doors/cli/talk.h"
#include "report/report.h"

namespace commonweal::doors {

namespace {

/// A file that went into the run, with its hash.
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
  if (!way.study.targets.empty()) manifest.parts.push_back(part_of("targets", way.study.targets));
  for (std::size_t i = 0; i < way.places.size(); ++i) {
    manifest.parts.push_back({"place", way.study.places[i].lexically_normal().string(), way.places[i].hash});
  }
  manifest.parts.push_back({"compiled model", "", base::sha256(program::dump(way.program))});
  return manifest;
}

}  // namespace

int understand(const UnderstandArguments& arguments) {
  base::Diagnostics diagnostics;
  const Journey way = travel(arguments.study, Until::findings, diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const auto output = arguments.output.empty() ? std::filesystem::path("results") / way.study.id : arguments.output;
  base::NewFolder folder(output, diagnostics);
  if (!diagnostics.has_errors()) {
    report::write(way.findings, way.futures, scenario_names(way.study), manifest_of(way, arguments.command_line),
                  folder, diagnostics);
  }
  if (!diagnostics.has_errors()) folder.commit(diagnostics);
  if (diagnostics.has_errors()) return refuse(diagnostics);

  const std::string headline =
      arguments.json ? report::headline_json(way.findings) : report::headline_text(way.findings);
  if (!give(headline)) return users_fault;
  say(fmt::format("{}the report is {}", diagnostics.render(), (output / "report.html").string()));
  return done;
}

}  // namespace commonweal::doors
